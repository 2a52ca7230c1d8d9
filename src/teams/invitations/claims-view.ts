import { claimGroups, claimsDiffer, type ClaimGroup } from '../../domain/invitations/claim-groups.ts';
import type { Claim, ClaimSource } from '../../domain/invitations/claim.ts';
import type { DelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { joinedByDots, optional, personName, shortened } from '../cards/text.ts';
import { roleRows } from './administration-view.ts';

/** Maximum number of roles named for a source, as a card is at most 28 kB; all of them together are named elsewhere. */
const maxNamed = 5;
const maxNameLength = 60;
/** Of what is not recognised. */
const maxQuoted = 3;

/** What each source says about an invitation, and a warning if they contradict each other. */
export function claimsView(messages: Messages, invitation: Invitation) {
  const { invitation: text } = messages;
  const groups = claimGroups(invitation);
  const namesFunction = groups.some(({ claim }) => claim.function !== invitation.function);
  return {
    hasClaims: groups.length > 0,
    claimsLead: text.claimsLead,
    claimsWarning: optional(claimsDiffer(groups) ? text.claimsDiffer : undefined),
    claims: groups.map((group) => ({
      source: text.claimOf(sourcesOf(messages, group)),
      said: saidBy(messages, group.claim, namesFunction),
    })),
  };
}

function sourcesOf(messages: Messages, { sources }: ClaimGroup): string {
  return messages.format.list(sources.map((source) => sourceName(messages, source)));
}

function sourceName(messages: Messages, source: ClaimSource): string {
  const { invitation: text } = messages;
  switch (source.kind) {
    case 'submitted':
      return text.claimSubmitted;
    case 'others':
      return text.claimedByOthers;
    case 'mailbox':
      return text.claimMailed(shortened(source.from ?? text.unnamedSender, maxNameLength));
    case 'person':
      return shortened(personName(messages, source.by), maxNameLength);
  }
}

function saidBy(messages: Messages, claim: Claim, namesFunction: boolean): string {
  const { vocabulary } = messages;
  return joinedByDots([
    ...(claim.name === undefined ? [] : [shortened(claim.name.value, maxNameLength)]),
    ...(claim.domain === undefined ? [] : [shortened(claim.domain.value, maxNameLength)]),
    ...(claim.providerName === undefined
      ? []
      : [messages.invitation.provider(shortened(claim.providerName.value, maxNameLength))]),
    ...(namesFunction ? [vocabulary.functions[claim.function]] : []),
    ...administrationSaid(messages, claim.delegatedAdmin),
  ]);
}

function administrationSaid(messages: Messages, asked: DelegatedAdmin): readonly string[] {
  const { format, invitation: text, partner } = messages;
  if (asked.kind === 'none') return [];
  if (asked.kind === 'classic') return [text.classicTitle, text.noEnd];
  const { roles, durationDays, autoExtends, unrecognisedRoles = [], durationWords } = asked;
  const names = roles === 'notKnown' ? [] : roleRows(messages, roles.value).map(({ name }) => name);
  const further = names.length - maxNamed;
  const unrecognised = Math.max(0, unrecognisedRoles.length - maxQuoted) + (asked.furtherUnrecognised ?? 0);
  return [
    ...(roles === 'notKnown' && unrecognisedRoles.length === 0 ? [partner.rolesNotKnown] : []),
    ...(names.length > 0 ? [names.slice(0, maxNamed).join(', ')] : []),
    ...(further > 0 ? [partner.otherRoles(format, further)] : []),
    ...unrecognisedRoles
      .slice(0, maxQuoted)
      .map((words) => text.notRecognised(shortened(words, maxNameLength))),
    ...(unrecognised > 0 ? [text.furtherNotRecognised(format, unrecognised)] : []),
    ...(durationDays === 'notKnown' ? [] : [text.duration(format, durationDays.value)]),
    ...(durationWords === undefined ? [] : [`“${shortened(durationWords, maxNameLength)}”`]),
    ...(durationDays === 'notKnown' && durationWords === undefined ? [partner.endNotKnown] : []),
    ...(autoExtends !== 'notKnown' && autoExtends.value ? [partner.marks.extendsItself] : []),
  ];
}
