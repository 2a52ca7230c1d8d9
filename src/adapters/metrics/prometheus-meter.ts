import { createRequire } from 'node:module';
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricEvent, Meter } from '../../application/ports/meter.ts';

/** How much waits to be sent. */
export interface Queues {
  readonly mail: number;
  readonly posts: number;
}

/** The exposition that Prometheus reads, with its media type. */
export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

/** Counts in the registry of `prom-client`, beside the process's own figures: memory, event-loop delay, collections. */
export interface PrometheusMeter extends Meter {
  /** Loads the library, so that nobody's turn has to. */
  prepare(): void;
  page(queues: Queues): Promise<MetricsPage>;
}

interface Instruments {
  readonly registry: Registry;
  readonly turns: Histogram<'request' | 'outcome'>;
  readonly presses: Counter<'verb'>;
  readonly decisions: Counter<'outcome'>;
  readonly refusals: Counter<'reason'>;
  readonly calls: Histogram<'target' | 'outcome'>;
  readonly retries: Counter<'of'>;
  readonly queues: Gauge<'queue'>;
}

/** Up to the 15 s after which Teams gives up a turn, and the 30 s that a letter may take. Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];

export function prometheusMeter(): PrometheusMeter {
  let made: Instruments | undefined;
  const instruments = (): Instruments => (made ??= createInstruments());
  return {
    record: (event) => {
      count(instruments(), event);
    },
    prepare: () => void instruments(),
    async page({ mail, posts }) {
      const { registry, queues } = instruments();
      queues.set({ queue: 'mail' }, mail);
      queues.set({ queue: 'posts' }, posts);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function count(
  { turns, presses, decisions, refusals, calls, retries }: Instruments,
  event: MetricEvent,
): void {
  switch (event.kind) {
    case 'turn':
      turns.observe({ request: event.request, outcome: event.outcome }, event.seconds);
      return;
    case 'press':
      presses.inc({ verb: event.verb });
      return;
    case 'decision':
      decisions.inc({ outcome: event.outcome });
      return;
    case 'refusal':
      refusals.inc({ reason: event.reason });
      return;
    case 'call':
      calls.observe({ target: event.target, outcome: event.outcome }, event.seconds);
      return;
    case 'retry':
      retries.inc({ of: event.of });
      return;
  }
}

/** Loaded at first use: at the desk's start it would take time before it listens. */
function createInstruments(): Instruments {
  const load = createRequire(import.meta.url);
  const library = load('prom-client') as typeof import('prom-client');
  const registry = new library.Registry();
  const registers = [registry];
  library.collectDefaultMetrics({ register: registry });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new library.Histogram({ name: `partner_desk_${name}`, help, labelNames, buckets, registers });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new library.Counter({ name: `partner_desk_${name}`, help, labelNames, registers });
  return {
    registry,
    turns: histogram('turn_seconds', 'Turns, and how long they took to be answered.', ['request', 'outcome']),
    presses: counter('presses_total', 'Buttons that were pressed.', ['verb']),
    decisions: counter('decisions_total', 'Decisions that were kept in the histories.', ['outcome']),
    refusals: counter('refusals_total', 'What was turned away.', ['reason']),
    calls: histogram('call_seconds', 'Calls to other services, and how long they took.', [
      'target',
      'outcome',
    ]),
    retries: counter('retries_total', 'What was tried again because it had not been taken.', ['of']),
    queues: new library.Gauge({
      name: 'partner_desk_queue_length',
      help: 'Letters and posts that wait to be sent.',
      labelNames: ['queue'],
      registers,
    }),
  };
}
