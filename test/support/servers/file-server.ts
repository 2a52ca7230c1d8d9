import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server of files answers each request. */
export type FileBehaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of files on loopback, like OneDrive's. */
export async function openFileServer(behave: FileBehaviour) {
  const requests: IncomingMessage[] = [];
  let behaviour = behave;
  const server = createServer((request, response) => {
    requests.push(request);
    response.on('error', () => undefined);
    behaviour(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/download.aspx?UniqueId=1&tempauth=secret`,
    /** Every request that came. */
    requests,
    behaveAs: (how: FileBehaviour) => {
      behaviour = how;
    },
    /** Number of open connections. */
    connections: () =>
      new Promise<number>((resolve, reject) => {
        server.getConnections((error, count) => {
          if (error) reject(error);
          else resolve(count);
        });
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with a file. */
export function withFile(
  content: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): FileBehaviour {
  return (_request, response) => {
    // Not chained: restify, in the same process, patches `writeHead` to return nothing.
    response.writeHead(200, headers);
    response.end(content);
  };
}

function withStatus(status: number): FileBehaviour {
  return (_request, response) => {
    response.writeHead(status);
    response.end();
  };
}

/** Ways in which a server fails to give a file: each ends the download. */
export const failingFiles: readonly (readonly [string, FileBehaviour])[] = [
  [
    'sends it elsewhere',
    (request, response) => {
      if (request.url?.startsWith('/elsewhere') === true)
        withFile('From: a@b.example\r\nSubject: s\r\n\r\nx')(request, response);
      else {
        response.writeHead(302, { location: '/elsewhere' });
        response.end();
      }
    },
  ],
  ['does not know it', withStatus(404)],
  ['is busy', withStatus(503)],
  ['compresses it', withFile('From: a@b.example', { 'content-encoding': 'gzip' })],
  [
    'announces more than it sends',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('From: a@b.example\r\n', () => response.destroy());
    },
  ],
  ['breaks the connection', (_request, response) => void response.destroy()],
];

/** Sends without end, as fast as it is read. */
export const endlessFile: FileBehaviour = (_request, response) => {
  const chunk = Buffer.alloc(256 * 1024, 'x\n');
  const send = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', send);
  response.writeHead(200);
  send();
};
