import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { askToQuiesce } from '../../../../src/adapters/data-folder/lock/ask-holder.ts';
import { lockFolder } from '../../../../src/adapters/data-folder/lock/lock-folder.ts';
import { temporaryFolder } from '../../../support/files/temporary-folder.ts';
import { until } from '../../../support/processes/until.ts';

const desk = { program: 'desk' };

describe('The lock of a data folder', () => {
  const folder = temporaryFolder();
  const children: ChildProcess[] = [];

  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
  });

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Starts a process that locks the folder. @returns its first line of output, and the process */
  async function another(place = folder()) {
    const script = join(import.meta.dirname, '../../../support/processes/lock-until-killed.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, place], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
    return { said, child };
  }

  it('is for one process at a time; the next is told which has it, where, and since when', async () => {
    const { said, child } = await another();
    assert.equal(said, 'locked');
    await assert.rejects(lockFolder(folder(), desk), ({ message }: Error) => {
      assert.match(message, new RegExp(`process ${child.pid} \\(desk\\) on ${hostname()}, since 20`));
      assert.ok(message.startsWith(folder()));
      assert.match(message, /Stop that one first, or set DATA_DIR/);
      return true;
    });
    assert.deepEqual((await readdir(folder())).length, 1);
  });

  it('does not outlive its process, however that ended', async () => {
    for (let times = 0; times < 3; times++) {
      const { said, child } = await another();
      assert.equal(said, 'locked');
      await kill(child);
    }
    const lock = await lockFolder(folder(), desk);
    assert.equal((await readdir(folder())).length, 1);
    await lock.release();
    assert.deepEqual(await readdir(folder()), []);
  });

  it('stays with a process that is stopped and cannot answer', async () => {
    const { child } = await another();
    child.kill('SIGSTOP');
    await assert.rejects(lockFolder(folder(), desk), /in use by a process that does not answer/);
  });

  it('goes to one of many that come at the same moment, in one process and in several', async () => {
    const attempts = Array.from({ length: 12 }, () => lockFolder(folder(), desk));
    const outcomes = await Promise.allSettled(attempts);
    const winners = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    assert.ok(winners.length <= 1, `${winners.length} hold it`);
    await winners[0]?.release();

    const others = await Promise.all(Array.from({ length: 4 }, () => another()));
    const locked = others.filter(({ said }) => said === 'locked');
    assert.ok(locked.length <= 1, `${locked.length} hold it`);
    for (const { said } of others) assert.match(said, /^locked$|is in use by process/);
  });

  it('works in a folder whose path is longer than the address of a socket can be', async () => {
    const deep = join(folder(), 'a'.repeat(100), 'b'.repeat(100));
    await mkdir(deep, { recursive: true });
    const { said } = await another(deep);
    assert.equal(said, 'locked');
    await assert.rejects(lockFolder(deep, desk), { name: 'FolderInUseError' });
  });

  it('can be read by its owner alone', async () => {
    const lock = await lockFolder(join(folder(), 'data'), desk);
    const [name = ''] = await readdir(join(folder(), 'data'));
    assert.equal((await stat(join(folder(), 'data', name))).mode & 0o777, 0o600);
    assert.equal((await stat(join(folder(), 'data'))).mode & 0o777, 0o700);
    await lock.release();
  });

  it('lets others ask its holder to quiesce, until they release it or end', async () => {
    let held = 0;
    const quiesce = () => {
      held += 1;
      return Promise.resolve(() => {
        held -= 1;
      });
    };
    const lock = await lockFolder(folder(), { program: 'desk', quiesce });
    const [name = ''] = await readdir(folder());
    const resume = await askToQuiesce(join(folder(), name));
    assert.equal(held, 1);
    resume();
    await until(() => held === 0);
    await lock.release();
  });

  it('reports a holder that cannot quiesce', async () => {
    const lock = await lockFolder(folder(), { program: 'restore' });
    const [name = ''] = await readdir(folder());
    await assert.rejects(askToQuiesce(join(folder(), name)), /did not pause its writes/);
    await lock.release();
  });
});
