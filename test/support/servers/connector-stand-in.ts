import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** One request that reached the connector. */
export interface ConnectorRequest {
  readonly method: string;
  readonly conversation: string;
  /** The message to be updated; absent from a post. */
  readonly message: string | undefined;
  readonly activity: Readonly<Record<string, unknown>>;
}

/**
 * What it does with a request. `cut`: takes it and breaks the connection before it says so. `hang`: never answers, nor
 * takes it. A status: answers with that, and with a `Retry-After` where there is one.
 */
export type ConnectorBehaviour =
  'take' | 'cut' | 'hang' | { readonly status: number; readonly retryAfter?: string; readonly code?: string };

/** A channel's connector over HTTP on loopback that keeps what it takes, and misbehaves on demand. */
export async function openConnector() {
  const taken: ConnectorRequest[] = [];
  const requests: ConnectorRequest[] = [];
  let behave: (request: ConnectorRequest, times: number) => ConnectorBehaviour = () => 'take';
  const timesOf = new Map<string, number>();
  let hanging = 0;

  const server = createServer((incoming, outgoing) => {
    void readRequest(incoming).then((request) => {
      const times = (timesOf.get(request.conversation) ?? 0) + 1;
      timesOf.set(request.conversation, times);
      requests.push(request);
      answer(outgoing, request, behave(request, times));
    });
  });

  function answer(outgoing: ServerResponse, request: ConnectorRequest, as: ConnectorBehaviour): void {
    if (as === 'hang') {
      hanging += 1;
      outgoing.once('close', () => (hanging -= 1));
      return;
    }
    if (typeof as === 'object') {
      if (as.retryAfter !== undefined) outgoing.setHeader('retry-after', as.retryAfter);
      const error = { code: as.code ?? 'Error', message: 'The stand-in was told to refuse.' };
      outgoing.statusCode = as.status;
      outgoing.setHeader('content-type', 'application/json').end(JSON.stringify({ error }));
      return;
    }
    taken.push(request);
    if (as === 'cut') outgoing.destroy();
    else {
      const id = request.message ?? `message-${taken.length}`;
      outgoing.setHeader('content-type', 'application/json').end(JSON.stringify({ id }));
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    /** What it took, whether or not it said so. */
    taken,
    requests,
    /** How many wait for an answer that never comes. */
    hanging: () => hanging,
    /** `times`: how many requests for this conversation there were, this one included. */
    behaveAs: (how: typeof behave) => {
      behave = how;
    },
    /** Waits until it has had so many requests. */
    async requested(count: number): Promise<void> {
      while (requests.length < count) await setTimeout(1);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

async function readRequest(incoming: IncomingMessage): Promise<ConnectorRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const [, conversation = '', message] = path.exec(incoming.url ?? '') ?? [];
  return {
    method: incoming.method ?? '',
    conversation: decodeURIComponent(conversation),
    message: message && decodeURIComponent(message),
    activity: JSON.parse(Buffer.concat(chunks).toString('utf8')) as ConnectorRequest['activity'],
  };
}
