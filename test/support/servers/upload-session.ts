import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `take`: accepts the part. `cut`: accepts it, and closes the connection before answering. `hang`: ignores it and never
 * answers. A status: answers with that, and rejects the part.
 */
export type UploadBehaviour = 'take' | 'cut' | 'hang' | number;

/** One uploaded part of a file. */
export interface SentPart {
  readonly start: number;
  readonly end: number;
  readonly total: number;
  readonly length: number;
}

/** An upload session on loopback, like OneDrive's, that misbehaves on demand. */
export async function openUploadSession() {
  const chunks: Buffer[] = [];
  const parts: SentPart[] = [];
  let taken = 0;
  let behave: (times: number) => UploadBehaviour = () => 'take';

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: object = {}, headers: Readonly<Record<string, string>> = {}) => {
      // Not chained: restify, in the same process, patches `writeHead` to return nothing.
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'GET') {
      send(200, { nextExpectedRanges: [`${taken}-`] });
      return;
    }
    const body = await bodyOf(request);
    const [, start = '', end = '', total = ''] =
      /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers['content-range'] ?? '') ?? [];
    const part = { start: Number(start), end: Number(end), total: Number(total), length: body.length };
    parts.push(part);
    const as = behave(parts.length);
    if (as === 'hang') return;
    if (as === 302) {
      send(302, {}, { location: '/elsewhere' });
      return;
    }
    if (typeof as === 'number') {
      send(as);
      return;
    }
    if (part.start !== taken || part.length !== part.end - part.start + 1) {
      send(416);
      return;
    }
    chunks.push(body);
    taken += body.length;
    if (as === 'cut') return void response.destroy();
    if (taken === part.total) {
      send(201, { id: 'file' });
      return;
    }
    send(202, { nextExpectedRanges: [`${taken}-`] });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/upload`,
    /** Every part that was sent, accepted or not. */
    parts,
    content: () => Buffer.concat(chunks),
    /** `times`: number of parts sent so far, including this one. */
    behaveAs: (how: typeof behave) => {
      behave = how;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
