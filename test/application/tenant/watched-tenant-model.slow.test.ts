import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Store } from '../../../src/application/ports/store.ts';
import { readRound } from '../../../src/application/tenant/read-round.ts';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import type { AuditEvent } from '../../../src/domain/history/audit-entry.ts';
import type { ProviderId } from '../../../src/domain/identifiers.ts';
import { isComplete, type Observation } from '../../../src/domain/tenant/observation.ts';
import { hasAccess, isGone } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  contoso,
  fabrikam,
  globalAdministrator,
  granularOffer,
  megan,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { northwindId } from '../../support/examples/seen-partners.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

const hour = 3_600_000;
const roles = [userAdministrator, globalAdministrator, '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'];

const partner = fc.constantFrom<ProviderId>(fabrikam.id, fabrikam.id, fabrikam.id, northwindId);
/** Roles are shown before their provider is, now and then. */
const isProvider = fc.constantFrom(true, true, true, false);
const someRoles = fc.subarray(roles, { minLength: 1 });
const everything = ['providers', 'roles', 'subscriptions'] as const;
const failures = [[], [], everything, everything, ['providers'], ['roles']] as const;
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('authorize' as const), partner, roles: someRoles }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), partner }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('give' as const), partner, roles: someRoles, isProvider }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take' as const), partner }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      parts: fc.constantFrom(...failures),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      desks: fc.constantFrom(1, 1, 2, 3),
      wait: fc.constantFrom(0, hour / 10, hour, 2 * hour),
      /** The commit after which the process dies; it is started again. */
      diesAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('turn' as const), hours: fc.constantFrom(-48, -3, 3, 48) }),
  },
);

/** A store that fails after so many commits, as if the process had died. */
function dying(store: Store) {
  let left = Infinity;
  return {
    die: (commits: number) => (left = commits),
    store: {
      ...store,
      async commit(...given: Parameters<Store['commit']>) {
        left -= 1;
        if (left < 0) throw new Error('killed');
        await store.commit(...given);
      },
    } satisfies Store,
  };
}

interface Truth {
  readonly isProvider: boolean;
  readonly roles: readonly string[];
  /** How often it changed. */
  readonly changes: number;
}

describe('A watched tenant, whatever happens', () => {
  it('is never said to be what it is not, and each change is told once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, minLength: 5 }), async (steps) => {
        const { store, die } = dying(memoryStore());
        const desk = partnerDesk({ store, authority: awaitingAuthority({ now: () => desk.clock.now() }) });
        const truth = new Map<ProviderId, Truth>();
        /** What was stored of the last whole reads: a death may put off what follows from it. */
        const stored = new Map<ProviderId, { isProvider: boolean; holds: boolean }>();
        const shown = (id: ProviderId) => stored.get(id) ?? { isProvider: false, holds: false };
        const told = new Map<string, number>();
        const of = (id: ProviderId): Truth => truth.get(id) ?? { isProvider: false, roles: [], changes: 0 };
        let last: Observation | undefined;
        let entries = 0;

        const change = (id: ProviderId, now: readonly string[], isProvider = true) => {
          const before = of(id);
          const isSame = before.roles.toSorted().join() === now.toSorted().join();
          truth.set(id, {
            isProvider: isProvider && now.length > 0,
            roles: now,
            changes: before.changes + (isSame ? 0 : 1),
          });
          if (now.length === 0) desk.tenant.take(id);
          else desk.tenant.set(id, { isProvider, heldRoles: now });
        };

        const check = (event: AuditEvent) => {
          if (!('partner' in event)) return;
          const { roles: held, changes } = of(event.partner);
          if (event.kind === 'authorizationConfirmed')
            assert.ok(shown(event.partner).isProvider, 'confirmed, and never shown');
          if (event.kind === 'removalConfirmed') {
            assert.deepEqual(shown(event.partner), { isProvider: false, holds: false }, 'removed, and shown');
          }
          if (event.kind !== 'tenantAlertRaised') return;
          if (event.change === 'accessGone') assert.deepEqual(held, [], 'gone, and there');
          else assert.ok(event.roles.length === 0 || held.length > 0, `${event.change}, and not there`);
          if (event.change === 'accessGained' || event.change === 'accessGrown') {
            assert.ok(event.roles.every((role) => held.includes(role)));
          }
          const key = `${event.partner} ${event.change} ${changes}`;
          // What was approved is told for each authorization that it completes.
          if (event.change === 'otherRolesApproved') return;
          told.set(key, (told.get(key) ?? 0) + 1);
          assert.equal(told.get(key), 1, `${key} was told twice`);
        };

        const reader = {
          ...desk.tenant.reader,
          async observe(...given: Parameters<typeof desk.tenant.reader.observe>) {
            last = await desk.tenant.reader.observe(...given);
            return last;
          },
        };
        const read = () =>
          readRound(
            { ...desk, tenantReader: reader, announcements: { wake: () => undefined } },
            contoso,
            { apart: hour, mayCount: true },
            new AbortController().signal,
          );

        for (const each of steps) {
          await desk.time.pass(1000);
          if (each.kind === 'turn') desk.time.turnClock(each.hours * hour);
          else if (each.kind === 'fail') desk.tenant.fail(each.parts);
          else if (each.kind === 'give') change(each.partner, each.roles, each.isProvider);
          else if (each.kind === 'take') change(each.partner, []);
          else if (each.kind === 'authorize') {
            const granted = { ...granularOffer.delegatedAdmin, roles: { value: each.roles, claimed: false } };
            const delegatedAdmin = {
              ...granted,
              kind: 'granular',
              durationDays: 'notKnown',
              autoExtends: 'notKnown',
            } as const;
            await desk.accept({
              ...granularOffer,
              partner: { ...fabrikam, id: each.partner },
              delegatedAdmin,
            });
          } else if (each.kind === 'remove') {
            await desk.remove(megan, each.partner).catch((error: unknown) => {
              if (!isDomainError(error, 'nothing-to-remove') && !isDomainError(error, 'partner-not-found'))
                throw error;
            });
          } else {
            await desk.time.pass(each.wait);
            if (each.diesAfter !== undefined) die(each.diesAfter);
            await Promise.allSettled(Array.from({ length: each.desks }, read));
            die(Infinity);
            const reads = (await store.get(contoso, 'tenantSnapshot', 'snapshot'))?.value.reads;
            for (const id of [fabrikam.id, northwindId]) {
              const { isProvider, roles: held } = of(id);
              const before = shown(id);
              stored.set(id, {
                isProvider: reads?.providers?.lastReadAt === last?.at ? isProvider : before.isProvider,
                holds: reads?.roles?.lastReadAt === last?.at ? held.length > 0 : before.holds,
              });
            }
            if (last !== undefined && isComplete(last) && each.diesAfter === undefined) {
              const snapshot = (await store.get(contoso, 'tenantSnapshot', 'snapshot'))?.value;
              for (const id of [fabrikam.id, northwindId]) {
                const seen = snapshot?.partners.find((known) => known.id === id);
                if (of(id).roles.length > 0) assert.ok(seen && hasAccess(seen) && !isGone(seen), 'not shown');
              }
            }
          }
          const history = await desk.history();
          for (const { event } of history.slice(entries)) check(event);
          entries = history.length;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
