import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { isNow } from '../../domain/invitations/invitation-transitions.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import type { Audience } from '../../domain/notifications/subscriber.ts';
import { endOf } from '../../domain/partners/access-at.ts';
import { attentionOf } from '../../domain/partners/attention.ts';
import { grantOf, type GranularGrant } from '../../domain/partners/delegated-admin-access.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { rolesLost } from '../../domain/partners/roles-lost.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { DecidedPartner } from './list-partners.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
  /** After this many days without a review a partner needs attention. */
  readonly reviewEveryDays: number;
}

/** The end that a notice is about. */
export type EndOfAccess = Extract<Subject, { readonly kind: 'accessEnding' | 'accessEnded' }>;

/** The upcoming or past end of what one invitation granted to a partner, with what the partner loses by it. */
export interface AccessEnd {
  readonly kind: EndOfAccess['kind'];
  readonly listed: DecidedPartner;
  readonly autoExtends: GranularGrant['autoExtends'];
  readonly lost: readonly string[] | 'notKnown';
  readonly end: Instant;
  readonly now: Instant;
  /** Whether the reader may remove the permissions; checked again at the press. */
  readonly mayRemove: boolean;
}

/**
 * Reads the end of what an invitation granted, for the notice about it.
 * @returns undefined if that is outdated, or the partner loses nothing by it, because the permissions were removed,
 * extended or granted again
 * @throws DomainError('store-unavailable')
 */
export async function readAccessEnd(
  ports: Ports,
  tenant: TenantId,
  subject: EndOfAccess,
  reader: Audience,
): Promise<AccessEnd | undefined> {
  const { store, roles, clock, reviewEveryDays } = ports;
  const { kind, end } = subject;
  const relationship = (await store.get(tenant, 'relationship', subject.partner))?.value;
  if (relationship === undefined) return undefined;
  const now = clock.now();
  const grant =
    kind === 'accessEnding'
      ? endingGrant(relationship, subject, now)
      : await endedGrant(store, tenant, relationship, subject);
  if (grant === undefined) return undefined;
  const attention = attentionOf(relationship, now, reviewEveryDays);
  const grants = attention.access.kind === 'active' ? attention.access.grants : [];
  const lost = rolesLost(grant, grants, { end, now });
  if (lost.length === 0) return undefined;
  const mayRemove =
    // Everyone in a channel sees the same card; the press checks the presser's role.
    reader.kind === 'group' ||
    hasOneOf(await roles.shownRolesOf({ tenant, person: reader.person, name: '' }), grantAdministration);
  const { autoExtends } = grant;
  return { kind, listed: { relationship, attention }, autoExtends, lost, end, now, mayRemove };
}

/** The grant that is to end, unless it was removed or extended meanwhile. */
function endingGrant(
  { delegatedAdmin }: PartnerRelationship,
  { invitation, end }: EndOfAccess,
  now: Instant,
): GranularGrant | undefined {
  if (delegatedAdmin.kind !== 'active') return undefined;
  const grant = delegatedAdmin.grants.find((known) => known.invitation === invitation);
  return grant?.kind === 'granular' && end > now && endOf(grant, now) === end ? grant : undefined;
}

/** What the invitation had granted, unless the partner's permissions were removed. */
async function endedGrant(
  store: Store,
  tenant: TenantId,
  { delegatedAdmin }: PartnerRelationship,
  subject: EndOfAccess,
): Promise<GranularGrant | undefined> {
  if (delegatedAdmin.kind === 'removed') return undefined;
  const invitation = (await store.get(tenant, 'invitation', subject.invitation))?.value;
  if (invitation === undefined || !isNow(invitation, 'authorized')) return undefined;
  const grant = grantOf(invitation);
  return grant?.kind === 'granular' ? grant : undefined;
}
