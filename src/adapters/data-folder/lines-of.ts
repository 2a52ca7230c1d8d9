import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** The lines that a connection brings, until it closes, also where it is cut off: readline alone would wait for ever then. */
export function linesOf(connection: Socket): AsyncIterableIterator<string> {
  const lines = createInterface(connection);
  connection.once('close', () => {
    lines.close();
  });
  return lines[Symbol.asyncIterator]();
}
