import type { Roles } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { RenderPost } from '../../application/ports/posts.ts';
import type { Store } from '../../application/ports/store.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { isNow } from '../../domain/invitations/invitation-transitions.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import { endOf } from '../../domain/partners/access-at.ts';
import { attentionOf } from '../../domain/partners/attention.ts';
import { grantOf, type GranularGrant } from '../../domain/partners/delegated-admin-access.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { rolesLost } from '../../domain/partners/roles-lost.ts';
import { messagesIn } from '../../i18n/messages.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { accessEndNotice, accessEndCard, type ShownEnd } from './access-end-view.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
  readonly reviewEveryDays: number;
  readonly isSandbox: boolean;
}

type Kind = ShownEnd['kind'];
type To = Parameters<RenderPost>[2];

/**
 * Tells that what an invitation granted ends before long, or has ended; nothing where that is no longer so, or where the
 * partner loses nothing by it, since it was removed, extended or granted again.
 */
export function renderAccessPosts(ports: Ports): Pick<PostRenderers, Kind> {
  const { store, clock } = ports;
  return {
    accessEnding: async (tenant, subject, to) => {
      const relationship = (await store.get(tenant, 'relationship', subject.partner))?.value;
      if (relationship?.delegatedAdmin.kind !== 'active') return undefined;
      const grant = relationship.delegatedAdmin.grants.find(
        ({ invitation }) => invitation === subject.invitation,
      );
      const now = clock.now();
      const isStillSo = grant?.kind === 'granular' && subject.end > now && endOf(grant, now) === subject.end;
      return isStillSo ? draw(ports, tenant, { ...subject, relationship, grant }, to) : undefined;
    },
    accessEnded: async (tenant, subject, to) => {
      const relationship = (await store.get(tenant, 'relationship', subject.partner))?.value;
      if (relationship === undefined || relationship.delegatedAdmin.kind === 'removed') return undefined;
      const invitation = (await store.get(tenant, 'invitation', subject.invitation))?.value;
      if (invitation === undefined || !isNow(invitation, 'authorized')) return undefined;
      const grant = grantOf(invitation);
      if (grant?.kind !== 'granular') return undefined;
      return draw(ports, tenant, { ...subject, relationship, grant }, to);
    },
  };
}

async function draw(
  { roles, clock, reviewEveryDays, isSandbox }: Ports,
  tenant: TenantId,
  about: Pick<ShownEnd, 'kind' | 'end'> & {
    readonly relationship: PartnerRelationship;
    readonly grant: GranularGrant;
  },
  { subscriber: { audience }, language, timeZone }: To,
): Promise<Rendering | undefined> {
  const { kind, end, relationship, grant } = about;
  const now = clock.now();
  const attention = attentionOf(relationship, now, reviewEveryDays);
  const grants = attention.access.kind === 'active' ? attention.access.grants : [];
  const lost = rolesLost(grant, grants, { end, now });
  if (lost.length === 0) return undefined;
  const mayRemove =
    // All who read a channel see one card; the press checks the role of whoever presses.
    audience.kind === 'group' ||
    hasOneOf(await roles.rolesOf({ tenant, person: audience.person, name: '' }), grantAdministration);
  const { autoExtends } = grant;
  const shown = { kind, listed: { relationship, attention }, autoExtends, lost, end, now, mayRemove };
  const messages = messagesIn(language, timeZone);
  const card = accessEndCard.forMany(messages, shown, isSandbox);
  return {
    revision: 'once',
    card: { kind: 'card', card, summary: accessEndNotice(messages, shown) },
    isFinal: true,
  };
}
