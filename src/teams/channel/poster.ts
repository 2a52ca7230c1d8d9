import { CardFactory, TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import { z } from 'zod';
import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { Meter } from '../../application/ports/meter.ts';
import type { Poster, PostOutcome } from '../../application/ports/posts.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import type { PostContent } from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import { BoundedConnectorFactory } from './connectors/bounded-connector-factory.ts';
import { outcomeOf } from './post-failure.ts';
import { CachingConnectorFactory } from './connectors/caching-connector-factory.ts';
import { ProxiedConnectorFactory, type AgentFor } from './connectors/proxied-connector-factory.ts';
import { UnretriedConnectorFactory } from './connectors/unretried-connector-factory.ts';

interface PosterOptions {
  readonly authentication: BotFrameworkAuthentication;
  /** The bot's application id; empty in a sandbox without credentials. */
  readonly appId: string;
  readonly isAcceptedServiceUrl: (address: string) => boolean;
  readonly isAcceptedChannel: (channelId: unknown) => boolean;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly agentFor: AgentFor;
  readonly log: Log;
}

const needed = z.looseObject({ serviceUrl: z.string(), conversation: z.looseObject({ id: z.string() }) });
const referenceSchema = z.custom<Partial<ConversationReference> & z.infer<typeof needed>>(
  (value) => needed.safeParse(value).success,
);

const responseSchema = z.looseObject({ id: z.string() });

/** Posts to the chats whose conversation references the desk has stored. */
export function createPoster(options: PosterOptions): Poster {
  const { authentication, appId, isAcceptedServiceUrl, isAcceptedChannel, clock, meter, agentFor, log } =
    options;
  const unretried = new UnretriedConnectorFactory(authentication, appId);
  const proxied = new ProxiedConnectorFactory(unretried, agentFor);
  const bounded = new BoundedConnectorFactory(proxied, { meter });
  const connectors = new CachingConnectorFactory(bounded, new Map());

  async function send(
    to: Subscriber,
    content: PostContent,
    signal: AbortSignal,
    message?: string,
  ): Promise<PostOutcome> {
    const reference = referenceSchema.parse(to.reference);
    const chat = reference.conversation.id;
    const activity = activityFor(reference, content);
    const request = { abortSignal: signal };
    // Stored when the chat was last active, so neither may be accepted any longer.
    if (!isAcceptedChannel(reference.channelId)) {
      log.warn({ chat: to.id }, 'refused to post to a chat of a channel that is not accepted');
      return { kind: 'refused' };
    }
    if (!isAcceptedServiceUrl(reference.serviceUrl)) {
      log.warn({ chat: to.id }, 'refused to post to a chat whose service URL is not accepted');
      return { kind: 'refused' };
    }
    try {
      const { conversations } = await connectors.create(reference.serviceUrl);
      const sending =
        message === undefined
          ? conversations.sendToConversation(chat, activity, request)
          : conversations.updateActivity(chat, message, { ...activity, id: message }, request);
      const response = responseSchema.safeParse(await sending);
      return { kind: 'taken', message: response.data?.id ?? message ?? '' };
    } catch (error) {
      const outcome = outcomeOf(error, millisecondsOf(clock.now()));
      log.info({ outcome: outcome.kind, error: errorForLog(error) }, 'a post failed');
      return outcome;
    }
  }

  return {
    post: (to, content, signal) => send(to, content, signal),
    update: (to, message, content, signal) => send(to, content, signal, message),
  };
}

function activityFor(reference: Partial<ConversationReference>, content: PostContent): Partial<Activity> {
  const message: Partial<Activity> =
    content.kind === 'card'
      ? { summary: content.summary, attachments: [CardFactory.adaptiveCard(content.card)] }
      : { text: content.text, textFormat: 'plain' };
  return TurnContext.applyConversationReference({ type: 'message', ...message }, reference);
}
