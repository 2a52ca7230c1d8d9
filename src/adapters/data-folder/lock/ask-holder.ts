import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { holderSchema, type Holder } from './holder.ts';
import { withSocketAddress } from './socket-address.ts';

/** How long a living process may take to say who it is; milliseconds. It may be busy, or stopped. */
const timeout = 5_000;

/** What stands behind a lock. `dead`: nobody any more. `silent`: somebody who does not say who. */
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
 * Asks the desk that holds a lock to hold its files still.
 * @returns what lets them move again, as the end of this process does too
 * @throws Error where it is no desk, or does not do so in time
 */
export async function askToQuiesce(socket: string): Promise<() => void> {
  const connection = await connectTo(socket);
  const answers = answersOf(connection);
  await answers.next(timeout);
  connection.write('hold still\n');
  const said = await answers.next(6 * timeout);
  if (said === 'still') return () => connection.destroy();
  connection.destroy();
  throw new Error('The process that uses the folder does not let it be copied. Try again later.');
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

/** The lines that come, one at a time; undefined where none comes in time, or ever. */
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

/** The lines that a connection brings, until it closes, also where it is cut off: readline alone would wait for ever then. */
export function linesOf(connection: Socket): AsyncIterableIterator<string> {
  const lines = createInterface(connection);
  connection.once('close', () => {
    lines.close();
  });
  return lines[Symbol.asyncIterator]();
}
