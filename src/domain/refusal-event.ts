import type { InvitationEvent } from './history/invitation-event.ts';
import type { PartnerEvent } from './history/partner-event.ts';
import type { ReviewEvent } from './history/review-event.ts';

type DecisionRefused = Extract<InvitationEvent, { readonly kind: 'decisionRefused' }>;
type ChangeRefused = Extract<PartnerEvent, { readonly kind: 'partnerChangeRefused' }>;

/**
 * Somebody wanted to decide about, or to change, what their tenant does not have: another tenant's, or made up. Says no more
 * than what they sent themselves.
 */
export interface UnknownRefused {
  readonly kind: 'unknownRefused';
  readonly about: 'invitation' | 'partner';
  /** As it was sent. */
  readonly id: string;
  readonly wanted: DecisionRefused['wanted'] | ChangeRefused['wanted'];
  readonly why: 'unknown';
}

type ReviewRefused = Extract<ReviewEvent, { readonly kind: 'reviewRefused' }>;

/** What a person wanted and did not get. */
export type RefusalEvent = DecisionRefused | ChangeRefused | ReviewRefused | UnknownRefused;
