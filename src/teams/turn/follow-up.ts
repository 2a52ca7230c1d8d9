import { CardFactory, TurnContext, type Activity } from 'botbuilder';
import { replaceMessage } from '../channel/replace-message.ts';
import { sdkActivity } from '../channel/sdk-activity.ts';
import { errorCard } from './error-card.ts';
import type { Services } from './services.ts';
import type { Turn } from './turn.ts';

/** What a message shows: a card of the channel's own, say. */
export interface Attachment {
  readonly contentType: string;
  readonly name: string;
  readonly content: object;
  readonly contentUrl?: string;
}

interface Work {
  /** The same work is not begun twice. */
  readonly name: string;
  /** Begins once the person has been answered, so that what it returns comes below the answer. */
  readonly attachment: (signal: AbortSignal) => Promise<Attachment>;
  /** Whether it takes the place of the message that was pressed on. */
  readonly replacesPressed: boolean;
}

/**
 * Does what takes longer than a press may, and shows in the turn's chat what came of it, or what went wrong.
 * @returns false where work of this name has not ended yet: nothing was begun then
 */
export function followUp(
  services: Pick<Services, 'background' | 'resume' | 'log' | 'meter'>,
  { activity, messages, reference, replied }: Turn,
  { name, attachment, replacesPressed }: Work,
): boolean {
  const chat = TurnContext.getConversationReference(sdkActivity(activity));
  const attached = async (signal: AbortSignal) => {
    await replied;
    return attachment(signal);
  };
  return services.background.begin(name, async (signal) => {
    const shown = await attached(signal).catch((error: unknown) =>
      CardFactory.adaptiveCard(
        errorCard(services, messages, { error, request: { kind: 'nothing' }, reference }),
      ),
    );
    const message: Partial<Activity> = { attachments: [shown] };
    await services.resume(chat, async (context) => {
      if (replacesPressed) await replaceMessage(context, activity.replyToId ?? undefined, message);
      else await context.sendActivity({ type: 'message', ...message });
    });
  });
}
