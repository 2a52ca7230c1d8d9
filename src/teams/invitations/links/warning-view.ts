import { isPerhapsDamaged, type Suspicion } from '../../../domain/invitations/link/suspicion.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { optional } from '../../cards/text.ts';
import { defineCard } from '../../cards/define-card.ts';
import { cameThrough } from './came-through.ts';
import { unlinked } from './unlinked.ts';

/** What is wrong with a link that only looks like an invitation. There is nothing to authorize, and nothing to open. */
export const warningCard = defineCard('warning', warningView);

function warningView(messages: Messages, suspicion: Suspicion) {
  const { invitation: text, links } = messages;
  const { reason, shown, wrappedBy } = suspicion;
  return {
    title: text.warningTitle,
    lead: text.warningLead,
    reason: text.suspicions[reason],
    shown: unlinked(shown),
    hasShown: shown !== '',
    cameThrough: optional(cameThrough(messages, wrappedBy)),
    // Of a link of Microsoft's that a mail program cut off, nobody needs to be told.
    advice: isPerhapsDamaged(suspicion) ? links.damagedAdvice : text.warningAdvice,
  };
}
