import type { InvitationId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { AcceptedAgreement } from '../invitations/cloud-agreement.ts';
import type { FunctionSettings } from '../invitations/function-settings.ts';
import type { Effect } from '../invitations/invitation-status.ts';
import type { InvitationThatIs, InvitingPartner } from '../invitations/invitation.ts';
import type { NamedPerson } from '../named-person.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';
import { grantOf, withGrant, type DelegatedAdminAccess } from './delegated-admin-access.ts';

/**
 * A function that a partner was authorized for. Reauthorizing keeps `since`; the rest is from the latest invitation.
 */
export interface AuthorizedFunction {
  readonly function: SolutionProviderFunction;
  readonly since: Instant;
  readonly invitation: InvitationId;
  readonly authorizedBy: NamedPerson;
  readonly agreement: AcceptedAgreement;
  readonly settings: FunctionSettings;
  readonly effect: Effect;
}

/**
 * The relationship of a tenant with one partner, stored under the partner's id. It is never deleted: a partner without
 * permissions still is, or was, a partner.
 */
export interface PartnerRelationship {
  readonly partner: InvitingPartner;
  /** One entry per function, in the order of first authorization. */
  readonly functions: readonly AuthorizedFunction[];
  readonly delegatedAdmin: DelegatedAdminAccess;
  /** When its permissions were last reviewed and kept. */
  readonly reviewedAt?: Instant;
}

/** Adds an authorized invitation's function and grant to the relationship, or creates it. */
export function withAuthorization(
  relationship: PartnerRelationship | undefined,
  invitation: InvitationThatIs<'authorized'>,
): PartnerRelationship {
  const functions = relationship?.functions ?? [];
  const before = functions.find((entry) => entry.function === invitation.function);
  const { by, at, agreement, settings, effect } = invitation.status;
  const entry: AuthorizedFunction = {
    function: invitation.function,
    since: before?.since ?? at,
    invitation: invitation.id,
    authorizedBy: by,
    agreement,
    settings,
    effect,
  };
  return {
    ...relationship,
    partner: mergePartner(relationship?.partner, invitation.partner),
    functions:
      before === undefined
        ? [...functions, entry]
        : functions.map((known) => (known === before ? entry : known)),
    delegatedAdmin: withGrant(relationship?.delegatedAdmin, grantOf(invitation)),
  };
}

/** Updates the effect of the functions that rest on this invitation. */
export function withObservedEffect(
  relationship: PartnerRelationship,
  invitation: InvitationThatIs<'authorized'>,
): PartnerRelationship {
  const { effect } = invitation.status;
  const functions = relationship.functions.map((entry) =>
    entry.invitation === invitation.id ? { ...entry, effect } : entry,
  );
  return { ...relationship, functions };
}

function mergePartner(before: InvitingPartner | undefined, now: InvitingPartner): InvitingPartner {
  const name = preferStated(before?.name, now.name);
  const domain = preferStated(before?.domain, now.domain);
  const idIsGuess = now.idIsGuess && (before?.idIsGuess ?? true);
  return { id: now.id, idIsGuess, ...(name && { name }), ...(domain && { domain }) };
}

/** The newer value, unless it is merely claimed and the older one is not. */
function preferStated(
  before: Stated<string> | undefined,
  now: Stated<string> | undefined,
): Stated<string> | undefined {
  if (before === undefined || now === undefined) return now ?? before;
  return now.claimed && !before.claimed ? before : now;
}
