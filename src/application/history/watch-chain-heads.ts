import type { ChainHead } from '../../domain/history/audit-chain.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { KnownHead, KnownHeads } from '../ports/known-heads.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { errorForLog } from '../runtime/logging.ts';
import { runPeriodically } from '../runtime/run-periodically.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** Undefined if they are kept nowhere. */
  readonly knownHeads: KnownHeads | undefined;
}

/** Maximum age of the known heads; milliseconds. */
const interval = 3_600_000;
/** The heads are logged in every run of this number: daily. */
const runsPerDay = 24;

/**
 * Logs the chain head of every tenant now and daily, for whoever stores the log elsewhere, and keeps the known heads up
 * to date. `npm run audit -- verify` compares the histories with both.
 */
export function watchChainHeads(ports: Ports): {
  /** Stops it, and saves the heads once more. Never throws. */
  readonly stop: () => Promise<void>;
} {
  let runs = 0;
  const failure = 'could not save the chain heads';
  const stop = runPeriodically({ ...ports, interval, failure }, async () => {
    const isDaily = runs % runsPerDay === 0;
    runs += 1;
    const heads = await currentHeads(ports);
    if (isDaily) for (const [tenant, head] of heads) logHead(ports, tenant, head);
    await saveHeads(ports, heads, isDaily);
  });
  return {
    async stop() {
      stop();
      try {
        await saveHeads(ports, await currentHeads(ports), false);
      } catch (error) {
        ports.log.error({ error: errorForLog(error) }, failure);
      }
    },
  };
}

/** `verify --noted` reads these lines: keep the message and the fields, which docs/history.md shows. */
function logHead({ log }: Ports, tenant: TenantId, { count, hash }: ChainHead): void {
  log.info({ tenant, entries: count, hash }, 'chain head');
}

async function currentHeads({ store, log }: Ports): Promise<ReadonlyMap<TenantId, ChainHead>> {
  const heads = new Map<TenantId, ChainHead>();
  for (const tenant of await store.tenants()) {
    try {
      heads.set(tenant, await store.head(tenant, 'audit'));
    } catch (error) {
      log.error({ tenant, error: errorForLog(error) }, "could not read a tenant's chain head");
    }
  }
  return heads;
}

/** A head that was lost stays known, so that the loss can still be noticed. */
async function saveHeads(
  { knownHeads, clock, log }: Ports,
  current: ReadonlyMap<TenantId, ChainHead>,
  isToReport: boolean,
): Promise<void> {
  if (knownHeads === undefined) return;
  const at = clock.now();
  const known = await knownHeads.read();
  const saved = new Map<TenantId, KnownHead>(known.map((head) => [head.tenant, head]));
  let isChanged = false;
  for (const [tenant, { count, hash }] of current) {
    const before = saved.get(tenant);
    if (before !== undefined && before.count >= count) continue;
    saved.set(tenant, { tenant, count, hash, at });
    isChanged = true;
  }
  if (isChanged) await knownHeads.write([...saved.values()]);
  if (!isToReport) return;
  for (const { tenant, count, hash } of known) {
    const head = current.get(tenant);
    if (head !== undefined && (head.count > count || (head.count === count && head.hash === hash))) continue;
    log.error(
      { tenant, entries: head?.count, knownEntries: count },
      'the history of a tenant is missing, shorter or another than it was: run npm run audit -- verify',
    );
  }
}
