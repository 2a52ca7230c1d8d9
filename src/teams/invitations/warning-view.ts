import type { Suspicion } from '../../domain/invitations/link/suspicion.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';

/** What is wrong with a link that only looks like an invitation. There is nothing to authorize, and nothing to open. */
export const warningCard = defineCard('warning', warningView);

function warningView({ invitation: text }: Messages, { reason, shown }: Suspicion) {
  return {
    title: text.warningTitle,
    lead: text.warningLead,
    reason: text.suspicions[reason],
    // Spaces in the address keep clients from turning it into a link.
    shown: shown.replaceAll('.', ' . '),
    hasShown: shown !== '',
    advice: text.warningAdvice,
  };
}
