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

type Needs = Pick<Services, 'store' | 'directory' | 'roles' | 'clock' | 'reviewEveryDays'>;

/**
 * Asks whether to take the delegated permissions of these partners away. Where there is nothing to take away, the one
 * partner is shown with who removed it, or is said to have none.
 */
export async function askRemovalOf(
  services: Needs,
  turn: Turn,
  ids: readonly ProviderId[],
  state: PartnerListState,
): Promise<void> {
  const asked = await openRemoval(services, turn.actor, ids);
  const [only, ...others] = asked;
  if (only !== undefined && others.length === 0 && only.attention.access.kind !== 'active') {
    const note = errorText(turn.messages, new DomainError('nothing-to-remove', {}));
    await showPartner(services, turn, only.relationship.partner.id, { state, note });
    return;
  }
  turn.show(partnerRemoveCard(turn.messages, asked, questionButtons(turn.messages, asked, state)));
}

/**
 * What the question's buttons do: remove these, or lead back to the list.
 * @internal
 */
export function questionButtons(
  { partner: text }: Messages,
  asked: readonly ListedPartner[],
  state: PartnerListState,
) {
  const partners = asked.map(({ relationship }) => relationship.partner.id);
  return {
    remove: { verb: 'partner.remove', data: { partners, state } },
    back: { title: text.back, verb: 'partners.list', data: { state } },
  };
}

/** Does what “revoke Fabrikam” says: straight to the question, or first asks which partner is meant. */
export async function askRemovalByName(services: Needs, turn: Turn, said: string): Promise<void> {
  const { partner: text } = turn.messages;
  if (said === '')
    return showPartners(services, turn, { ...everyPartner, onlyDelegated: true }, text.chooseToRemove);
  const meant = await partnersNamed(services, turn.actor, said);
  const [only, ...others] = meant;
  if (only === undefined)
    return showPartners(services, turn, everyPartner, text.unknownName(shortened(said, 80)));
  if (others.length === 0) return askRemovalOf(services, turn, [only.partner.id], everyPartner);
  // Other words around the name would find nobody in the list.
  const looked = isPartOfName(only.partner, said) ? said : '';
  return showPartners(services, turn, { ...everyPartner, text: looked }, text.which);
}
