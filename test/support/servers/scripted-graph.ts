import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A request as Graph would see it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What to answer: a status with headers and a body, or whatever a function does with the response. */
export type ScriptedAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  | ((response: ServerResponse) => void);

/** An HTTP server on loopback that answers as a test says, for shapes that the simulated tenant never sends. */
export async function openScriptedGraph(
  answer: (request: SeenRequest, count: number) => ScriptedAnswer,
): Promise<{
  readonly root: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url: path = '', headers } = request;
      const body: unknown = method === 'POST' ? await json(request) : undefined;
      const asked = { method, path, headers, body };
      seen.push(asked);
      const given = answer(asked, seen.length);
      if (typeof given === 'function') {
        given(response);
        return;
      }
      response.statusCode = given.status ?? 200;
      for (const [name, value] of Object.entries(given.headers ?? {})) response.setHeader(name, value);
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify('body' in given ? given.body : { value: [] }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
