import { z } from 'zod';
import { UnknownCall } from './graph-failure.ts';
import type { Delivery, Reply } from '../reply.ts';

const subRequest = z.strictObject({
  id: z.string().min(1),
  method: z.string(),
  /** Without the version. */
  url: z.string().startsWith('/'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).default([]),
});

const batch = z.strictObject({ requests: z.array(subRequest).min(1).max(20) });

/** One request of a batch. */
export type SubRequest = z.infer<typeof subRequest>;

/**
 * Answers a `$batch`: 200 whatever its requests are answered with, last first, since any order is documented. Where one of
 * them hangs or breaks off, the whole batch does.
 * @throws UnknownCall if it is malformed as a whole
 */
export async function answerBatch(
  body: string,
  send: (request: SubRequest) => Promise<Delivery>,
): Promise<Delivery> {
  const requests = requestsIn(body);
  const replies = new Map<string, Reply>();
  let kind: 'whole' | 'cut' | 'malformed' = 'whole';
  for (const request of requests) {
    const isReady = request.dependsOn.every((id) => (replies.get(id)?.status ?? 0) < 400 && replies.has(id));
    const delivery = isReady ? await send(request) : failedDependency;
    if (delivery.kind === 'hang') return delivery;
    if (delivery.kind !== 'whole') kind = delivery.kind;
    replies.set(request.id, delivery.reply);
  }
  const responses = [...replies]
    .map(([id, { status, headers, body: answered }]) => ({
      id,
      status,
      headers: documentedHeaders(headers),
      body: answered,
    }))
    .reverse();
  return { kind, reply: { status: 200, headers: {}, body: { responses } } };
}

const failedDependency: Delivery = {
  kind: 'whole',
  reply: {
    status: 424,
    headers: {},
    body: { error: { code: 'FailedDependency', message: 'A request that this one depends on failed.' } },
  },
};

function requestsIn(body: string): readonly SubRequest[] {
  const refuse = (message: string): never => {
    throw new UnknownCall(400, 'BadRequest', message);
  };
  try {
    const { requests } = batch.parse(JSON.parse(body));
    const ids = new Set(requests.map(({ id }) => id));
    return ids.size === requests.length ? requests : refuse('Request ids must be unique in a batch.');
  } catch (error) {
    if (error instanceof UnknownCall) throw error;
    return refuse('Invalid batch payload format.');
  }
}

/** As Microsoft Graph writes them inside a batch. */
function documentedHeaders(headers: Reply['headers']): Record<string, string> {
  const names: Readonly<Record<string, string>> = {
    'retry-after': 'Retry-After',
    'content-type': 'Content-Type',
    'cache-control': 'Cache-Control',
    'x-ms-resource-unit': 'x-ms-resource-unit',
  };
  return Object.fromEntries(
    Object.entries({ 'cache-control': 'no-cache', 'content-type': 'application/json', ...headers }).map(
      ([name, value]) => [names[name] ?? name, value],
    ),
  );
}
