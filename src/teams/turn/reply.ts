import { CardFactory, type Activity, type TurnContext } from 'botbuilder';
import { cardContentType, type AdaptiveCard } from '../cards/card.ts';
import { replaceMessage } from '../channel/replace-message.ts';
import type { TurnRequest } from './turn-request.ts';

/**
 * Sends the card: as a new message in reply to text, or in place of the card that was pressed. An invoke always gets a
 * response, or the client would say that the app cannot be reached.
 * @returns the id of the message that was posted, if any
 */
export async function reply(
  context: TurnContext,
  request: TurnRequest,
  card: AdaptiveCard | undefined,
): Promise<string | undefined> {
  if (request.kind === 'unknownInvoke') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 501 } });
    return undefined;
  }
  if (request.kind === 'uninstalled') return undefined;
  if (request.kind === 'fileConsent') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
    if (card === undefined) return undefined;
    const answered = request.consent.action === 'decline' ? messageId(context.activity.replyToId) : undefined;
    await replaceMessage(context, answered, { attachments: [CardFactory.adaptiveCard(card)] });
    return undefined;
  }
  if (card === undefined) throw new Error('a turn ended without a card');
  if (request.kind === 'pressed' && request.answer === 'response') {
    const body = { statusCode: 200, type: cardContentType, value: card };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    return undefined;
  }
  if (request.kind === 'handedOver') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: dialogWith(card) } });
    return undefined;
  }
  const message: Partial<Activity> = { type: 'message', attachments: [CardFactory.adaptiveCard(card)] };
  const pressedOn = request.kind === 'pressed' ? messageId(context.activity.replyToId) : undefined;
  if (pressedOn !== undefined) {
    await context.updateActivity({ ...message, id: pressedOn });
    return undefined;
  }
  return (await context.sendActivity(message))?.id;
}

/** Channels may send null for no message, which the SDK's types omit. */
function messageId(id: string | null | undefined): string | undefined {
  return id === null || id === '' ? undefined : id;
}

/** The dialog that answers a message action. Source: Teams' documentation of `composeExtension/fetchTask`. */
function dialogWith(card: AdaptiveCard): object {
  const value = {
    title: 'Partner Desk',
    width: 'medium',
    height: 'medium',
    card: CardFactory.adaptiveCard(card),
  };
  return { task: { type: 'continue', value } };
}
