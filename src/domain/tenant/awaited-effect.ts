import type { InvitationId, ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { AwaitedReminderDays } from '../notifications/reminder-days.ts';

/** What is awaited of the tenant: that it shows an authorization, or a removal. */
export type AwaitedDecision =
  | { readonly kind: 'authorization'; readonly invitation: InvitationId; readonly partner: ProviderId }
  | { readonly kind: 'removal'; readonly partner: ProviderId };

/**
 * A decision that Microsoft 365 has not shown yet. Stored in the commit that decides, and deleted in the one that
 * confirms it, records a person's word for it, or makes it pointless.
 */
export interface AwaitedEffect {
  readonly of: AwaitedDecision;
  readonly since: Instant;
  /** The last reminder that was sent; absent before the first. */
  readonly reminded?: AwaitedReminderDays;
}

/** The record id of an awaited effect. */
export function awaitedEffectId(of: AwaitedDecision): string {
  return of.kind === 'authorization' ? `authorization ${of.invitation}` : `removal ${of.partner}`;
}
