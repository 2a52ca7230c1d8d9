import type { ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';

/** One sign-in of a partner's person to the tenant. */
export interface PartnerSignIn {
  readonly at: Instant;
  readonly partner: ProviderId;
  /** What they signed in to, as Microsoft names it; untrusted text. */
  readonly application: string;
  readonly succeeded: boolean;
}

/** A change in the tenant's audit log that a partner made, or that was made to its access. */
export interface AuditedChange {
  readonly at: Instant;
  /** As Microsoft names it, such as “Add partner to company”; untrusted text. */
  readonly activity: string;
  /** Who made it, as Microsoft shows it; untrusted text. */
  readonly by: string;
  readonly correlationId: string;
  /** `by`: someone of this partner made the change. `about`: the change is about the partner. */
  readonly relation: 'by' | 'about';
  readonly partner: ProviderId;
}

/**
 * What was seen of a partner's use of its access, kept because Microsoft keeps it for 7 or 30 days only. Both lists are
 * newest first, and bounded.
 */
export interface PartnerActivity {
  readonly partner: ProviderId;
  /** Since when sign-ins have been read without a gap; absent if they never were. */
  readonly signInsSince?: Instant;
  readonly lastSignInAt?: Instant;
  readonly signIns: readonly Omit<PartnerSignIn, 'partner'>[];
  /** The same for changes. */
  readonly changesSince?: Instant;
  readonly changes: readonly Omit<AuditedChange, 'partner'>[];
}
