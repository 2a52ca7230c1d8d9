import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../identifiers.ts';
import { contentOf, isSameSource, rankOf, saysNothing, type Claim, type ClaimSource } from './claim.ts';
import { combineAdministration, combineFunctions } from './combine-administration.ts';
import type { DatedOffer, Invitation, InvitingPartner } from './invitation.ts';
import type { MailOrigin } from './message/mail-origin.ts';

/**
 * How many sources are kept apart; what further people say is kept together. Few, because a card shows them all. What
 * was submitted and administrators come first, so that nobody else can crowd them out.
 */
const maxSources = 5;

/**
 * How often one person who is no administrator, and all of them together, may add to what is claimed of an invitation
 * after it came. Whatever is added sends an administrator back to the second step: without a bound, anybody could hold
 * up a decision for ever.
 */
const maxAdditions = { each: 3, together: 10 } as const;

/** What one source says, as an offer. */
export function claimOf(offer: DatedOffer, source: ClaimSource): Claim {
  const { name, domain } = offer.partner;
  return {
    source,
    function: offer.function,
    delegatedAdmin: offer.delegatedAdmin,
    ...(name && { name }),
    ...(domain && { domain }),
    ...(offer.indirectProvider?.name && { providerName: offer.indirectProvider.name }),
    ...(offer.deadline !== undefined && { deadline: offer.deadline }),
    ...(offer.message !== undefined && { message: offer.message }),
    ...(offer.mail && { mail: offer.mail }),
  };
}

/** What each source says about an invitation; one at least. */
export function claimsOf(invitation: Invitation): readonly Claim[] {
  return invitation.claims ?? [claimOf(invitation, sourceOfOrigin(invitation))];
}

/**
 * The invitation with what one more source says, or what a known one says in addition. Nobody replaces what others said,
 * and nobody takes back what they said themselves. The invitation then asks for all of it. Unchanged if the claim adds
 * nothing, or if people who are no administrators have added all that they may.
 */
export function withClaim(invitation: Invitation, claim: Claim): Invitation {
  const before = claimsOf(invitation);
  const known = before.find((one) => isSameSource(one.source, claim.source));
  if (known === undefined && (saysNothing(claim) || isSaidAlready(claim, before))) return invitation;
  const added =
    known === undefined
      ? [...before, claim]
      : before.map((one) => (one === known ? merged([known, claim], claim.source) : one));
  const joined = combined(invitation, bounded(added));
  const author = authorOfNoRole(claim.source);
  if (author === undefined || isDeepStrictEqual(joined, invitation)) return joined;
  const additions = invitation.claimsAddedBy ?? [];
  const own = additions.filter((one) => one === author);
  if (own.length >= maxAdditions.each || additions.length >= maxAdditions.together) return invitation;
  return { ...joined, claimsAddedBy: [...additions, author] };
}

/** Who can add without a role. All mail counts as one author: whoever writes it can call themselves anything. */
function authorOfNoRole(source: ClaimSource): PersonId | 'mailbox' | undefined {
  if (source.kind === 'mailbox') return 'mailbox';
  return source.kind === 'person' && !source.isAdministrator ? source.by.person : undefined;
}

/** Whether a source outranks all that were known: it must not depend on how those were told of. */
export function outranks(source: ClaimSource, known: readonly Claim[]): boolean {
  return known.every((claim) => rankOf(claim.source) < rankOf(source));
}

/** Whether all that is claimed of an invitation is from one person. Who repeats what others said claims nothing. */
export function isClaimedByAlone(invitation: Invitation, person: PersonId): boolean {
  return claimsOf(invitation).every(({ source }) => source.kind === 'person' && source.by.person === person);
}

/** The same for mail to the mailbox that the desk reads. */
export function isClaimedByMailAlone(invitation: Invitation): boolean {
  return claimsOf(invitation).every(({ source }) => source.kind === 'mailbox');
}

/** Where what an invitation said when it came is from. */
export function sourceOfOrigin({ origin, mail }: Pick<Invitation, 'origin' | 'mail'>): ClaimSource {
  if (origin.kind === 'posted') return { kind: 'submitted' };
  if (origin.kind === 'mailbox') return mailboxSource(origin.address, mail);
  // Whether it was an administrator was not stored with one that is older.
  return { kind: 'person', by: origin.by, isAdministrator: false };
}

/** The source of what a mail says that came into a mailbox. */
export function mailboxSource(address: string, mail: MailOrigin | undefined): ClaimSource {
  return { kind: 'mailbox', address, ...(mail?.from !== undefined && { from: mail.from }) };
}

/** Whether a source that counts for as much says the same: who repeats it adds nothing. */
function isSaidAlready(claim: Claim, before: readonly Claim[]): boolean {
  const said = contentOf(claim);
  return before.some((one) => contentOf(one) === said && rankOf(one.source) >= rankOf(claim.source));
}

/** The most trustworthy first; of the same rank, the earlier. */
function byRank(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((one, other) => rankOf(other.source) - rankOf(one.source));
}

function bounded(claims: readonly Claim[]): readonly Claim[] {
  const apart = claims.filter(({ source }) => source.kind !== 'others');
  if (apart.length <= maxSources) return claims;
  const kept = new Set(byRank(apart).slice(0, maxSources));
  const [first, ...rest] = claims.filter((claim) => !kept.has(claim));
  const others = first === undefined ? [] : [merged([first, ...rest], { kind: 'others' })];
  return [...claims.filter((claim) => kept.has(claim)), ...others];
}

/** All that several claims say, as one; of names and texts, the first. */
function merged(claims: readonly [Claim, ...Claim[]], source: ClaimSource): Claim {
  const mail = claims.find((claim) => claim.mail)?.mail;
  return { source, ...combine(claims), ...(mail && { mail }) };
}

function combined(invitation: Invitation, claims: readonly Claim[]): Invitation {
  const [first, ...rest] = byRank(claims);
  if (first === undefined) return invitation;
  const { name, domain, providerName, ...asked } = combine([first, ...rest]);
  const { id, idIsGuess } = invitation.partner;
  const partner: InvitingPartner = { id, idIsGuess, ...(name && { name }), ...(domain && { domain }) };
  const provider = { ...invitation.indirectProvider, ...(providerName && { name: providerName }) };
  const hasProvider = Object.keys(provider).length > 0;
  return { ...invitation, ...asked, partner, ...(hasProvider && { indirectProvider: provider }), claims };
}

/** @param claims those whose names and texts are preferred first */
function combine(claims: readonly [Claim, ...Claim[]]): Omit<Claim, 'source'> {
  const delegatedAdmin = combineAdministration(claims.map((claim) => claim.delegatedAdmin));
  const [first, ...rest] = claims;
  const name = claims.find((claim) => claim.name)?.name;
  const domain = claims.find((claim) => claim.domain)?.domain;
  const message = claims.find((claim) => claim.message !== undefined)?.message;
  const providerName = claims.find((claim) => claim.providerName)?.providerName;
  const deadline = claims.find((claim) => claim.deadline !== undefined)?.deadline;
  return {
    function: combineFunctions([first.function, ...rest.map((claim) => claim.function)], delegatedAdmin),
    delegatedAdmin,
    ...(name && { name }),
    ...(domain && { domain }),
    ...(providerName && { providerName }),
    ...(deadline !== undefined && { deadline }),
    ...(message !== undefined && { message }),
  };
}
