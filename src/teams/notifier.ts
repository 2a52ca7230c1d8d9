import { CardFactory, type ConversationReference } from 'botbuilder';
import type { Log, Notice, Notifier, Store } from '../application/ports.ts';
import { languageOf } from '../domain/language.ts';
import { messagesIn, type Messages } from '../i18n/messages.ts';
import type { AdaptiveCard } from './card.ts';
import type { DeskAdapter } from './desk-adapter.ts';
import { render } from './render.ts';
import { contactGivenUpView } from './views/contact-given-up-view.ts';

interface NotifierOptions {
  readonly adapter: DeskAdapter;
  /** The bot's application id; empty in a sandbox without credentials. */
  readonly appId: string;
  readonly store: Store;
  readonly log: Log;
}

/** Posts into the chats that people opened with the desk. */
export function createNotifier({ adapter, appId, store, log }: NotifierOptions): Notifier {
  return {
    tell: async (tenant, person, notice) => {
      const conversation = await store.get(tenant, 'conversation', person);
      if (conversation === undefined) {
        log.info({ notice: notice.kind }, 'nobody to tell: the person has no chat with the desk');
        return;
      }
      const known = await store.get(tenant, 'person', person);
      const messages = messagesIn(known?.value.language ?? languageOf(notice.request.language));
      const reference = conversation.value.reference as Partial<ConversationReference>;
      await adapter.continueConversationAsync(appId, reference, async (context) => {
        await context.sendActivity({ attachments: [CardFactory.adaptiveCard(cardFor(messages, notice))] });
      });
    },
  };
}

function cardFor(messages: Messages, notice: Notice): AdaptiveCard {
  return render('contact-given-up', contactGivenUpView(messages, notice.request, notice.delivery));
}
