import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { portIfFree } from '../../src/cli/start/free-port.ts';
import { deskProgram } from '../support/desk/desk-program.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';

const { O_RDWR, O_WRONLY, O_NONBLOCK } = constants;
const host = '127.0.0.1';

describe('A desk whose log nobody reads', function () {
  const folder = temporaryFolder();

  /** A full pipe: whoever writes to it waits. */
  function fullPipe(): { readonly path: string; readonly descriptor: number } {
    const path = join(folder(), 'log');
    assert.equal(spawnSync('mkfifo', [path]).status, 0);
    const descriptor = openSync(path, O_RDWR | O_NONBLOCK);
    try {
      for (;;) writeSync(descriptor, '\n'.repeat(4096));
    } catch (error) {
      assert.match(String(error), /EAGAIN/);
    }
    return { path, descriptor };
  }

  const ways = { 'waits when the pipe is full': 0, 'is told that the pipe is full': O_NONBLOCK };
  for (const [way, flag] of Object.entries(ways)) {
    it(`serves, and ends when it is told to, where its output ${way}`, async () => {
      const program = deskProgram();
      const port = await portIfFree(host, 0);
      const { path, descriptor } = fullPipe();
      const output = openSync(path, O_WRONLY | flag);
      const desk = spawn(process.execPath, [program], {
        env: {
          PATH: process.env['PATH'],
          DESK_MODE: 'sandbox',
          DATA_DIR: join(folder(), 'data'),
          PORT: String(port),
        },
        stdio: ['ignore', output, 'inherit'],
      });
      const ended = once(desk, 'exit');
      closeSync(output);
      await until(() =>
        fetch(`http://${host}:${port}/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      );
      desk.kill('SIGTERM');
      await ended;
      closeSync(descriptor);
    });
  }
});
