import { randomInt, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { namesIn } from '../../files/durable-folder.ts';
import { askHolder } from './ask-holder.ts';
import { FolderInUseError, type Holder } from './holder.ts';
import { publishLock, type Control } from './publish-lock.ts';

const lockName = /^desk-[0-9a-f-]{36}\.lock$/;

/** Two processes that start at the same moment may both back off; then they retry, up to this many attempts. */
const maxAttempts = 8;

/** Exclusive use of a data folder. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Locks a folder, created if missing, for one process at a time.
 *
 * A lock is a Unix domain socket in the folder, with a unique name, that its process listens on. The kernel refuses
 * connections once the process ends, however it ends. So a stale lock is detected without pids, which are reused and
 * are 1 in every container, and without clocks. It works between containers that share the folder on one machine, not
 * on a drive shared by several machines.
 *
 * A process publishes its lock first and then looks for others: of two, at least one sees the other, and a process that
 * sees another backs off. No name is used twice, so removing a stale lock cannot hit a live one.
 *
 * On Windows a named pipe serves instead: its name is taken for as long as its process lives.
 *
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string, control: Control): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt++) {
    const name = `desk-${randomUUID()}.lock`;
    const lock = await publishLock(folder, name, control);
    const other = lock.isTaken ? await holderOf(lock.file) : await otherHolder(folder, name);
    if (other === undefined) {
      lock.hold();
      return { release: () => lock.withdraw() };
    }
    await lock.withdraw();
    if (other.holder?.state !== 'starting' || attempt === maxAttempts) {
      throw new FolderInUseError(folder, other.holder, other.socket);
    }
    await sleep(randomInt(20, 200 * attempt));
  }
}

interface Other {
  readonly socket: string;
  /** Undefined if it does not identify itself. */
  readonly holder?: Holder;
}

/** Another live process with a lock, preferably one that holds the folder. Removes stale locks. */
async function otherHolder(folder: string, own: string): Promise<Other | undefined> {
  const names = (await namesIn(folder)).filter((name) => lockName.test(name) && name !== own);
  const others: Other[] = [];
  for (const name of names) {
    const socket = join(folder, name);
    const other = await holderOf(socket);
    if (other === undefined) await rm(socket, { force: true });
    else others.push(other);
  }
  return others.find(({ holder }) => holder?.state === 'holding') ?? others[0];
}

/** @returns undefined if the lock is stale */
async function holderOf(socket: string): Promise<Other | undefined> {
  const answer = await askHolder(socket);
  if (answer.kind === 'dead') return undefined;
  return answer.kind === 'holder' ? { socket, holder: answer.holder } : { socket };
}
