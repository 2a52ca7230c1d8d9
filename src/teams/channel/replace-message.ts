import type { Activity, TurnContext } from 'botbuilder';

/**
 * Replaces a posted message. Some clients do not let their own cards be replaced by another kind of card: then the old
 * message is deleted, if possible, and the new one posted below.
 */
export async function replaceMessage(
  context: TurnContext,
  posted: string | undefined,
  content: Partial<Activity>,
): Promise<void> {
  const message = { type: 'message', ...content };
  if (posted !== undefined) {
    try {
      await context.updateActivity({ ...message, id: posted });
      return;
    } catch {
      await context.deleteActivity(posted).catch(() => undefined);
    }
  }
  await context.sendActivity(message);
}
