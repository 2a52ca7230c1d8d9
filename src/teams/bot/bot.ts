import type { TurnContext } from 'botbuilder';
// Imported by file for a quick start, as in `step-dialog.ts`.
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { MetricEvent } from '../../application/ports/meter.ts';
import { logWith, errorForLog } from '../../application/runtime/logging.ts';
import {
  createTimeZoneMemory,
  languageFor,
  timeZoneOf,
} from '../../application/runtime/person-preferences.ts';
import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { languageOf } from '../../domain/language.ts';
import { timeZoneNamed } from '../../domain/time-zone.ts';
import { messagesIn, type Messages } from '../../i18n/messages.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { activitySchema, type DeskActivity } from '../channel/activity-schema.ts';
import { actorOf } from '../channel/actor.ts';
import { isOwnChat } from '../channel/own-chat.ts';
import { profileAddressOf } from '../channel/profile-of.ts';
import { setTenant } from '../channel/tenant-conversation-state.ts';
import { tenantOf, tokenTenantOf } from '../channel/tenant-of.ts';
import { dropGuest, refreshChat } from '../notifications/subscriptions.ts';
import { searchDialog } from '../providers/search-dialog.ts';
import { errorCard } from '../turn/error-card.ts';
import { reply } from '../turn/reply.ts';
import type { Services } from '../turn/services.ts';
import { StepDialog } from '../turn/step-dialog.ts';
import { asksForNothing, isFromItsChat, turnRequestOf } from '../turn/turn-request.ts';
import type { Turn } from '../turn/turn.ts';
import { answer } from './dispatch.ts';

/** @param reference correlation id of the turn in the log */
export type Bot = (context: TurnContext, reference: string) => Promise<void>;

/**
 * Handles one authenticated activity: parses it, carries it out, and replies with one card. Errors of a turn become
 * cards only here.
 */
export function createBot(common: Services): Bot {
  const dialogs = new DialogSet(common.conversationState.createProperty('dialogs')).add(
    new StepDialog(searchDialog),
  );
  const rememberTimeZone = createTimeZoneMemory(common);

  return async (context, reference) => {
    const activity = activitySchema.parse(context.activity);
    const request = turnRequestOf(activity);
    const tenant = tenantOf(activity, { ...common, tokenTenant: tokenTenantOf(context) });
    if (request.kind === 'nothing') {
      if (tenant === undefined) common.meter.record({ kind: 'refusal', reason: 'tenant-not-allowed' });
      return;
    }
    const began = performance.now();
    const services = { ...common, log: logWith(common.log, { turn: reference }) };
    let outcome: Outcome = 'failed';
    const locale = activity.locale ?? undefined;
    let messages = messagesIn(languageOf(locale), undefined, common.wording);
    const shown: AdaptiveCard[] = [];
    const afterPosting: ((message: string) => Promise<void>)[] = [];
    let markReplied: () => void = () => undefined;
    const replied = new Promise<void>((resolve) => (markReplied = resolve));
    try {
      const actor = actorOf(activity, tenant);
      setTenant(context, actor.tenant);
      messages = await messagesFor(services, actor, activity);
      services.limitTurns(actor);
      const turn: Turn = {
        reference,
        actor,
        messages,
        activity,
        profileAddress: () => profileAddressOf(context, services.log),
        replied,
        dialogs: await dialogs.createContext(context),
        show: (card) => shown.push(card),
        whenPosted: (work) => afterPosting.push(work),
      };
      const hadDialog = turn.dialogs.stack.length > 0;
      const standing = asksForNothing(request)
        ? 'unverified'
        : await services.standingOf(context, activity, actor);
      if (standing === 'outsider') await dropGuest(services, turn).catch(logUnsavedState(services));
      await answer(services, turn, { request, standing });
      outcome = 'answered';
      // Only now: a request that is refused stores nothing, whatever it names. The request has been carried out, so a
      // failure must not report an error.
      if (isFromItsChat(request) && (hadDialog || turn.dialogs.stack.length > 0))
        await services.conversationState.saveChanges(context).catch(logUnsavedState(services));
      if (isFromItsChat(request) && standing !== 'outsider') {
        const told = timeZoneNamed(activity.localTimezone);
        await rememberTimeZone(actor, told).catch(logUnsavedState(services));
        await refreshChat(services, turn).catch(logUnsavedState(services));
      }
    } catch (error) {
      const cause = causeOf(error);
      if (cause instanceof DomainError) outcome = 'refused';
      shown.push(errorCard(services, messages, { error: cause, request, reference }));
    }
    try {
      const message = await reply(context, request, shown.at(-1));
      if (message !== undefined) {
        for (const work of afterPosting) await work(message).catch(logFailedWork(services));
      }
    } catch (error) {
      outcome = 'failed';
      throw error;
    } finally {
      markReplied();
      const seconds = (performance.now() - began) / 1000;
      services.meter.record({ kind: 'turn', request: request.kind, outcome, seconds });
    }
  };
}

type Outcome = Extract<MetricEvent, { readonly kind: 'turn' }>['outcome'];

/** In the person's language and time zone; people in several time zones may read a card in a channel. */
async function messagesFor(
  services: Pick<Services, 'store' | 'wording'>,
  actor: Actor,
  activity: DeskActivity,
): Promise<Messages> {
  const language = await languageFor(services, actor, activity.locale ?? undefined);
  const timeZone = await timeZoneOf(services, actor, timeZoneNamed(activity.localTimezone));
  const isTheirs = isOwnChat(activity);
  return messagesIn(language, isTheirs ? timeZone : undefined, services.wording);
}

function logUnsavedState({ log }: Pick<Services, 'log'>): (error: unknown) => void {
  return (error) => {
    log.error({ error: errorForLog(error) }, 'the state of a conversation could not be saved');
  };
}

/** The person has been answered, so only the operator is told. */
function logFailedWork({ log }: Pick<Services, 'log'>): (error: unknown) => void {
  return (error) => {
    log.error({ error: errorForLog(error) }, 'a posted card could not be saved, so it will not be updated');
  };
}

/** Dialogs wrap errors thrown in them. */
function causeOf(error: unknown): unknown {
  return error instanceof DialogContextError ? error.error : error;
}
