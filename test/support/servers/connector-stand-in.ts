import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { memberAsked, rosterMember } from './roster.ts';

/** One request that reached the connector. */
export interface ConnectorRequest {
  readonly method: string;
  readonly conversation: string;
  /** The message to update; undefined for a post. */
  readonly message: string | undefined;
  readonly activity: Readonly<Record<string, unknown>>;
}

/**
 * `take`: accepts the request. `cut`: accepts it, and closes the connection before answering. `hang`: ignores it and
 * never answers. A status: answers with that, and with `Retry-After` if there is one.
 */
export type ConnectorBehaviour =
  'take' | 'cut' | 'hang' | { readonly status: number; readonly retryAfter?: string; readonly code?: string };

/** A channel's connector on loopback that records what it accepts, and misbehaves on demand. */
export async function openConnector() {
  const taken: ConnectorRequest[] = [];
  const requests: ConnectorRequest[] = [];
  let behave: (request: ConnectorRequest, times: number) => ConnectorBehaviour = () => 'take';
  const timesOf = new Map<string, number>();
  let hanging = 0;

  const server = createServer((incoming, outgoing) => {
    const asked = memberAsked(incoming.method, incoming.url);
    const member = asked && rosterMember(asked.id);
    if (member !== undefined) {
      outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(member));
      return;
    }
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
    /** What it accepted, even if it did not answer. */
    taken,
    requests,
    /** Number of open requests that will never be answered. */
    hanging: () => hanging,
    /** `times`: number of requests for this conversation, including this one. */
    behaveAs: (how: typeof behave) => {
      behave = how;
    },
    /** Waits for this number of requests. */
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
