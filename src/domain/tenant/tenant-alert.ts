import type { ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import { givenReason } from '../plain-text.ts';
import type { InboundTrust, TenantName } from './observation.ts';

/** The kinds of `TenantChange`, the most severe first. */
export const tenantChangeKinds = [
  'accessGained',
  'accessReturned',
  'accessGrown',
  'otherRolesApproved',
  'signInAfterSilence',
  'trustChanged',
  'accessGone',
] as const;

/** A change in the tenant that nobody decided here. Roles are role template ids. */
export type TenantChange =
  /** A partner that the desk does not know has access. */
  | { readonly kind: 'accessGained'; readonly roles: readonly string[] | 'notKnown' }
  /** A partner has access again that was removed, or was gone. */
  | { readonly kind: 'accessReturned'; readonly roles: readonly string[] | 'notKnown' }
  /** A partner has more roles than before, and than was decided. */
  | { readonly kind: 'accessGrown'; readonly more: readonly string[] }
  /** What was authorized was approved with other roles than the invitation claimed. */
  | {
      readonly kind: 'otherRolesApproved';
      readonly more: readonly string[];
      readonly missing: readonly string[];
    }
  /** The access of a partner is gone, and nobody removed it here. */
  | { readonly kind: 'accessGone'; readonly roles: readonly string[] | 'notKnown' }
  /** What the tenant accepts from the partner's own tenant changed. */
  | { readonly kind: 'trustChanged'; readonly before: InboundTrust; readonly after: InboundTrust }
  /** The partner signed in for the first time in a long while; `since`: the time before, or since when none was seen. */
  | { readonly kind: 'signInAfterSilence'; readonly signedInAt: Instant; readonly since: Instant };

/** A change that everyone is told of, once. `at`: when it was first seen. */
export interface TenantAlert {
  readonly id: string;
  readonly partner: ProviderId;
  readonly name?: TenantName;
  readonly at: Instant;
  readonly change: TenantChange;
  /** Who said that it was expected; absent while nobody did. */
  readonly expected?: { readonly by: NamedPerson; readonly at: Instant; readonly note?: string };
}

/** The roles that a change is about: those that the partner has, or has more. `notKnown`: they could not be read. */
export function rolesOfChange(change: TenantChange): readonly string[] | 'notKnown' {
  if ('roles' in change) return change.roles;
  return 'more' in change ? change.more : [];
}

/** Records who expected a change, and why. The first word stays. */
export function withExpected(
  alert: TenantAlert,
  { by, at, note }: { readonly by: NamedPerson; readonly at: Instant; readonly note?: string | undefined },
): TenantAlert {
  if (alert.expected !== undefined) return alert;
  const given = givenReason(note);
  return { ...alert, expected: { by, at, ...(given !== undefined && { note: given }) } };
}
