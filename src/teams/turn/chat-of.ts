import { TurnContext } from 'botbuilder';
import { personId } from '../../domain/identifiers.ts';
import type { Audience, Subscriber } from '../../domain/notifications/subscriber.ts';
import type { DeskActivity } from '../channel/activity-schema.ts';
import { sdkActivity } from '../channel/sdk-activity.ts';
import type { Turn } from './turn.ts';

/** Whose chat an activity came from: the person's own with the desk, or one that several read. */
export function audienceOf({ actor, activity }: Pick<Turn, 'actor' | 'activity'>): Audience {
  return activity.conversation.conversationType === 'personal'
    ? { kind: 'person', person: personId(actor.person) }
    : { kind: 'group', conversation: channelOf(activity) };
}

/** The chat that an activity came from, as the desk needs it to post there later. */
export function chatOf(turn: Turn): Pick<Subscriber, 'audience' | 'reference' | 'language'> {
  const {
    activityId: _replies,
    user: _whoever,
    locale: _theirs,
    ...reference
  } = TurnContext.getConversationReference(sdkActivity(turn.activity));
  const conversation = { ...reference.conversation, id: channelOf(turn.activity) };
  return {
    audience: audienceOf(turn),
    reference: { ...reference, conversation },
    language: turn.messages.language,
  };
}

/** In a channel, each thread has an id of its own: posts begin a new one. Teams appends the thread to the channel's id. */
function channelOf({ conversation }: DeskActivity): string {
  return conversation.id.split(';messageid=')[0] ?? conversation.id;
}
