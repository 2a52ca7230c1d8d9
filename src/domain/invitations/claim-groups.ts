import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { aspectsOf, contentOf, isSameSource, saysNothing, type Claim, type ClaimSource } from './claim.ts';
import type { Invitation } from './invitation.ts';
import { claimsOf, sourceOfOrigin } from './with-claim.ts';

/** Sources that say the same, and what they say. */
export interface ClaimGroup {
  readonly sources: readonly [ClaimSource, ...ClaimSource[]];
  readonly claim: Claim;
}

/**
 * What is claimed of an invitation, as far as a card has to name who says it: none if all is from where the invitation
 * came from.
 */
export function claimGroups(invitation: Invitation): readonly ClaimGroup[] {
  const groups: ClaimGroup[] = [];
  for (const claim of claimsOf(invitation).filter((one) => !saysNothing(one))) {
    const same = groups.findIndex((group) => contentOf(group.claim) === contentOf(claim));
    const group = groups[same];
    if (group === undefined) groups.push({ sources: [claim.source], claim });
    else groups[same] = { ...group, sources: [...group.sources, claim.source] };
  }
  const [only, ...others] = groups;
  if (only === undefined || others.length > 0) return groups;
  const origin = sourceOfOrigin(invitation);
  return only.sources.some((source) => isSameSource(source, origin)) ? [] : groups;
}

/** Whether sources contradict each other: both say something about the same, and not the same. */
export function claimsDiffer(groups: readonly ClaimGroup[]): boolean {
  const aspects = groups.map(({ claim }) => aspectsOf(claim));
  const names = [
    'function',
    'name',
    'domain',
    'providerName',
    'kind',
    'roles',
    'durationDays',
    'autoExtends',
  ] as const;
  return names.some((name) => {
    const said = aspects.map((one) => one[name]).filter((value) => value !== undefined);
    return new Set(said.map((value) => canonicalJson(value))).size > 1;
  });
}

/**
 * Identifies what an invitation asks for, and who says so, as a card shows it. Two that are the same to a reader have the
 * same; opaque.
 */
export function revisionOf(invitation: Invitation): string {
  const { partner, function: invitedAs, delegatedAdmin, message } = invitation;
  const shown = {
    partner,
    function: invitedAs,
    delegatedAdmin,
    message: message ?? '',
    ...(invitation.indirectProvider && { provider: invitation.indirectProvider }),
    ...(invitation.deadline !== undefined && { deadline: invitation.deadline }),
  };
  const groups = claimGroups(invitation).map(({ sources, claim }) => ({ sources, said: contentOf(claim) }));
  return createHash('sha256')
    .update(canonicalJson({ ...shown, groups }))
    .digest('base64url');
}
