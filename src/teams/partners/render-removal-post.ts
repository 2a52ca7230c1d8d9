import { readRemoval } from '../../application/partners/read-removal.ts';
import type { Store } from '../../application/ports/store.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import { personName } from '../cards/text.ts';
import { partnerName } from '../invitations/partner-view.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { toPartners } from './partner-list-state.ts';
import { partnerRemovedCard } from './partner-removed-view.ts';

/** The revision of a card that shows a removal. */
export function removalRevision(effect: Effect): string {
  return `removed ${effect.kind}${effect.kind === 'confirmed' && effect.completed !== undefined ? ' completed' : ''}`;
}

/** Notifies that a partner’s delegated permissions were removed; undefined once it was given others. */
export function renderRemovalPost(store: Store): PostRenderers['removal'] {
  return async (tenant, subject, { messages }) => {
    const relationship = await readRemoval({ store }, tenant, subject);
    if (relationship === undefined) return undefined;
    const { by, effect } = relationship.delegatedAdmin;
    const outcome = { kind: 'removed', relationship } as const;
    const goOn = toPartners(messages, everyPartner);
    const card = partnerRemovedCard.forMany(messages, [outcome], goOn);
    const name = partnerName(messages, relationship.partner);
    const isSeen = messages.readsTenant && effect.kind === 'confirmed';
    const isSaid = !messages.isOnlyRecorded && effect.kind === 'said';
    const summary = isSeen
      ? messages.standing.removal.notice(name)
      : isSaid
        ? messages.atMicrosoft.saidNotice(personName(messages, effect.by), name)
        : messages.partner.removedNotice(personName(messages, by), name);
    const isCompleted = effect.kind === 'confirmed' && effect.completed !== undefined;
    return {
      revision: removalRevision(effect),
      card: { kind: 'card', card, summary },
      // It changes again once the audit log of the tenant shows who completed it.
      isFinal: effect.kind === 'confirmed' ? isCompleted : effect.kind !== 'awaiting',
    };
  };
}
