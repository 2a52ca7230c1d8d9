import type { TurnContext } from 'botbuilder';
// By file: the package's index loads its prompts with their recognizers, a quarter of the time that the desk took to listen.
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { languageFor } from '../application/person-language.ts';
import { languageOf } from '../domain/language.ts';
import { messagesIn } from '../i18n/messages.ts';
import { activitySchema } from './activity-schema.ts';
import { actorOf } from './actor.ts';
import { answer } from './answer.ts';
import type { AdaptiveCard } from './card.ts';
import type { Desk } from './desk.ts';
import { FindProviderDialog } from './dialogs/find-provider-dialog.ts';
import { errorCard } from './error-card.ts';
import { errorForLog } from './error-for-log.ts';
import { occasionOf } from './occasion.ts';
import { keepInTouch } from './register-chat.ts';
import { reply } from './reply.ts';
import { keepTurn, type Turn } from './turn.ts';

/**
 * What the desk does with one authenticated activity: find out what it asks, do it, and reply with one card. Errors are
 * turned into cards here and nowhere else.
 */
export function createBot(desk: Desk): (context: TurnContext) => Promise<void> {
  const dialogs = new DialogSet(desk.conversationState.createProperty('dialogs')).add(
    new FindProviderDialog(desk),
  );

  return async (context) => {
    const activity = activitySchema.parse(context.activity);
    const occasion = occasionOf(activity);
    if (occasion.kind === 'nothing') return;
    const locale = activity.locale ?? undefined;
    let messages = messagesIn(languageOf(locale));
    const shown: AdaptiveCard[] = [];
    let turn: Turn | undefined;
    try {
      const actor = actorOf(activity, desk.allowedTenants);
      messages = messagesIn(await languageFor(desk, actor, locale));
      turn = {
        actor,
        messages,
        activity,
        dialogs: await dialogs.createContext(context),
        show: (card) => shown.push(card),
      };
      keepTurn(context, turn);
      await keepInTouch(desk, turn);
      await answer(desk, turn, occasion);
      await desk.conversationState.saveChanges(context);
    } catch (error) {
      shown.push(errorCard(desk, messages, causeOf(error), occasion));
    }
    const message = await reply(context, occasion, shown.at(-1));
    if (message !== undefined) await turn?.whenPosted?.(message).catch(notKept(desk));
  };
}

/** The person has been answered: what could not be kept of that is the operator's to know. */
function notKept({ log }: Desk): (error: unknown) => void {
  return (error) => {
    log.error({ error: errorForLog(error) }, 'a card that was shown could not be kept up to date');
  };
}

/** Dialogs wrap whatever is thrown in them. */
function causeOf(error: unknown): unknown {
  return error instanceof DialogContextError ? error.error : error;
}
