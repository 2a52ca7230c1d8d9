import { TestAdapter, TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import { z } from 'zod';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { cardContentType, type AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf, inputsOf } from '../cards/card-text.ts';
import { rosterMember } from '../servers/roster.ts';
import { memoryDesk, type DeskSetting } from './memory-desk.ts';

/** Someone in a chat. */
export interface Speaker {
  readonly person: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly locale: string;
  /** As the client reports it; undefined if it does not. */
  readonly timeZone: string | undefined;
  readonly kind: 'personal' | 'groupChat';
}

const adele: Speaker = {
  person: 'adele',
  tenant: 'tenant-1',
  conversation: 'chat-1',
  locale: 'en-US',
  timeZone: 'UTC',
  kind: 'personal',
};

/**
 * A chat with the desk, through the bot: messages and presses go in as activities, and cards come out. Its client
 * accepts files by default.
 */
export function conversation(setting: DeskSetting = {}) {
  const { desk, ...given } = memoryDesk({
    sendsFiles: true,
    resume: (chat, work) => adapter.continueConversation(chat, work),
    ...setting,
  });
  const adapter = new RecordingAdapter(async (context) => {
    const bot = await (await desk).bot();
    await bot(context, newId());
  });

  /** Sends any activity. @returns the replies, in order */
  async function send(activity: Readonly<Record<string, unknown>>, who: Partial<Speaker> = {}) {
    const speaker = { ...adele, ...who };
    adapter.activeQueue.splice(0);
    adapter.updated.splice(0);
    await adapter.processActivity({ ...activityFrom(speaker), ...activity } as Partial<Activity>);
    return { posted: [...adapter.activeQueue], updated: [...adapter.updated] };
  }

  return {
    ...given,
    send,
    /** All replies since the last activity, including those of background work. */
    async afterwards() {
      await (await desk).background.settled();
      return { posted: [...adapter.activeQueue], updated: [...adapter.updated] };
    },
    /** Types a message. @returns the one card that answers it */
    async say(text: string, who: Partial<Speaker> = {}): Promise<AdaptiveCard> {
      const { posted } = await send({ type: 'message', text }, who);
      return attachedCard(posted);
    },
    /**
     * Presses a button.
     * @param inputs what the person changed first.
     * @returns the card that replaces the pressed one
     */
    async press(
      card: AdaptiveCard,
      title: string,
      inputs: Readonly<Record<string, string>> = {},
      who: Partial<Speaker> = {},
    ) {
      const button = buttonsOf(card).find((candidate) => candidate.title === title);
      if (button?.verb === undefined)
        throw new Error(`there is no button “${title}” among ${titlesOf(card)}`);
      const data = { ...button.data, ...inputsOf(card), ...inputs };
      const value = { action: { type: 'Action.Execute', verb: button.verb, data }, trigger: 'manual' };
      const { posted } = await send({ type: 'invoke', name: 'adaptiveCard/action', value }, who);
      return respondedCard(posted);
    },
  };
}

/** The SDK's test adapter drops updates of messages that it did not post itself, and has no roster. */
class RecordingAdapter extends TestAdapter {
  readonly updated: Partial<Activity>[] = [];

  protected override createContext(request: Partial<Activity>): TurnContext {
    const context = super.createContext(request);
    const getConversationMember = (_chat: string, id: string) => Promise.resolve(rosterMember(id));
    context.turnState.set(this.ConnectorClientKey, { conversations: { getConversationMember } });
    return context;
  }

  override continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = TurnContext.applyConversationReference({ type: 'event' }, reference, true);
    return this.runMiddleware(this.createContext(event), logic);
  }

  override updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<void> {
    this.updated.push(activity);
    return Promise.resolve();
  }
}

function activityFrom({ person, tenant, conversation: id, locale, timeZone, kind }: Speaker) {
  return {
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:1/',
    from: { id: `29:${person}`, name: 'Adele Vance', aadObjectId: person },
    recipient: { id: '28:desk', name: 'Partner Desk' },
    conversation: { id, tenantId: tenant, conversationType: kind },
    channelData: { tenant: { id: tenant } },
    locale,
    ...(timeZone !== undefined && { localTimezone: timeZone }),
  };
}

const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard') });
const postedSchema = z.tuple([
  z.looseObject({
    attachments: z.tuple([z.object({ contentType: z.literal(cardContentType), content: cardSchema })]),
  }),
]);
const respondedSchema = z.tuple([
  z.looseObject({
    type: z.literal('invokeResponse'),
    value: z.object({
      status: z.literal(200),
      body: z.object({ statusCode: z.literal(200), type: z.literal(cardContentType), value: cardSchema }),
    }),
  }),
]);

/** The card of the one message that was posted. */
export function attachedCard(posted: readonly Partial<Activity>[]): AdaptiveCard {
  return postedSchema.parse(posted)[0].attachments[0].content as unknown as AdaptiveCard;
}

/** The card of the one invoke response. */
function respondedCard(posted: readonly Partial<Activity>[]): AdaptiveCard {
  return respondedSchema.parse(posted)[0].value.body.value as unknown as AdaptiveCard;
}

function titlesOf(card: AdaptiveCard): string {
  return buttonsOf(card)
    .map(({ title }) => title)
    .join(', ');
}
