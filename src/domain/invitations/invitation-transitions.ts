import { DomainError } from '../domain-error.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import { givenReason } from '../plain-text.ts';
import { microsoftCloudAgreement } from './cloud-agreement.ts';
import type { FunctionSettings } from './function-settings.ts';
import type { Effect } from './invitation-status.ts';
import type { Invitation, InvitationThatIs } from './invitation.ts';

interface Deciding {
  readonly by: NamedPerson;
  readonly at: Instant;
}

/** The invitation at a moment: one that was not decided in time has expired, whether or not that was recorded. */
export function asItStands(invitation: Invitation, at: Instant): Invitation {
  if (invitation.status.kind !== 'pending' || at < invitation.lapsesAt) return invitation;
  return { ...invitation, status: { kind: 'lapsed', at: invitation.lapsesAt } };
}

/**
 * Accepts the whole invitation, and the Microsoft Cloud Agreement with it.
 * @throws DomainError('invitation-already-decided')
 */
export function authorize(
  invitation: Invitation,
  { by, at, settings, effect }: Deciding & { readonly settings: FunctionSettings; readonly effect: Effect },
): InvitationThatIs<'authorized'> {
  const agreement = { ...microsoftCloudAgreement, acceptedAt: at };
  return {
    ...undecided(invitation, at),
    status: { kind: 'authorized', by, at, agreement, settings, effect },
  };
}

/** Declines the whole invitation. @throws DomainError('invitation-already-decided') */
export function cancel(
  invitation: Invitation,
  { by, at, reason }: Deciding & { readonly reason?: string | undefined },
): InvitationThatIs<'cancelled'> {
  const given = givenReason(reason);
  const status = { kind: 'cancelled', by, at, ...(given !== undefined && { reason: given }) } as const;
  return { ...undecided(invitation, at), status };
}

/** Withdraws the invitation, for its submitter. @throws DomainError('invitation-already-decided') */
export function withdraw(invitation: Invitation, at: Instant): InvitationThatIs<'withdrawn'> {
  return { ...undecided(invitation, at), status: { kind: 'withdrawn', at } };
}

/** Updates the effect of an authorization; who decided what, and when, stays. */
export function withEffect(
  invitation: InvitationThatIs<'authorized'>,
  effect: Effect,
): InvitationThatIs<'authorized'> {
  return { ...invitation, status: { ...invitation.status, effect } };
}

/** Type guard: whether an invitation has this status. */
export function isNow<Kind extends Invitation['status']['kind']>(
  invitation: Invitation,
  kind: Kind,
): invitation is InvitationThatIs<Kind> {
  return invitation.status.kind === kind;
}

function undecided(invitation: Invitation, at: Instant): Invitation {
  const current = asItStands(invitation, at);
  if (current.status.kind === 'pending') return current;
  throw new DomainError('invitation-already-decided', { decision: current.status });
}
