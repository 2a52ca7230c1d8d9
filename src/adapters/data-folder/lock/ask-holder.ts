import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { holderSchema, type Holder } from './holder.ts';
import { withSocketAddress } from './socket-address.ts';

/** Timeout for a live process, which may be busy or stopped, to identify itself; milliseconds. */
const timeout = 5_000;

/** Who holds a lock. `dead`: its process has ended. `silent`: a process that does not identify itself. */
export type Answer =
  { readonly kind: 'dead' | 'silent' } | { readonly kind: 'holder'; readonly holder: Holder };

/** Asks who holds a lock. */
export async function askHolder(socket: string): Promise<Answer> {
  let connection: Socket;
  try {
    connection = await connectTo(socket);
  } catch (error) {
    const isDead =
      error instanceof Error && 'code' in error && /^(?:ECONNREFUSED|ENOENT)$/.test(String(error.code));
    return { kind: isDead ? 'dead' : 'silent' };
  }
  try {
    const holder = await answersOf(connection).next(timeout);
    return holder === undefined ? { kind: 'silent' } : { kind: 'holder', holder: readHolder(holder) };
  } catch {
    return { kind: 'silent' };
  } finally {
    connection.destroy();
  }
}

/**
 * Asks the desk that holds a lock to quiesce.
 * @returns a function that resumes its writes, as the end of this process does too
 * @throws Error if the holder is not a desk or does not quiesce in time
 */
export async function askToQuiesce(socket: string): Promise<() => void> {
  const connection = await connectTo(socket);
  const answers = answersOf(connection);
  await answers.next(timeout);
  connection.write('hold still\n');
  const said = await answers.next(6 * timeout);
  if (said === 'still') return () => connection.destroy();
  connection.destroy();
  throw new Error('The process that uses the folder did not pause its writes. Try again later.');
}

function connectTo(socket: string): Promise<Socket> {
  return withSocketAddress(
    socket,
    (address) =>
      new Promise((resolve, reject) => {
        const connection = connect(address);
        connection.once('error', reject);
        connection.once('connect', () => {
          connection.off('error', reject).on('error', () => undefined);
          resolve(connection);
        });
      }),
  );
}

/** Received lines, one at a time; undefined on timeout or at the end. */
function answersOf(connection: Socket) {
  const lines = linesOf(connection);
  return {
    async next(milliseconds: number): Promise<string | undefined> {
      const timeout = setTimeout(() => connection.destroy(), milliseconds);
      const line = await lines.next();
      clearTimeout(timeout);
      return line.done === true ? undefined : line.value;
    },
  };
}

function readHolder(line: string): Holder {
  return holderSchema.parse(JSON.parse(line));
}

/** The lines of a connection until it closes. When it is cut off, readline alone would wait forever. */
export function linesOf(connection: Socket): AsyncIterableIterator<string> {
  const lines = createInterface(connection);
  connection.once('close', () => {
    lines.close();
  });
  return lines[Symbol.asyncIterator]();
}
