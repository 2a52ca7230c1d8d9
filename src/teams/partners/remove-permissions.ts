import {
  removeFromSeveral,
  type RemovalOutcome,
} from '../../application/partners/remove-delegated-permissions.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import type { TitledPress } from '../cards/card.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { errorText } from '../turn/error-text.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { partnerRemovedCard, type ShownRemoval } from './partner-removed-view.ts';

type Needs = Pick<Services, 'store' | 'roles' | 'clock' | 'authority' | 'announcements' | 'log' | 'meter'>;

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
  const shown = outcomes.map((outcome) => shownRemoval(services, turn, outcome));
  turn.show(partnerRemovedCard(turn.messages, shown, goOn));
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
