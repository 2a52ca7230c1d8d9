import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { Messages } from '../../i18n/messages.ts';

/** How far a removal has come, in words. */
export function removalEffectText({ invitation, partner }: Messages, effect: Effect): string {
  return effect.kind === 'awaiting' ? partner.outcomeAwaiting : invitation.effect[effect.kind];
}
