import type { Stats } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { ListenOptions } from 'node:net';
import { connect } from 'node:net';

/** A TCP port, or the path of a Unix domain socket or a Windows named pipe. */
export type Address = { readonly host: string; readonly port: number } | { readonly path: string };

/** One of Node's servers, or restify's. */
interface Listener {
  once(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  listen(options: ListenOptions, listening: () => void): unknown;
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host name',
  ENOENT: 'there is no such folder',
  ENAMETOOLONG: 'the path is too long',
  EINVAL: 'the path is too long',
};

/**
 * Starts listening.
 * @param settings names of the settings to change if the address is not available
 * @throws Error that says why it is not, and what to change
 */
export async function listen(server: Listener, address: Address, settings = 'PORT or HOST'): Promise<void> {
  if ('path' in address) await removeStaleSocket(address.path);
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code = '', name }) => {
      const where = 'path' in address ? address.path : `${address.host}, port ${address.port}`;
      const why = reasons[code] ?? (code || name);
      reject(new Error(`Partner Desk cannot listen on ${where}: ${why}. Set ${settings} to another.`));
    });
    // Like a port, for every program on this machine: the proxy runs as another user. The folder may restrict it.
    server.listen(
      'path' in address ? { ...address, readableAll: true, writableAll: true } : address,
      resolve,
    );
  });
}

/** A killed process leaves its socket's file behind, on which nobody else could listen. */
async function removeStaleSocket(path: string): Promise<void> {
  const found: Stats | undefined = await stat(path).catch(() => undefined);
  if (found?.isSocket() === true && !(await isAnswered(path))) await rm(path, { force: true });
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code !== 'ECONNREFUSED');
    });
  });
}
