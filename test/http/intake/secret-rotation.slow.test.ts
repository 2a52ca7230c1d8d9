import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { playgroundTenant } from '../../../src/cli/invite/arguments.ts';
import { startDesk, type DeskProcess } from '../../support/desk/built-desk.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { until } from '../../support/processes/until.ts';

const old = 'the old secret; '.repeat(3).trim();
const next = 'the next secret; '.repeat(3).trim();
const third = 'a secret of nobody; '.repeat(3).trim();

describe('the secret that signs invitations', () => {
  const folder = temporaryFolder();
  const desks: DeskProcess[] = [];
  const printed: string[] = [];
  let url: string;

  async function start(secrets: string): Promise<void> {
    const desk = startDesk(folder(), {
      INVITATION_SECRET: secrets,
      ALLOWED_TENANTS: playgroundTenant,
      LOG_LEVEL: 'trace',
    });
    desks.push(desk);
    url = await desk.listening;
    await until(async () => (await fetch(`${url}/ready`)).ok);
  }
  async function restart(secrets: string): Promise<void> {
    assert.equal(await desks.at(-1)?.stop(), 0);
    await start(secrets);
  }
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.kill();
    printed.splice(0);
  });

  /** `npm run invite` with a secret on standard input or in the environment. @returns its exit code */
  async function invite(secret: string, way: 'input' | 'environment', args: readonly string[] = []) {
    const options = ['--function', 'reseller', '--url', url, ...args];
    if (way === 'input') options.push('--secret-stdin');
    const command = spawn(process.execPath, ['--import', 'tsx', 'src/cli/invite.ts', ...options], {
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: folder(),
        INVITATION_SECRET: way === 'environment' ? secret : third,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const commandLine = await readFile(`/proc/${command.pid}/cmdline`, 'utf8');
    if (way === 'input') command.stdin.write(`${secret}\r\n`);
    command.stdin.end();
    const outputs = await Promise.all([text(command.stdout), text(command.stderr), once(command, 'close')]);
    printed.push(commandLine, outputs[0], outputs[1]);
    return { exitCode: command.exitCode, errors: outputs[1] };
  }

  it('is rotated without a refusal in between, and the old one is worth nothing then', async () => {
    await start(old);
    assert.equal((await invite(old, 'input')).exitCode, 0);
    await restart(`${next},${old}`);
    for (const secret of [old, next]) {
      assert.equal((await invite(secret, 'input')).exitCode, 0);
      assert.equal((await invite(secret, 'environment')).exitCode, 0);
    }
    assert.equal((await invite(`${next},${third}`, 'environment')).exitCode, 0, 'the first one signs');
    for (const wrong of [third, `${next}x`, `${next},${old}`.replaceAll(',', ';')])
      assert.match((await invite(wrong, 'input')).errors, /The desk answered 401/);
    await restart(next);
    assert.equal((await invite(next, 'input')).exitCode, 0);
    assert.match((await invite(old, 'input')).errors, /The desk answered 401/);
  });

  it('is in no log, no message and no list of processes', async () => {
    await start(`${next},${old}`);
    await invite(next, 'input');
    await invite(third, 'input');
    const refused = await invite(next, 'environment', ['--secret', old]);
    assert.equal(refused.exitCode, 2);
    assert.match(refused.errors, /^Everyone on this machine can see what a command is started with/);
    const [desk] = desks;
    printed.push(await readFile(`/proc/${desk?.child.pid}/cmdline`, 'utf8'));
    for (const wrong of [
      `${next},${old},${third}`,
      `${next},short and secret`,
      'short and secret',
      `${next},`,
    ]) {
      const failed = startDesk(folder(), { INVITATION_SECRET: wrong });
      desks.push(failed);
      assert.equal(await failed.ended, 1);
      assert.match(
        failed.lines.join('\n'),
        /INVITATION_SECRET must be one secret of 32 characters or more, or two/,
      );
    }
    const everything = [...printed, ...desks.flatMap(({ lines }) => lines)];
    // The one that was given as an option on purpose is in that command line, and nowhere else.
    const withoutOption = everything.filter((line) => !line.includes(`--secret\0${old}`));
    assert.equal(withoutOption.length, everything.length - 1);
    for (const secret of [old, next, third, 'short and secret'])
      assert.ok(!withoutOption.some((line) => line.includes(secret)));
  });

  it('comes from standard input only if something is there', async () => {
    await start(next);
    assert.match((await invite('', 'input')).errors, /There is no secret to sign with/);
  });
});
