import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/**
 * The port if it is free on `host`, `undefined` if it is in use; for port 0, any free one.
 *
 * @throws StartError if this process cannot listen there for another reason
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
 * @throws StartError if all `tries` ports are in use
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
