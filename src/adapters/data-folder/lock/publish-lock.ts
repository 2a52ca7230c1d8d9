import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { linesOf } from './ask-holder.ts';
import type { Holder } from './holder.ts';
import { withSocketAddress } from './socket-address.ts';

/** What a process says of itself, and does for others, while it has a folder locked. */
export interface Control {
  /** What it is, in a word. */
  readonly program: string;
  /** Holds the folder's files still until the function that it returns is called. */
  readonly quiesce?: () => Promise<() => void>;
}

export interface PublishedLock {
  /** Where others connect to. */
  readonly file: string;
  /** On Windows alone: another process has this very lock, and this one nothing. */
  readonly isTaken: boolean;
  /** From now on whoever asks is told that this process holds the folder. */
  hold(): void;
  withdraw(): Promise<void>;
}

/** Publishes a lock: when this returns, whoever looks finds it and is answered. @throws Error where the folder takes none */
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

/** @returns false where a pipe of this name is taken */
async function tryToListen(server: Server, place: string, folder: string): Promise<boolean> {
  try {
    if (process.platform === 'win32') await listen(server, place);
    else await listenOnFile(server, place);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${folder} cannot be locked (${reason}). The data folder must be on a local disk that this user may write.`,
      { cause: error },
    );
  }
}

/** Under another name until it listens: between the two, connections are refused as if its process were dead. */
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
