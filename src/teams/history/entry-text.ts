import type { ListedEntry } from '../../application/history/list-history.ts';
import type { AuditEntry, AuditEvent } from '../../domain/history/audit-entry.ts';
import type { FunctionSettings } from '../../domain/invitations/function-settings.ts';
import { remarksIn } from '../../domain/invitations/invitation-status.ts';
import type { RelationshipSummary } from '../../domain/partners/relationship-summary.ts';
import type { Messages } from '../../i18n/messages.ts';
import { shortened, joinedByDots, personName } from '../cards/text.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { settingsText } from '../invitations/settings-text.ts';
import { tenantDetails } from './tenant-details.ts';
import { reviewTally } from './review-tally.ts';

/** A history entry in words: when, who, what, and the details. Names are untrusted text. */
export function entryWords(messages: Messages, { entry, partners }: ListedEntry) {
  const { format, history: text, vocabulary } = messages;
  const { at, by, event } = entry;
  const names = partners.map((partner) => identifyingName(messages, partner));
  const details = detailsOf(messages, event);
  return {
    when: format.moment(at),
    who: ` · ${shortened(whoOf(messages, by), 80)}`,
    what: text.words[event.kind].what({
      partner: names.length === 0 ? text.requester : format.list(names),
      asA: 'function' in event ? vocabulary.functions[event.function] : '',
      reference: referenceOf(event),
    }),
    details: details.map((line) => ({ line })),
  };
}

/** The author of an entry; untrusted text. */
export function whoOf(messages: Messages, by: AuditEntry['by']): string {
  if (typeof by === 'string') return messages.history[by];
  return 'mailbox' in by ? messages.history.mailbox(by.mailbox) : personName(messages, by);
}

function referenceOf(event: AuditEvent): string {
  if (event.kind === 'unknownRefused') return shortened(event.id, 80);
  if ('chat' in event) return shortened(event.chat, 80);
  return 'reference' in event ? event.reference : '';
}

function detailsOf(messages: Messages, event: AuditEvent): readonly string[] {
  const { decision, history: text, invitation } = messages;
  return [
    ...('before' in event
      ? [text.before(stateOf(messages, event.before)), text.after(stateOf(messages, event.after))]
      : []),
    ...('entries' in event
      ? [text.exported(messages.format, text.formats[event.format], event.entries)]
      : []),
    ...('effect' in event && event.effect === 'awaiting' ? [invitation.effect.awaiting] : []),
    ...('why' in event ? [text.refused(text.wanted[event.wanted], text.why[event.why])] : []),
    ...('outcome' in event ? [reviewTally(messages, event.outcome)] : []),
    ...tenantDetails(messages, event),
    ...('note' in event ? [messages.review.noted(shortened(event.note, 300))] : []),
    ...remarksIn(event).map((remark) => decision.remarks[remark.field](shortened(remark.text, 300))),
  ];
}

function stateOf(messages: Messages, state: RelationshipSummary | FunctionSettings): string {
  const { format, history: text, vocabulary } = messages;
  if ('kind' in state) return settingsText(messages, state) ?? text.notSet;
  const { functions, delegatedAdmin, roles, unrecognisedRoles = [] } = state;
  return joinedByDots([
    functions.length === 0 ? text.noFunction : functions.map((name) => vocabulary.functions[name]).join(', '),
    text.administration[delegatedAdmin],
    ...(roles.length > 0 ? [text.roles(format, roles.length)] : []),
    ...(unrecognisedRoles.length > 0 ? [text.unrecognised(unrecognisedRoles.join('”, “'))] : []),
  ]);
}
