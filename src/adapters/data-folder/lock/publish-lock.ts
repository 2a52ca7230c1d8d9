import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { linesOf } from './ask-holder.ts';
import type { Holder } from './holder.ts';
import { withSocketAddress } from './socket-address.ts';

/** What a process that has locked a folder offers to others. */
export interface Control {
  /** Name of the program. */
  readonly program: string;
  /** Pauses writes to the folder until the returned function is called. */
  readonly quiesce?: () => Promise<() => void>;
}

export interface PublishedLock {
  /** Address for others to connect to. */
  readonly file: string;
  /** Windows only: another process has this lock. */
  readonly isTaken: boolean;
  /** Reports the state `holding` to processes that ask. */
  hold(): void;
  withdraw(): Promise<void>;
}

/**
 * Publishes a lock: once this returns, others find it and get an answer.
 * @throws Error if the folder cannot be locked
 */
export async function publishLock(folder: string, name: string, control: Control): Promise<PublishedLock> {
  const holder: { -readonly [Key in keyof Holder]: Holder[Key] } = {
    program: control.program,
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    state: 'starting',
  };
  const connections = new Set<Socket>();
  const server = createServer((connection) => {
    connections.add(connection);
    connection.on('error', () => undefined).once('close', () => connections.delete(connection));
    connection.write(`${JSON.stringify(holder)}\n`);
    void serve(connection, control);
  }).unref();
  const place = process.platform === 'win32' ? pipeOf(folder) : join(folder, name);
  const isTaken = !(await tryToListen(server, place, folder));
  return {
    file: place,
    isTaken,
    hold: () => {
      holder.state = 'holding';
    },
    withdraw: async () => {
      for (const connection of connections) connection.destroy();
      if (!isTaken) await new Promise((resolve) => server.close(resolve));
      if (process.platform !== 'win32') await rm(place, { force: true });
    },
  };
}

/** @returns false if a pipe of this name exists */
async function tryToListen(server: Server, place: string, folder: string): Promise<boolean> {
  try {
    if (process.platform === 'win32') await listen(server, place);
    else await listenOnFile(server, place);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${folder} cannot be locked (${reason}). The data folder must be on a local disk that this user can write to.`,
      { cause: error },
    );
  }
}

/** Listens under a temporary name first: before it listens, connections are refused as if its process had ended. */
async function listenOnFile(server: Server, file: string): Promise<void> {
  const unready = `${file}.new`;
  await withSocketAddress(unready, (address) => listen(server, address));
  await chmod(unready, 0o600);
  await rename(unready, file);
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
}

async function serve(connection: Socket, { quiesce }: Control): Promise<void> {
  for await (const line of linesOf(connection)) {
    if (line !== 'hold still' || quiesce === undefined) break;
    const release = await quiesce();
    connection.once('close', release);
    if (connection.destroyed) release();
    connection.write('still\n');
  }
  connection.end();
}

function pipeOf(folder: string): string {
  const name = createHash('sha256').update(realpathSync.native(folder).toLowerCase()).digest('hex');
  return `\\\\.\\pipe\\partner-desk-${name}`;
}
