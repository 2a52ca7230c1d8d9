import { remarksIn, type EffectKind } from '../invitations/invitation-status.ts';
import { partnersOfEvent, type AuditEntry, type AuditEvent } from './audit-entry.ts';

/** A history entry as a table row; columns that do not apply are empty. */
export interface AuditRow {
  /** ISO 8601, UTC. */
  readonly when: string;
  readonly who: string;
  /** The person's Microsoft Entra object id. */
  readonly id: string;
  /** The kind of event. */
  readonly what: string;
  /** Ids, since names change. */
  readonly partner: string;
  /** The contact request's reference, the id of the invitation, review or chat, or the unknown id that was requested. */
  readonly reference: string;
  readonly before: string;
  readonly after: string;
  /** What the entry means for Microsoft 365; empty if it is about no decision. */
  readonly effect: string;
  readonly reason: string;
}

export function auditRow({ at, by, event }: AuditEntry): AuditRow {
  return {
    when: at,
    who: whoOf(by),
    id: typeof by === 'object' && 'person' in by ? by.person : '',
    what: event.kind,
    partner: partnersOfEvent(event).join('; '),
    reference: referenceOf(event),
    before: 'before' in event ? fieldsOf(event.before) : '',
    after: afterOf(event),
    effect: effectOf(event) ?? '',
    reason: reasonOf(event),
  };
}

function whoOf(by: AuditEntry['by']): string {
  if (typeof by === 'string') return by;
  return 'mailbox' in by ? `mailbox ${by.mailbox}` : by.name;
}

const onlyRecorded = 'recorded here; nothing was done in Microsoft 365 yet';

const effects: Readonly<Record<EffectKind, string>> = {
  inEffect: onlyRecorded,
  recorded: onlyRecorded,
  awaiting: 'awaiting Microsoft 365',
  said: 'done at Microsoft, as somebody says; not shown by Microsoft 365',
  confirmed: 'confirmed by Microsoft 365',
};

/**
 * What an entry means for Microsoft 365, in a file: such files are read far from the desk that wrote them. Undefined if
 * the entry claims nothing about a partner's access. `inEffect` is what a sandbox recorded, and production before it
 * told the two apart: neither did anything in Microsoft 365.
 */
export function effectOf(event: AuditEvent): string | undefined {
  if ('effect' in event) return effects[event.effect];
  if (event.kind === 'authorizationConfirmed' || event.kind === 'removalConfirmed') return effects.confirmed;
  return 'before' in event || event.kind === 'reviewFinished' ? onlyRecorded : undefined;
}

function referenceOf(event: AuditEvent): string {
  if ('reference' in event) return event.reference;
  if (event.kind === 'unknownRefused') return event.id;
  if ('chat' in event) return event.chat;
  if ('review' in event) return event.review;
  if ('alert' in event) return event.alert;
  return 'invitation' in event ? event.invitation : '';
}

function afterOf(event: AuditEvent): string {
  if ('outcome' in event) return fieldsOf(event.outcome);
  if ('entries' in event) return fieldsOf({ format: event.format, entries: event.entries });
  if (event.kind === 'tenantAlertRaised') return fieldsOf({ change: event.change, roles: event.roles });
  return 'after' in event ? fieldsOf(event.after) : '';
}

function reasonOf(event: AuditEvent): string {
  if ('note' in event) return event.note;
  if (event.kind === 'completionAudited')
    return `${event.activity}: ${event.completedBy}, ${event.completedAt} (${event.correlationId})`;
  if ('why' in event) return `${event.wanted}: ${event.why}`;
  return remarksIn(event)
    .map(({ text }) => text)
    .join('; ');
}

/** A text among others that spaces part. */
function quotedIfSpaced(value: unknown): string {
  const text = String(value);
  return text.includes(' ') ? `“${text}”` : text;
}

/** `functions: reseller partner; delegatedAdmin: none`: all fields of a state by their names in code. */
function fieldsOf(state: object): string {
  return Object.entries(state)
    .map(
      ([field, value]) =>
        `${field}: ${Array.isArray(value) ? value.map(quotedIfSpaced).join(' ') : String(value)}`,
    )
    .join('; ');
}
