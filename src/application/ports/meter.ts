import type { DomainErrorCode } from '../../domain/domain-error.ts';
import type { Decision } from '../../domain/invitations/invitation-status.ts';

/** Why something was refused: for the reason on an error card, or before it was processed at all. */
export type RefusalReason =
  | DomainErrorCode
  | 'bad-token'
  | 'no-keys'
  | 'bad-signature'
  | 'channel'
  | 'service-url'
  | 'unreadable'
  | 'too-large'
  | 'too-slow'
  | 'foreign-host'
  | 'intake-rate';

export type DecisionOutcome = Decision['kind'] | 'removed' | 'refused';

/** Remote services that the desk calls. `mailbox`: a round of reading one, of many calls. */
export type CallTarget = 'connector' | 'mail' | 'token' | 'keys' | 'graph' | 'mailbox';

/** What came of a mail to a mailbox that is read for invitations. `known`: it had brought its invitations before. */
export type MailboxMailOutcome =
  'invitation' | 'known' | 'nothing' | 'suspicious' | 'unreadable' | 'tooLarge' | 'gone';

/** An event that is counted. Its fields have few values: no names, ids, addresses or typed text. */
export type MetricEvent =
  | {
      readonly kind: 'turn';
      readonly request:
        'said' | 'pressed' | 'fileConsent' | 'handedOver' | 'installed' | 'uninstalled' | 'unknownInvoke';
      readonly outcome: 'answered' | 'refused' | 'failed';
      readonly seconds: number;
    }
  /** A button was pressed. `verb`: a known verb, or `unknown`. */
  | { readonly kind: 'press'; readonly verb: string }
  /** A change to an invitation or a partner's permissions was stored. */
  | { readonly kind: 'decision'; readonly outcome: DecisionOutcome }
  | { readonly kind: 'refusal'; readonly reason: RefusalReason }
  | {
      readonly kind: 'call';
      readonly target: CallTarget;
      readonly outcome: 'done' | 'refused' | 'failed' | 'timeout';
      readonly seconds: number;
    }
  /** A mail to a mailbox that is read for invitations. */
  | { readonly kind: 'mailboxMail'; readonly outcome: MailboxMailOutcome }
  /** A delivery was retried. */
  | { readonly kind: 'retry'; readonly of: 'mail' | 'post' };

/** Counts events for operators. Never throws. */
export interface Meter {
  record(event: MetricEvent): void;
}
