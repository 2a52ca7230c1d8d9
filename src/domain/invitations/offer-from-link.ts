import type { Stated } from '../stated.ts';
import type { Claims, KnownRoles } from './claims/claims.ts';
import type { DelegatedAdmin, SaidBesides } from './delegated-admin.ts';
import type { DatedOffer, IndirectProvider } from './invitation.ts';
import type { FoundInvitation } from './link/find-invitations.ts';
import type { InvitationLink } from './link/invitation-link.ts';
import type { MailOrigin } from './message/mail-origin.ts';

/** The offers of a message, and whether it says something that could be about any of several. */
interface MessageOffers {
  readonly offers: readonly (DatedOffer & { readonly link: string })[];
  readonly isAmbiguous: boolean;
}

/**
 * The offers of the links in one message, such as a thread. Which of several partners a name is of, and which of several
 * requests a list of roles, cannot be told from the order of a text: whoever writes it chooses that. Such words are
 * left out rather than shown of the wrong one; that Global Administrator is among them is kept of each.
 * @param mail that the message is
 */
export function offersFromMessage(
  invitations: readonly FoundInvitation[],
  claims: Claims,
  {
    mail,
    isGlobalAdministrator,
  }: Pick<KnownRoles, 'isGlobalAdministrator'> & { readonly mail: MailOrigin | undefined },
): MessageOffers {
  const links = invitations.map(({ link }) => link);
  const partners = new Set(links.map(({ partner, partnerHint }) => partner ?? partnerHint));
  const requests = links.filter(({ delegatedAdministration: linked }) => linked === 'granular');
  const isOneOfSeveral = { partners: partners.size > 1, requests: requests.length > 1 };
  const told = withoutOthers(claims, isOneOfSeveral, isGlobalAdministrator);
  return {
    offers: invitations
      .map((one) => offerFromLink(one, told))
      .filter((offer) => offer !== undefined)
      .map((offer) => ({ ...offer, ...(mail && { mail }) })),
    isAmbiguous: Object.keys(claims).some((key) => !(key in told)),
  };
}

/** What a message says, without what could be about another partner, or another request, in it. */
function withoutOthers(
  claims: Claims,
  isOneOfSeveral: { readonly partners: boolean; readonly requests: boolean },
  isGlobalAdministrator: KnownRoles['isGlobalAdministrator'],
): Claims {
  const { partnerName, providerName, deadline, ...ofRequest } = claims;
  const ofPartner = {
    ...(partnerName !== undefined && { partnerName }),
    ...(providerName !== undefined && { providerName }),
    ...(deadline !== undefined && { deadline }),
  };
  const namesGlobalAdministrator =
    claims.mentionsGlobalAdministrator === true || claims.roles?.some(isGlobalAdministrator) === true;
  return {
    ...(isOneOfSeveral.partners ? {} : ofPartner),
    ...(isOneOfSeveral.requests
      ? namesGlobalAdministrator && { mentionsGlobalAdministrator: true }
      : ofRequest),
  };
}

/**
 * The offer of a pasted link. What the link says counts as stated, what only the mail around it says as claimed, and
 * the rest as not known.
 * @returns undefined for a link that does not identify the partner: there is nobody to authorize
 */
function offerFromLink(
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
