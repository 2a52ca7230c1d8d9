import type { PartnerAuthority } from '../../../src/application/ports/authority.ts';
import type { Clock } from '../../../src/application/ports/clock.ts';
import type { InvitationId, ProviderId } from '../../../src/domain/identifiers.ts';

export interface SlowAuthority extends PartnerAuthority {
  /** Makes the tenant show what this invitation granted. */
  show(invitation: InvitationId): void;
  /** Makes the tenant show that this partner has no permissions. */
  showRemoval(partner: ProviderId): void;
}

const partnersPage = 'https://admin.microsoft.com/Adminportal/Home#/partners';

/** An authority like Microsoft 365: a decision awaits a person in the admin center, and is confirmed later. */
export function slowAuthority(clock: Clock): SlowAuthority {
  const shown = new Set<InvitationId>();
  const removed = new Set<ProviderId>();
  return {
    authorize: (_tenant, { link }) =>
      Promise.resolve({
        kind: 'awaiting',
        since: clock.now(),
        adminCenterPage: link ?? partnersPage,
      }),
    observe: (_tenant, { id, status }) =>
      Promise.resolve(
        status.effect.kind === 'awaiting' && shown.has(id)
          ? { kind: 'confirmed', at: clock.now() }
          : status.effect,
      ),
    remove: () => Promise.resolve({ kind: 'awaiting', since: clock.now(), adminCenterPage: partnersPage }),
    observeRemoval: (_tenant, { partner }, effect) =>
      Promise.resolve(
        effect.kind === 'awaiting' && removed.has(partner.id)
          ? { kind: 'confirmed', at: clock.now() }
          : effect,
      ),
    showRemoval: (partner) => {
      removed.add(partner);
    },
    show: (invitation) => {
      shown.add(invitation);
    },
  };
}
