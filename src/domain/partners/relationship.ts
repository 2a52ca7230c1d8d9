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

/** What a partner was authorized to be, by which invitation. Authorized again, it keeps `since`; the rest is of the latest. */
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
 * Everything that one partner is to a tenant. Its id is the partner's, so that no partner ever has two. It never ends:
 * a partner without permissions is still one that the tenant works with, or has worked with.
 */
export interface PartnerRelationship {
  readonly partner: InvitingPartner;
  /** One entry a function, in the order in which they were first authorized. */
  readonly functions: readonly AuthorizedFunction[];
  readonly delegatedAdmin: DelegatedAdminAccess;
  /** When somebody last looked at its permissions and kept them. */
  readonly reviewedAt?: Instant;
}

/** The relationship once an invitation is authorized: the one there is with the function added, or a new one. */
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
    partner: knownAs(relationship?.partner, invitation.partner),
    functions:
      before === undefined
        ? [...functions, entry]
        : functions.map((known) => (known === before ? entry : known)),
    delegatedAdmin: withGrant(relationship?.delegatedAdmin, grantOf(invitation)),
  };
}

/** The relationship once more is known of the effect of an invitation that it rests on. */
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

function knownAs(before: InvitingPartner | undefined, now: InvitingPartner): InvitingPartner {
  const name = better(before?.name, now.name);
  const domain = better(before?.domain, now.domain);
  const idIsGuess = now.idIsGuess && (before?.idIsGuess ?? true);
  return { id: now.id, idIsGuess, ...(name && { name }), ...(domain && { domain }) };
}

/** The newer, unless it is a mere claim against something that was not. */
function better(
  before: Stated<string> | undefined,
  now: Stated<string> | undefined,
): Stated<string> | undefined {
  if (before === undefined || now === undefined) return now ?? before;
  return now.claimed && !before.claimed ? before : now;
}
