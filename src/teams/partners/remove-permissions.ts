import { keepPostedCard } from '../../application/notifications/keep-posted-card.ts';
import {
  removalSubject,
  removeFromSeveral,
  type RemovalOutcome,
} from '../../application/partners/remove-delegated-permissions.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { subscriberIdOf } from '../../domain/notifications/subscriber.ts';
import type { RemovedRelationship } from '../../domain/partners/relationship-transitions.ts';
import type { TitledPress } from '../cards/card.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { errorText } from '../turn/error-text.ts';
import { audienceOf } from '../turn/chat-of.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { partnerRemovedCard, type ShownRemoval } from './partner-removed-view.ts';
import { removalRevision } from './render-removal-post.ts';

type Needs = Pick<
  Services,
  'store' | 'roles' | 'clock' | 'newId' | 'authority' | 'announcements' | 'log' | 'meter'
>;

/**
 * Removes the delegated permissions of these partners and shows each outcome.
 * @param goOn the button to continue with
 */
export async function removeAndShow(
  services: Needs,
  turn: Turn,
  removal: { readonly partners: readonly ProviderId[]; readonly reason?: string | undefined },
  goOn: TitledPress,
): Promise<void> {
  const outcomes = await removeFromSeveral(services, turn.actor, removal);
  if (outcomes.some((outcome) => outcome.kind === 'removed' && outcome.changedNow)) {
    services.announcements.wake(turn.actor.tenant);
  }
  const [only, ...others] = outcomes;
  if (only?.kind === 'removed' && others.length === 0) await keepCard(services, turn, only.relationship);
  const shown = outcomes.map((outcome) => shownRemoval(services, turn, outcome));
  turn.show(partnerRemovedCard(turn.messages, shown, goOn));
}

/** Keeps the pressed card, which the outcome replaces, so that it says later what Microsoft 365 shows. */
async function keepCard(services: Needs, turn: Turn, relationship: RemovedRelationship): Promise<void> {
  const message = turn.activity.replyToId;
  const { effect } = relationship.delegatedAdmin;
  if (effect.kind !== 'awaiting' || typeof message !== 'string') return;
  await keepPostedCard(services, turn.actor.tenant, {
    subject: removalSubject(relationship),
    subscriber: subscriberIdOf(audienceOf(turn)),
    card: { message, revision: removalRevision(effect) },
  });
}

function shownRemoval(services: Needs, { messages, reference }: Turn, outcome: RemovalOutcome): ShownRemoval {
  if (outcome.kind === 'removed') return outcome;
  const { error, relationship } = outcome;
  if (error instanceof DomainError)
    services.meter.record({ kind: 'refusal', reason: (error as DomainError).code });
  else services.log.error({ error: errorForLog(error) }, 'a removal failed');
  const why = error instanceof DomainError ? errorText(messages, error) : messages.desk.unexpected(reference);
  const name = relationship === undefined ? outcome.partner : identifyingName(messages, relationship.partner);
  return { kind: 'failed', name, why };
}
