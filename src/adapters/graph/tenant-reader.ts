import type { Clock } from '../../application/ports/clock.ts';
import type { TenantReader } from '../../application/ports/tenant-reader.ts';
import type { GraphClient } from './graph-client.ts';
import { readActivity } from './read-activity.ts';
import { readLink, type LinkOptions } from './read-link.ts';
import { readObservation } from './read-observation.ts';

/** For one round of each kind in all, however slowly Graph answers; milliseconds. */
const timeouts = { observe: 120_000, activity: 180_000, link: 20_000 } as const;

/** Reads tenants through Microsoft Graph. */
export function graphTenantReader(
  graph: GraphClient,
  { clock, ...link }: LinkOptions & { readonly clock: Clock },
): TenantReader {
  return {
    observe: (tenant, known, signal) =>
      graph.within({ tenant, priority: 'low', milliseconds: timeouts.observe, signal }, (session) =>
        readObservation(session, tenant, known, clock),
      ),
    activity: (tenant, query, signal) =>
      graph.within({ tenant, priority: 'low', milliseconds: timeouts.activity, signal }, (session) =>
        readActivity(session, query),
      ),
    link: (tenant, signal) =>
      graph.within({ tenant, priority: 'high', milliseconds: timeouts.link, signal }, async (session) => {
        const state = await readLink(session, link, tenant, clock.now());
        const ahead = graph.clockAhead();
        return { ...state, ...(ahead !== undefined && { clockAhead: Math.round(ahead / 1000) }) };
      }),
    heldBack: (tenant) => graph.heldBack(tenant),
  };
}
