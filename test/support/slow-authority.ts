import type { Clock, PartnerAuthority } from '../../src/application/ports.ts';
import type { InvitationId } from '../../src/domain/identifiers.ts';

export interface SlowAuthority extends PartnerAuthority {
  /** From now on the tenant shows what this invitation granted. */
  show(invitation: InvitationId): void;
}

/** An authority like Microsoft 365: what is authorized awaits a person in the admin center, and is seen later. */
export function slowAuthority(clock: Clock): SlowAuthority {
  const shown = new Set<InvitationId>();
  return {
    authorize: (_tenant, { link }) =>
      Promise.resolve({
        kind: 'awaiting',
        since: clock.now(),
        adminCenterPage: link ?? 'https://admin.microsoft.com/Adminportal/Home#/partners',
      }),
    observe: (_tenant, { id, status }) =>
      Promise.resolve(
        status.effect.kind === 'awaiting' && shown.has(id)
          ? { kind: 'confirmed', at: clock.now() }
          : status.effect,
      ),
    show: (invitation) => {
      shown.add(invitation);
    },
  };
}
