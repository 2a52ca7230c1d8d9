import { CardFactory, TurnContext, type Activity } from 'botbuilder';
import { offerHistoryExport } from '../../application/history/export-history.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import { acceptPartners, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { sdkActivity } from '../channel/sdk-activity.ts';
import { errorCard } from '../turn/error-card.ts';
import type { Desk } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { consentCard } from './file-cards.ts';
import { filterOf, type HistoryState } from './history-state.ts';

/**
 * Has the history made ready as a file; Teams' card that offers it follows by itself, since reading a long history takes
 * longer than a press may.
 * @throws DomainError('administrators-only', 'files-not-taken' or 'export-under-way')
 */
export async function beginExport(
  desk: Desk,
  turn: Turn,
  { format, state }: { readonly format: ExportFormat; readonly state: HistoryState },
): Promise<void> {
  const { actor, messages, activity, reference } = turn;
  if (!hasOneOf(await desk.roles.rolesOf(actor), acceptPartners))
    throw new DomainError('administrators-only', { roles: acceptPartners });
  if (!takesFiles(desk, turn)) throw new DomainError('files-not-taken', {});
  const chat = TurnContext.getConversationReference(sdkActivity(activity));
  const filter = filterOf(state, desk.clock.now());
  const isBegun = desk.background.begin(`export ${actor.tenant} ${actor.person}`, async (signal) => {
    const message = await offered(signal).catch((error: unknown): Partial<Activity> => {
      const card = errorCard(desk, messages, { error, occasion: { kind: 'nothing' }, reference });
      return { attachments: [CardFactory.adaptiveCard(card)] };
    });
    await desk.resume(chat, async (context) => {
      await context.sendActivity({ type: 'message', ...message });
    });
  });
  if (!isBegun) throw new DomainError('export-under-way', {});

  async function offered(signal: AbortSignal): Promise<Partial<Activity>> {
    // Below the answer to the press, which speaks of it.
    await turn.replied;
    const offer = await offerHistoryExport(desk, actor, { format, filter }, signal);
    return { attachments: [consentCard(messages, offer)] };
  }
}

/** Teams shows its file cards in a person's own chat alone; other clients do not know them. */
function takesFiles({ sendsFiles }: Desk, { activity }: Turn): boolean {
  return (
    sendsFiles && activity.channelId === 'msteams' && activity.conversation.conversationType === 'personal'
  );
}
