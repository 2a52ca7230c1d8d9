import type { ProviderId } from '../identifiers.ts';
import type { InvitingPartner } from '../invitations/invitation.ts';
import type { PartnerRelationship } from '../partners/relationship.ts';
import type { SeenPartner } from './tenant-snapshot.ts';

/**
 * A partner by the best name for it: as invitations had it, else as its own tenant calls itself, which proves nothing;
 * else by its id alone.
 */
export function knownAs(
  id: ProviderId,
  {
    relationship,
    seen,
  }: {
    readonly relationship?: PartnerRelationship | undefined;
    readonly seen?: Pick<SeenPartner, 'name'> | undefined;
  },
): InvitingPartner {
  const invited = relationship?.partner;
  if (invited?.name !== undefined) return invited;
  const shown = seen?.name;
  return {
    id,
    idIsGuess: invited?.idIsGuess ?? false,
    ...(shown && { name: { value: shown.name, claimed: true } }),
    ...(shown?.domain !== undefined && { domain: { value: shown.domain, claimed: true } }),
    ...(invited?.domain && { domain: invited.domain }),
  };
}
