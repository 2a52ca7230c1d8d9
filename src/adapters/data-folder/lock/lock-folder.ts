import { randomInt, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { namesIn } from '../../files/durable-folder.ts';
import { askHolder } from './ask-holder.ts';
import { FolderInUseError, type Holder } from './holder.ts';
import { publishLock, type Control } from './publish-lock.ts';

const lockName = /^desk-[0-9a-f-]{36}\.lock$/;

/** Two that start at the same moment may both step back; then they try again, so often at most. */
const maxTries = 8;

/** The right to be the one process that uses a data folder. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes sure that one process at a time uses a folder, which is made where it is missing.
 *
 * A lock is a Unix-domain socket in the folder, under a name of its own, that its process listens on. The kernel refuses
 * connections to it from the moment that the process ends, however it ends; so what a killed process left is told from a
 * living one without pids, which are used again and are 1 in every container, and without clocks. It holds between
 * containers that share the folder on one machine; a drive that several machines share is no place for a data folder.
 *
 * Whoever wants the folder publishes a lock first and looks for others then: of two, one at least sees the other, and
 * whoever sees another steps back. No name is used twice, so taking a dead one away cannot hit a living one.
 *
 * On Windows a named pipe does the same: its name is taken for as long as its process lives.
 *
 * @throws FolderInUseError that says by whom
 */
export async function lockFolder(folder: string, control: Control): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let tries = 1; ; tries++) {
    const name = `desk-${randomUUID()}.lock`;
    const lock = await publishLock(folder, name, control);
    const other = lock.isTaken ? await whoHas(lock.file) : await someOther(folder, name);
    if (other === undefined) {
      lock.hold();
      return { release: () => lock.withdraw() };
    }
    await lock.withdraw();
    if (other.holder?.state !== 'starting' || tries === maxTries) {
      throw new FolderInUseError(folder, other.holder, other.socket);
    }
    await sleep(randomInt(20, 200 * tries));
  }
}

interface Other {
  readonly socket: string;
  /** Undefined where it does not say. */
  readonly holder?: Holder;
}

/** A living process, other than this one, that has published a lock; one that holds the folder first. Takes dead locks away. */
async function someOther(folder: string, own: string): Promise<Other | undefined> {
  const names = (await namesIn(folder)).filter((name) => lockName.test(name) && name !== own);
  const others: Other[] = [];
  for (const name of names) {
    const socket = join(folder, name);
    const other = await whoHas(socket);
    if (other === undefined) await rm(socket, { force: true });
    else others.push(other);
  }
  return others.find(({ holder }) => holder?.state === 'holding') ?? others[0];
}

/** @returns undefined where nobody has it any more */
async function whoHas(socket: string): Promise<Other | undefined> {
  const answer = await askHolder(socket);
  if (answer.kind === 'dead') return undefined;
  return answer.kind === 'holder' ? { socket, holder: answer.holder } : { socket };
}
