import { createRequire } from 'node:module';
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricEvent, Meter } from '../../application/ports/meter.ts';

/** Queue lengths. */
export interface Queues {
  readonly mail: number;
  readonly posts: number;
}

/** The Prometheus exposition, with its media type. */
export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

/** Records in a `prom-client` registry, beside the process metrics: memory, event-loop delay, garbage collection. */
export interface PrometheusMeter extends Meter {
  /** Loads the library ahead of the first turn. */
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
  readonly mailboxMails: Counter<'outcome'>;
  readonly retries: Counter<'of'>;
  readonly queues: Gauge<'queue'>;
}

/** Up to Teams' turn timeout of 15 s and the e-mail timeout of 30 s. Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];

export function prometheusMeter(): PrometheusMeter {
  let created: Instruments | undefined;
  const instruments = (): Instruments => (created ??= createInstruments());
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
  { turns, presses, decisions, refusals, calls, mailboxMails, retries }: Instruments,
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
    case 'mailboxMail':
      mailboxMails.inc({ outcome: event.outcome });
      return;
    case 'retry':
      retries.inc({ of: event.of });
      return;
  }
}

/** Loads `prom-client` on first use, so that it does not delay startup. */
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
    turns: histogram('turn_seconds', 'Turns and their response time.', ['request', 'outcome']),
    presses: counter('presses_total', 'Button presses.', ['verb']),
    decisions: counter('decisions_total', 'Decisions recorded in the audit log.', ['outcome']),
    refusals: counter('refusals_total', 'Refused requests.', ['reason']),
    calls: histogram('call_seconds', 'Calls to other services and their duration.', ['target', 'outcome']),
    mailboxMails: counter('mailbox_mails_total', 'Mails of the mailbox that is read for invitations.', [
      'outcome',
    ]),
    retries: counter('retries_total', 'Retried e-mails and posts.', ['of']),
    queues: new library.Gauge({
      name: 'partner_desk_queue_length',
      help: 'E-mails and posts waiting to be sent.',
      labelNames: ['queue'],
      registers,
    }),
  };
}
