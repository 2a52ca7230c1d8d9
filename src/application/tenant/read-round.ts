import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { ReadFailure } from '../../domain/tenant/tenant-reads.ts';
import type { CountingRule } from '../../domain/tenant/observing/see-partner.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Announcements } from '../ports/posts.ts';
import type { Store } from '../ports/store.ts';
import type { TenantReader } from '../ports/tenant-reader.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';
import { confirmAwaited } from './confirm-awaited.ts';
import { recordActivity } from './record-activity.ts';
import { recordCompletions } from './record-completions.ts';
import { recordObservation } from './record-observation.ts';

export interface RoundPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly announcements: Announcements;
  readonly tenantReader: TenantReader;
}

/** How a round went: whether any part could be read, and why the others could not. */
export interface RoundOutcome {
  readonly hasRead: boolean;
  readonly failures: readonly ReadFailure[];
}

/**
 * Reads a tenant once, stores what it shows and what partners did, tells what nobody decided here, and confirms what was
 * decided.
 * @param signal ends the reads: what was not read then counts as unavailable
 * @throws DomainError('store-unavailable'): the next round tries again
 */
export async function readRound(
  ports: RoundPorts,
  tenant: TenantId,
  counting: CountingRule,
  signal: AbortSignal,
): Promise<RoundOutcome> {
  const { store, announcements, tenantReader } = ports;
  const known = await namedPartners(store, tenant);
  const observation = await tenantReader.observe(tenant, known, signal);
  const hasTold = await recordObservation(ports, tenant, observation, counting);
  const hasConfirmed = await confirmAwaited(ports, tenant);
  if (hasTold || hasConfirmed) announcements.wake(tenant);
  const reads = [observation.providers, observation.roles, observation.sellers];
  const hasRead = reads.some(({ kind }) => kind === 'read');
  if (hasRead) {
    if (await recordActivity(ports, tenant, signal)) announcements.wake(tenant);
    if (await recordCompletions(ports, tenant)) announcements.wake(tenant);
  }
  return {
    hasRead,
    failures: reads.flatMap((read) => (read.kind === 'read' ? [] : [read.why])),
  };
}

async function namedPartners(store: Store, tenant: TenantId): Promise<ReadonlySet<ProviderId>> {
  const partners = (await readSnapshot(store, tenant))?.partners ?? [];
  return new Set(partners.filter(({ name }) => name !== undefined).map(({ id }) => id));
}
