import type { Clock } from '../../../src/application/ports/clock.ts';
import type { ActivityRead, TenantReader } from '../../../src/application/ports/tenant-reader.ts';
import { readRound, type RoundPorts } from '../../../src/application/tenant/read-round.ts';
import { providerId, type ProviderId, type TenantId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { InboundTrust, TenantName } from '../../../src/domain/tenant/observation.ts';
import type { Read, ReadFailure } from '../../../src/domain/tenant/tenant-reads.ts';
import { contoso } from '../examples/invitation-examples.ts';
import { noTrust } from '../examples/seen-partners.ts';

interface Access {
  readonly isProvider: boolean;
  readonly trust: InboundTrust;
  readonly allowedRoles: readonly string[] | 'notKnown';
  readonly heldRoles: readonly string[];
  readonly sells: boolean;
  readonly name?: TenantName;
}

type Part = 'providers' | 'roles' | 'allowedRoles' | 'subscriptions' | 'audits' | 'signIns';

const nothing: Access = {
  isProvider: false,
  trust: noTrust,
  allowedRoles: 'notKnown',
  heldRoles: [],
  sells: false,
};

/** A tenant whose partners a test sets, behind the port that reads it. */
export interface MemoryTenant {
  readonly reader: TenantReader;
  /** How often it was observed. */
  readonly observed: () => number;
  /** Changes what one partner has. */
  set(partner: string, access: Partial<Access>): void;
  /** Makes it a service provider with the roles that an offer claims, or the seller that it offers to be. */
  show(offer: DatedOffer): void;
  /** Takes everything from a partner but its sales. */
  take(partner: string): void;
  /** Makes these parts fail from now on; none: all can be read. */
  fail(parts: readonly Part[], why?: ReadFailure): void;
  activity: ActivityRead;
  /** One round at this moment, in which absences count. */
  round(ports: Omit<RoundPorts, 'tenantReader'>, tenant?: TenantId): Promise<void>;
}

export function memoryTenant(clock: Clock): MemoryTenant {
  const partners = new Map<ProviderId, Access>();
  let failing: ReadonlySet<Part> = new Set();
  let failure: ReadFailure = 'unavailable';
  let rounds = 0;
  const read = <Value>(part: Part, value: Value): Read<Value> =>
    failing.has(part) ? { kind: 'notRead', why: failure } : { kind: 'read', value };

  const tenant: MemoryTenant = {
    observed: () => rounds,
    set(partner, access) {
      const id = providerId(partner);
      partners.set(id, { ...(partners.get(id) ?? nothing), ...access });
    },
    show({ partner, delegatedAdmin }) {
      if (delegatedAdmin.kind === 'none') {
        tenant.set(partner.id, { sells: true });
        return;
      }
      const claimed = delegatedAdmin.kind === 'granular' ? delegatedAdmin.roles : 'notKnown';
      const roles = claimed === 'notKnown' ? ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'] : claimed.value;
      tenant.set(partner.id, { isProvider: true, heldRoles: roles });
    },
    take(partner) {
      tenant.set(partner, { isProvider: false, heldRoles: [], allowedRoles: 'notKnown' });
    },
    fail(parts, why = 'unavailable') {
      failing = new Set(parts);
      failure = why;
    },
    activity: { signIns: { kind: 'read', value: [] }, changes: { kind: 'read', value: [] } },
    async round(ports, of = contoso) {
      const counting = { apart: 0, mayCount: true };
      await readRound({ ...ports, tenantReader: tenant.reader }, of, counting, new AbortController().signal);
    },
    reader: {
      observe(_tenant, known) {
        rounds += 1;
        const all = [...partners];
        const names = all.flatMap(([id, { name }]) => (name && !known.has(id) ? [[id, name] as const] : []));
        return Promise.resolve({
          at: clock.now(),
          providers: read(
            'providers',
            all.flatMap(([id, { isProvider, trust, allowedRoles }]) => {
              if (!isProvider) return [];
              const isRead = allowedRoles !== 'notKnown' && !failing.has('allowedRoles');
              const allowed = isRead
                ? ({ kind: 'read', value: allowedRoles } as const)
                : ({ kind: 'notRead', why: 'unsupported' } as const);
              return [{ id, trust, allowedRoles: allowed }];
            }),
          ),
          roles: read(
            'roles',
            all.flatMap(([organisation, { heldRoles }]) => heldRoles.map((role) => ({ organisation, role }))),
          ),
          sellers: read(
            'subscriptions',
            all.flatMap(([id, { sells }]) => (sells ? [id] : [])),
          ),
          names: new Map(names),
        });
      },
      activity: () =>
        Promise.resolve({
          signIns: failing.has('signIns') ? { kind: 'notRead', why: failure } : tenant.activity.signIns,
          changes: failing.has('audits') ? { kind: 'notRead', why: failure } : tenant.activity.changes,
        }),
      link: () =>
        Promise.resolve({
          consentAddress: 'https://login.microsoftonline.com/',
          graphAddress: 'https://graph.microsoft.com',
          token: { kind: 'issued' },
          permissions: [],
        }),
      heldBack: () => 0,
    },
  };
  return tenant;
}
