import type { Stated } from '../stated.ts';
import type { Claims } from './claims/claims.ts';
import type { DelegatedAdmin, SaidBesides } from './delegated-admin.ts';
import type { DatedOffer, IndirectProvider } from './invitation.ts';
import type { FoundInvitation } from './link/find-invitations.ts';
import type { InvitationLink } from './link/invitation-link.ts';

/**
 * The offer of a pasted link. What the link says counts as stated, what only the mail around it says as claimed, and
 * the rest as not known.
 * @returns undefined for a link that does not identify the partner: there is nobody to authorize
 */
export function offerFromLink(
  { link, wrappedBy }: FoundInvitation,
  claims: Claims,
): (DatedOffer & { readonly link: string }) | undefined {
  const id = link.partner ?? link.partnerHint;
  if (id === undefined) return undefined;
  const { partnerName, deadline } = claims;
  const indirectProvider = providerOf(link, claims);
  return {
    partner: {
      id,
      idIsGuess: link.partner === undefined,
      ...(partnerName !== undefined && { name: claimed(partnerName) }),
    },
    function: link.function,
    delegatedAdmin: administrationOf(link, claims),
    ...(indirectProvider && { indirectProvider }),
    ...(deadline !== undefined && { deadline }),
    link: link.link,
    ...(wrappedBy.length > 0 && { wrappedBy }),
  };
}

function providerOf(
  { indirectProvider: id }: InvitationLink,
  { providerName }: Claims,
): IndirectProvider | undefined {
  if (id === undefined && providerName === undefined) return undefined;
  return {
    ...(id !== undefined && { id }),
    ...(providerName !== undefined && { name: claimed(providerName) }),
  };
}

function administrationOf(
  { delegatedAdministration: linked }: InvitationLink,
  claims: Claims,
): DelegatedAdmin {
  if (linked === 'none' || linked === 'classic') return { kind: linked };
  // The old portals' links may include administration without saying which kind: treat it as granular with unknown
  // roles.
  const isGranular = linked === 'granular';
  return {
    kind: 'granular',
    roles: isGranular && claims.roles !== undefined ? claimed(claims.roles) : 'notKnown',
    durationDays: isGranular && claims.durationDays !== undefined ? claimed(claims.durationDays) : 'notKnown',
    autoExtends: 'notKnown',
    ...(isGranular && besidesOf(claims)),
  };
}

function besidesOf(claims: Claims): SaidBesides {
  const { unrecognisedRoles, furtherUnrecognised, announcedRoles } = claims;
  const { mentionsGlobalAdministrator, otherDurationDays, durationWords } = claims;
  return {
    ...(unrecognisedRoles && { unrecognisedRoles }),
    ...(furtherUnrecognised !== undefined && { furtherUnrecognised }),
    ...(announcedRoles !== undefined && { announcedRoles }),
    ...(mentionsGlobalAdministrator && { mentionsGlobalAdministrator }),
    ...(otherDurationDays && { otherDurationDays }),
    ...(durationWords !== undefined && { durationWords }),
  };
}

function claimed<Value>(value: Value): Stated<Value> {
  return { value, claimed: true };
}
