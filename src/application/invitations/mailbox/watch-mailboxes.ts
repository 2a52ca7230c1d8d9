import { millisecondsOf } from '../../../domain/instant.ts';
import type { RoundResult } from '../../../domain/tenant/mailbox-watch.ts';
import type { Timer } from '../../ports/clock.ts';
import type { MailboxOf } from '../../ports/mailbox-reader.ts';
import { errorForLog } from '../../runtime/logging.ts';
import { runPeriodically, type JobRun } from '../../runtime/run-periodically.ts';
import { runBounded } from '../../runtime/spread-tenants.ts';
import { readMailbox, type MailboxPorts } from './read-mailbox.ts';
import { readMailboxWatch } from './read-mailbox-watch.ts';

interface WatchPorts extends Omit<MailboxPorts, 'interval'> {
  readonly timer: Timer;
  readonly mailboxes: readonly MailboxOf[];
  /** Seconds between two reads of a tenant: mailboxes are not read less often. */
  readonly watchEverySeconds: number;
}

/** Mailboxes read at the same time; of each, one message after the other. */
const maxRounds = 4;
/** Between two rounds of a mailbox at most: people wait for what was sent there. Milliseconds. */
const maxInterval = 300_000;
/** Due times are looked at at least this often; milliseconds. */
const maxLookInterval = 10_000;

/**
 * Reads each mailbox for invitations when it is due, now and periodically. Due times are stored, like where to go on.
 * @returns a function that stops it: reads are aborted, and it resolves once all have ended
 */
export function watchMailboxes(ports: WatchPorts): () => Promise<void> {
  const { store, clock, timer, log, meter, mailboxReader, mailboxes } = ports;
  const interval = Math.min(maxInterval, ports.watchEverySeconds * 1000);
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const rounds = runBounded(maxRounds);
  const states = new Map<string, string>();

  async function isDue({ tenant, address }: MailboxOf): Promise<boolean> {
    if (mailboxReader.heldBack(tenant) > 0) return false;
    const watch = await readMailboxWatch(store, tenant);
    if (watch?.address !== address) return true;
    const wait = millisecondsOf(watch.nextReadAt) - millisecondsOf(clock.now());
    // Of one that failed often it is longer; a clock that was set back must not hold it up for ever.
    return wait <= 0 || wait > 100 * interval;
  }

  async function round(mailbox: MailboxOf): Promise<void> {
    if (isStopping()) return;
    const startedAt = performance.now();
    const result = await readMailbox({ ...ports, interval }, mailbox, stopping.signal);
    if (isStopping()) return;
    tell(mailbox, result);
    const outcome = result.kind === 'failed' ? 'failed' : 'done';
    const seconds = (performance.now() - startedAt) / 1000;
    meter.record({ kind: 'call', target: 'mailbox', outcome, seconds });
  }

  /** Logs how a mailbox can be read, once for each change of that. */
  function tell({ tenant }: MailboxOf, result: RoundResult): void {
    const state = result.kind === 'failed' ? result.why : result.kind === 'full' ? 'full' : '';
    const before = states.get(tenant) ?? '';
    states.set(tenant, state);
    if (state === before) return;
    if (state === '') log.info({ tenant }, 'the mailbox is read again');
    else if (state === 'full')
      log.warn({ tenant }, 'more invitations wait in the mailbox than may be pending');
    else log.warn({ tenant, why: state }, 'the mailbox cannot be read');
  }

  /** The same for what is no failure of Microsoft's, such as a store that cannot be written. */
  function failed({ tenant }: MailboxOf, error: unknown): void {
    if (states.get(tenant) === 'error') return;
    states.set(tenant, 'error');
    log.error({ tenant, error: errorForLog(error) }, 'could not read a mailbox');
  }

  async function lookAtAll({ isStopped }: JobRun): Promise<void> {
    for (const mailbox of mailboxes) {
      if (isStopped()) return;
      const isWanted = await isDue(mailbox).catch((error: unknown) => {
        failed(mailbox, error);
        return false;
      });
      if (!isWanted) continue;
      rounds.start(mailbox.tenant, () =>
        round(mailbox).catch((error: unknown) => {
          failed(mailbox, error);
        }),
      );
    }
  }

  const looking = {
    timer,
    log,
    interval: Math.min(maxLookInterval, interval),
    failure: 'could not read mailboxes',
  };
  const stop = runPeriodically(looking, lookAtAll);
  return async () => {
    stop();
    stopping.abort();
    await rounds.ended();
  };
}
