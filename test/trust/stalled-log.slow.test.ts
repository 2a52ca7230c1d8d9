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
    /** @returns the desk, once it has started, and what closes the pipe */
    function start(environment: Readonly<Record<string, string>>) {
      const program = deskProgram();
      const { path, descriptor } = fullPipe();
      const output = openSync(path, O_WRONLY | flag);
      const desk = spawn(process.execPath, [program], {
        env: {
          PATH: process.env['PATH'],
          DESK_MODE: 'sandbox',
          DATA_DIR: join(folder(), 'data'),
          ...environment,
        },
        stdio: ['ignore', output, 'pipe'],
      });
      closeSync(output);
      let errors = '';
      desk.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
      const ended = once(desk, 'close');
      const close = (): void => {
        closeSync(descriptor);
      };
      return { desk, ended, errors: () => errors, close };
    }

    it(`serves, and ends when it is told to, where its output ${way}`, async () => {
      const port = await portIfFree(host, 0);
      assert.ok(port);
      const { desk, ended, close } = start({ PORT: String(port) });
      await until(() =>
        fetch(`http://${host}:${port}/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      );
      desk.kill('SIGTERM');
      await ended;
      close();
    });

    it(`says why it cannot start, and ends, where its output ${way}`, async () => {
      const { ended, errors, close } = start({ PORT: '0', PROVIDERS_FILE: join(folder(), 'missing.csv') });
      await ended;
      assert.match(errors(), /missing\.csv/);
      close();
    });
  }
});
