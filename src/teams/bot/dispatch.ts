import { leaveChat } from '../../application/invitations/subscribe-group.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { isOwnChat } from '../channel/own-chat.ts';
import type { Standing } from '../channel/standing.ts';
import { showHelpFor } from '../help/show-help.ts';
import { answerFileConsent } from '../history/answer-file-consent.ts';
import { holdsUnseen, reviewFiles, sayWhereFilesGo } from '../invitations/mail/review-files.ts';
import { holdsInvitation, reviewHandedOver, reviewPasted } from '../invitations/review-message.ts';
import { registerChat } from '../notifications/subscriptions.ts';
import { audienceOf } from '../turn/chat-of.ts';
import { noticeCard } from '../turn/notice-view.ts';
import type { Services } from '../turn/services.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Turn } from '../turn/turn.ts';
import { admit, type Access } from './access.ts';
import { actions } from './card-actions.ts';
import { accessOf, onlyShows, perform } from './commands.ts';
import { understandTurn } from './understand-turn.ts';

/** What a request comes to, and what that takes. Nothing has happened yet. */
interface Step {
  readonly access: Access;
  readonly run: () => Promise<unknown>;
}

/**
 * Carries out a request, if the person may make it, and shows a card.
 * @throws DomainError for what the person can act on
 */
export async function answer(
  services: Services,
  turn: Turn,
  { request, standing }: { readonly request: TurnRequest; readonly standing: Standing },
): Promise<void> {
  const { access, run } = await stepFor(services, turn, request);
  admit({ access, standing, isOwnChat: isOwnChat(turn.activity), guests: services.guests });
  await run();
}

async function stepFor(services: Services, turn: Turn, request: TurnRequest): Promise<Step> {
  switch (request.kind) {
    case 'said': {
      const { text, message, files, isEdit } = request;
      if (files.length > 0 && isOwnChat(turn.activity))
        return { access: 'act', run: () => reviewFiles(services, turn, { files, message }) };
      if (holdsInvitation(message))
        return { access: 'act', run: () => reviewPasted(services, turn, message) };
      if (text === '' && (files.length > 0 || holdsUnseen(turn, message)))
        return { access: 'search', run: () => sayWhereFilesGo(turn) };
      const meaning = await understandTurn(services, turn, text);
      if (isEdit && !onlyShows(meaning)) return { access: 'search', run: () => sayThatEditsDoNothing(turn) };
      return { access: accessOf(meaning), run: () => perform(services, turn, meaning) };
    }
    case 'pressed': {
      const action = actions.get(request.verb);
      services.meter.record({ kind: 'press', verb: action === undefined ? 'unknown' : request.verb });
      return action === undefined
        ? { access: 'search', run: () => Promise.reject(new DomainError('invalid-action', {})) }
        : { access: action.access, run: () => action.run(services, turn, request.data) };
    }
    case 'fileConsent':
      return { access: 'act', run: () => answerFileConsent(services, turn, request.consent) };
    case 'handedOver':
      return { access: 'act', run: () => reviewHandedOver(services, turn, request.message) };
    case 'installed':
      return { access: 'read', run: () => welcome(services, turn) };
    case 'uninstalled':
      // A fact that Teams states, whoever caused it: nothing can be posted there any more.
      return {
        access: 'anyone',
        run: () => leaveChat(services, turn.actor, audienceOf(turn)),
      };
    case 'unknownInvoke':
    case 'nothing':
      return { access: 'anyone', run: () => Promise.resolve() };
  }
}

async function welcome(services: Services, turn: Turn): Promise<void> {
  // In a team or group chat someone has to ask for it: “notify here”.
  if (isOwnChat(turn.activity)) await registerChat(services, turn);
  showHelpFor(turn, { kind: 'welcome', by: turn.actor.name });
}

function sayThatEditsDoNothing({ messages, show }: Turn): Promise<void> {
  const { editTitle: title, editText: text } = messages.desk;
  show(noticeCard(messages, { title, text }));
  return Promise.resolve();
}
