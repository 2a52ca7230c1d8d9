import assert from 'node:assert/strict';
import { createDesk } from '../src/desk.ts';
import { exampleConfig } from './support/examples/example-config.ts';
import { temporaryFolder } from './support/files/temporary-folder.ts';
import { recordedLog } from './support/ports/recorded-log.ts';

describe('The desk, composed of its own adapters', () => {
  const folder = temporaryFolder();

  function create(log = recordedLog()) {
    const mail = { ...exampleConfig.mail, setting: 'outbox' };
    return createDesk({ ...exampleConfig, mail, dataDirectory: folder() }, { log });
  }

  it('is ready once it has started, and leaves its folder to another once it has stopped', async () => {
    const desk = await create();
    const url = await desk.listen();
    assert.equal((await fetch(`${url}/ready`)).status, 503);
    await desk.start();
    assert.equal((await fetch(`${url}/ready`)).status, 200);
    await assert.rejects(create(), { name: 'FolderInUseError' });
    await desk.stop();
    await assert.rejects(fetch(`${url}/health`));
    const next = await create();
    await next.stop();
  });

  it('can be stopped while it starts, and more than once', async () => {
    const log = recordedLog();
    const desk = await create(log);
    await desk.listen();
    const started = desk.start();
    await Promise.all([desk.stop(), desk.stop()]);
    await started;
    assert.deepEqual(
      log.lines.filter((line) => line.startsWith('error') || line.endsWith('has stopped')),
      ['info Partner Desk has stopped'],
    );
  });
});
