import type { DeskActivity } from './activity-schema.ts';

/**
 * Whether this is a person's own chat with the desk. A chat of two people is called personal too, when a message action
 * is used in it; its id tells it apart.
 */
export function isOwnChat({ conversation }: Pick<DeskActivity, 'conversation'>): boolean {
  return conversation.conversationType === 'personal' && !conversation.id.endsWith('@unq.gbl.spaces');
}
