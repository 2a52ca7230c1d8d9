import type { DomainErrorCode } from '../../domain/domain-error.ts';

/**
 * Why someone or something was turned away: for what the error card says, or at the door, before anyone was answered.
 */
export type RefusalReason =
  | DomainErrorCode
  | 'bad-token'
  | 'no-keys'
  | 'bad-signature'
  | 'service-url'
  | 'unreadable'
  | 'too-large'
  | 'too-slow'
  | 'foreign-host'
  | 'intake-rate';

export type DecisionOutcome = 'authorized' | 'cancelled' | 'withdrawn' | 'lapsed' | 'removed' | 'refused';

/** What the desk calls beyond its own machine. */
export type CallTarget = 'connector' | 'mail' | 'token' | 'graph';

/** Something that is counted. What it holds has few values: no name, no id, no address, nothing that anyone typed. */
export type MetricEvent =
  | {
      readonly kind: 'turn';
      readonly request:
        'said' | 'pressed' | 'fileConsent' | 'handedOver' | 'installed' | 'uninstalled' | 'unknownInvoke';
      readonly outcome: 'answered' | 'refused' | 'failed';
      readonly seconds: number;
    }
  /** A button was pressed. `verb`: one of those that the desk knows, or `unknown`. */
  | { readonly kind: 'press'; readonly verb: string }
  /** Something came of an invitation or a partner's permissions, and was kept. */
  | { readonly kind: 'decision'; readonly outcome: DecisionOutcome }
  | { readonly kind: 'refusal'; readonly reason: RefusalReason }
  | {
      readonly kind: 'call';
      readonly target: CallTarget;
      readonly outcome: 'done' | 'refused' | 'failed' | 'timeout';
      readonly seconds: number;
    }
  /** Something was tried again that had not been taken before. */
  | { readonly kind: 'retry'; readonly of: 'mail' | 'post' };

/** Counts what happens, for whoever runs the desk. Never throws. */
export interface Meter {
  record(event: MetricEvent): void;
}
