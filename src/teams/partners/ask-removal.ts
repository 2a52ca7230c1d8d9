import { partnersNamed } from '../../application/partners/find-relationships.ts';
import type { ListedPartner } from '../../application/partners/list-partners.ts';
import { openRemoval } from '../../application/partners/open-removal.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { isPartOfName } from '../../domain/partners/partner-match.ts';
import type { Messages } from '../../i18n/messages.ts';
import { shortened } from '../cards/text.ts';
import { errorText } from '../turn/error-text.ts';
import { everyPartner } from '../turn/every-partner.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import type { PartnerListState } from './partner-list-state.ts';
import { partnerRemoveCard } from './partner-remove-view.ts';
import { showPartner, showPartners } from './show-partners.ts';

type Needs = Pick<
  Services,
  'store' | 'directory' | 'roles' | 'clock' | 'reviewEveryDays' | 'readsTenant' | 'partnersPage'
>;

/**
 * Asks whether to remove the delegated permissions of these partners. A single partner with nothing to remove is shown
 * instead, with a note.
 */
export async function askRemovalOf(
  services: Needs,
  turn: Turn,
  ids: readonly ProviderId[],
  state: PartnerListState,
): Promise<void> {
  const asked = await openRemoval(services, turn.actor, ids);
  const [only, ...others] = asked;
  if (only !== undefined && others.length === 0 && !only.isRemovable) {
    const note = errorText(turn.messages, new DomainError('nothing-to-remove', {}));
    await showPartner(services, turn, only.partner.id, { state, note });
    return;
  }
  turn.show(partnerRemoveCard(turn.messages, asked, questionButtons(turn.messages, asked, state)));
}

/**
 * The presses of the question's buttons: remove these, or go back to the list.
 * @internal
 */
export function questionButtons(
  { partner: text }: Messages,
  asked: readonly ListedPartner[],
  state: PartnerListState,
) {
  const partners = asked.map(({ partner }) => partner.id);
  return {
    remove: { verb: 'partner.remove', data: { partners, state } },
    back: { title: text.back, verb: 'partners.list', data: { state } },
  };
}

/** Handles “revoke Fabrikam”: asks for confirmation, or first which partner is meant. */
export async function askRemovalByName(services: Needs, turn: Turn, said: string): Promise<void> {
  const { partner: text } = turn.messages;
  if (said === '')
    return showPartners(services, turn, { ...everyPartner, onlyDelegated: true }, text.chooseToRemove);
  const meant = await partnersNamed(services, turn.actor, said);
  const [only, ...others] = meant;
  if (only === undefined)
    return showPartners(services, turn, everyPartner, text.unknownName(shortened(said, 80)));
  if (others.length === 0) return askRemovalOf(services, turn, [only.partner.id], everyPartner);
  // The list search would find nobody by other words around the name.
  const listText = isPartOfName(only.partner, said) ? said : '';
  return showPartners(services, turn, { ...everyPartner, text: listText }, text.which);
}
