import type { Clock } from '../../../src/application/ports/clock.ts';
import type { Poster, PostOutcome } from '../../../src/application/ports/posts.ts';
import type { SubscriberId } from '../../../src/domain/identifiers.ts';
import { millisecondsOf } from '../../../src/domain/instant.ts';
import type { PostContent } from '../../../src/domain/notifications/post.ts';
import type { Subscriber } from '../../../src/domain/notifications/subscriber.ts';

/** A post or update that was attempted. */
export interface Sent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly to: SubscriberId;
  readonly what: 'posted' | 'updated';
  readonly text: string;
  /** The id of the posted or updated message. */
  readonly message: string;
}

/** How a chat answers; by default it accepts everything. @param times number of attempts to this chat so far */
export type Behaviour = (
  sent: Sent,
  times: number,
) => PostOutcome['kind'] | PostOutcome | Promise<PostOutcome>;

/** Chats that record what they accept, and misbehave on demand. */
export function recordingPoster(clock: Clock) {
  const taken: Sent[] = [];
  const tried: Sent[] = [];
  const behaviours = new Map<SubscriberId, Behaviour>();

  async function send(
    to: Subscriber,
    what: Sent['what'],
    content: PostContent,
    message: string,
  ): Promise<PostOutcome> {
    const text = content.kind === 'text' ? content.text : content.summary;
    const sent = { at: millisecondsOf(clock.now()), to: to.id, what, text, message };
    tried.push(sent);
    const times = tried.filter((before) => before.to === to.id).length;
    const answer = (await behaviours.get(to.id)?.(sent, times)) ?? 'taken';
    const kind = typeof answer === 'string' ? answer : answer.kind;
    if (kind === 'taken') {
      taken.push(sent);
      return { kind, message };
    }
    return typeof answer === 'string' ? { kind } : answer;
  }

  const poster: Poster = {
    post: (to, content) => send(to, 'posted', content, `message-${tried.length + 1}`),
    update: (to, message, content) => send(to, 'updated', content, message),
  };
  return { poster, taken, tried, behave: (to: SubscriberId, as: Behaviour) => behaviours.set(to, as) };
}
