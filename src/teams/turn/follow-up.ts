import { CardFactory, TurnContext, type Activity } from 'botbuilder';
import { replaceMessage } from '../channel/replace-message.ts';
import { sdkActivity } from '../channel/sdk-activity.ts';
import { errorCard } from './error-card.ts';
import type { Services } from './services.ts';
import type { Turn } from './turn.ts';

/** An attachment of a message, such as one of the channel's own cards. */
export interface Attachment {
  readonly contentType: string;
  readonly name: string;
  readonly content: object;
  readonly contentUrl?: string;
}

interface Work {
  /** Work of the same name does not run twice at once. */
  readonly name: string;
  /** Starts after the reply, so that its result appears below it. */
  readonly attachment: (signal: AbortSignal) => Promise<Attachment>;
  /** Whether it replaces the message that was pressed. */
  readonly replacesPressed: boolean;
}

/**
 * Runs work that takes longer than a press may, and posts its result, or the error, to the turn's chat.
 * @returns false if work of this name is still running; nothing is started then
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
