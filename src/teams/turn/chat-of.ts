import { TurnContext } from 'botbuilder';
import { personId } from '../../domain/identifiers.ts';
import type { Audience, Subscriber } from '../../domain/notifications/subscriber.ts';
import type { DeskActivity } from '../channel/activity-schema.ts';
import { isOwnChat } from '../channel/own-chat.ts';
import { sdkActivity } from '../channel/sdk-activity.ts';
import type { Turn } from './turn.ts';

/** The audience of an activity's chat: one person, or a group. */
export function audienceOf({ actor, activity }: Pick<Turn, 'actor' | 'activity'>): Audience {
  return isOwnChat(activity)
    ? { kind: 'person', person: personId(actor.person) }
    : { kind: 'group', conversation: channelOf(activity) };
}

/** The chat that an activity came from, with what the desk needs to post there later. */
export function chatOf(turn: Turn): Pick<Subscriber, 'audience' | 'reference' | 'language'> {
  const {
    activityId: _activityId,
    user: _user,
    locale: _locale,
    ...reference
  } = TurnContext.getConversationReference(sdkActivity(turn.activity));
  const conversation = { ...reference.conversation, id: channelOf(turn.activity) };
  return {
    audience: audienceOf(turn),
    reference: { ...reference, conversation },
    language: turn.messages.language,
  };
}

/** Teams appends the thread to the channel's id. Without it, a post starts a new thread. */
function channelOf({ conversation }: DeskActivity): string {
  return conversation.id.split(';messageid=')[0] ?? conversation.id;
}
