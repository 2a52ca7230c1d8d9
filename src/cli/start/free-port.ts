import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/**
 * The port itself where it is free on `host`, `undefined` where something listens on it already; for 0, a free one.
 *
 * @throws StartError when this process may not listen there at all
 */
export async function portIfFree(host: string, port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) return undefined;
    throw new StartError(`Cannot listen on ${host}, port ${port}: ${String(error)}.`, { cause: error });
  } finally {
    server.close();
  }
}

/**
 * The first free port on `host`, from `first` upwards.
 *
 * @throws StartError when the `tries` ports are all taken
 */
export async function nextFreePort(host: string, first: number, tries = 20): Promise<number> {
  for (let port = first; port < first + tries; port += 1) {
    if ((await portIfFree(host, port)) !== undefined) return port;
  }
  throw new StartError(
    `Ports ${first} to ${first + tries - 1} are all in use on ${host}. Stop what uses one of them.`,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
