/** Puts load on one server at a time, on request of its parent process. */
import autocannon from 'autocannon';
import { pressedActivities, saidActivities } from '../activities.ts';
import { putPacedLoad } from './paced-load.ts';

/** One period of load. */
export interface LoadOrder {
  readonly url: string;
  readonly activities: 'said' | 'pressed';
  readonly serviceUrl: string;
  readonly connections: number;
  /** Turns per second, evenly spread; as fast as they are answered if absent. */
  readonly rate?: number;
  readonly duration: { readonly seconds: number } | { readonly turns: number };
}

export interface LoadResult {
  /** Successful turns. */
  readonly turns: number;
  /** Successful turns whose answer contains a results card. */
  readonly resultCards: number;
  readonly failures: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p99: number;
}

const made = new Map<string, readonly string[]>();
let sent = 0;

function activitiesFor({ activities, serviceUrl }: LoadOrder): readonly string[] {
  const key = `${activities} ${serviceUrl}`;
  const known = made.get(key) ?? (activities === 'said' ? saidActivities : pressedActivities)(serviceUrl);
  made.set(key, known);
  return known;
}

process.on('message', (order: LoadOrder) => {
  void putLoad(order).then((result) => process.send?.(result));
});

async function putLoad(order: LoadOrder): Promise<LoadResult> {
  const bodies = activitiesFor(order);
  if (order.rate !== undefined && 'seconds' in order.duration) {
    const { connections, rate: perSecond, duration } = order;
    const paced = await putPacedLoad(order.url, bodies, { connections, perSecond, ...duration });
    return { ...paced, ...duration, resultCards: 0 };
  }
  let resultCards = 0;
  const result = await autocannon({
    url: order.url,
    connections: order.connections,
    // Seconds. Long, because concurrent requests wait for each other, and machines can be busy.
    timeout: 600,
    ...('turns' in order.duration ? { amount: order.duration.turns } : { duration: order.duration.seconds }),
    requests: [
      {
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[sent++ % bodies.length] ?? '' }),
        onResponse: (_status, body) => {
          if (body.includes('"verb":"providers.search"')) resultCards++;
        },
      },
    ],
  });
  return {
    turns: result['2xx'],
    resultCards,
    failures: result.non2xx + result.errors,
    seconds: result.duration,
    p99: result.latency.p99,
  };
}
