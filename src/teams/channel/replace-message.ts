import type { Activity, TurnContext } from 'botbuilder';

/**
 * Puts a message in the place of one that was posted before. Not every client lets its own card be replaced by another kind of
 * card: then the old message is taken away where that is possible, and the new one posted below.
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
