import { z } from 'zod';
import { changePartnerSettings } from '../../application/partners/change-partner-settings.ts';
import {
  removeFromSeveral,
  type RemovalOutcome,
} from '../../application/partners/remove-delegated-permissions.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError, isDomainError } from '../../domain/domain-error.ts';
import { longestReason } from '../../domain/plain-text.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import { withTicks, anyValue, providerIdSchema, reviewIdSchema as review } from '../cards/inputs.ts';
import { tellingName } from '../invitations/partner-view.ts';
import { placeOf } from '../reviews/review-actions.ts';
import { isOpenInReview, showReview } from '../reviews/show-review.ts';
import { action } from '../turn/action.ts';
import { errorText } from '../turn/error-text.ts';
import type { Desk } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { askRemovalOf } from './ask-removal.ts';
import { mostTicked, partnerListStateSchema } from './partner-list-state.ts';
import { partnerRemovedCard, type ShownRemoval } from './partner-removed-view.ts';
import { showPartner, showPartners as showList } from './show-partners.ts';

const state = partnerListStateSchema;
const partner = providerIdSchema;
const partners = z.array(partner).min(1).max(mostTicked);
const toggled = z.enum(['true', 'false']);

/** A page of the partners, or what their card refreshes itself by; changes nothing but the ticks. */
export const showPartners = action(z.looseObject({ state }), (desk, turn, data) =>
  showList(desk, turn, withTicks(data.state, data, mostTicked)),
);

const search = z.looseObject({
  state,
  text: z.string().max(searchTextLimit).default(''),
  function: z.enum([anyValue, ...solutionProviderFunctions]).default(anyValue),
  onlyDelegated: toggled.default('false'),
});

/** **Search** in the partners, by what was filled in; from the first page on. */
export const searchPartners = action(search, (desk, turn, data) => {
  const { ticked } = withTicks(data.state, data, mostTicked);
  const filter = data.function === anyValue ? {} : { function: data.function };
  const onlyDelegated = data.onlyDelegated === 'true';
  return showList(desk, turn, { text: data.text, ...filter, onlyDelegated, offset: 0, ticked });
});

/** Opens a partner, and refreshes its card: both change nothing. */
export const openPartnerDetails = action(z.looseObject({ partner, state }), (desk, turn, data) =>
  showPartner(desk, turn, data.partner, { state: withTicks(data.state, data, mostTicked) }),
);

/** **Remove delegated permissions**, from details or for those ticked in the list: asks first. */
export const askRemoval = action(
  z.looseObject({ partners: partners.exactOptional(), state, review: review.exactOptional() }),
  async (desk, turn, data) => {
    const place = placeOf(data);
    if (place !== undefined && !(await isOpenInReview(desk, turn, place)))
      return showReview(desk, turn, place);
    const list = withTicks(data.state, data, mostTicked);
    try {
      await askRemovalOf(desk, turn, data.partners ?? list.ticked, list, data.review);
    } catch (error) {
      // Nobody was ticked: the ticks are in the list, so the list says it.
      if (!isDomainError(error, 'no-partner-chosen')) throw error;
      await showList(desk, turn, list, errorText(turn.messages, error));
    }
  },
);

const removal = z.looseObject({
  partners,
  state,
  review: review.exactOptional(),
  reason: z.string().max(longestReason).exactOptional(),
});

/**
 * The second step of **Remove delegated permissions**: an outcome for each, whoever removed them. In a review it is not done
 * where somebody else has kept them since the question was asked: that is shown instead.
 */
export const removePermissions = action(removal, async (desk, turn, data) => {
  const place = placeOf(data);
  if (place !== undefined && !(await isOpenInReview(desk, turn, place))) return showReview(desk, turn, place);
  const outcomes = await removeFromSeveral(desk, turn.actor, data);
  if (outcomes.some((outcome) => outcome.kind === 'removed' && outcome.changedNow)) {
    desk.announcements.takeUp(turn.actor.tenant);
  }
  const shown = await Promise.all(outcomes.map((outcome) => shownRemoval(desk, turn, outcome)));
  const { isSandbox } = desk;
  turn.show(partnerRemovedCard(turn.messages, shown, { state: data.state, isSandbox, review: place }));
});

async function shownRemoval(
  desk: Desk,
  { actor, messages, reference }: Turn,
  outcome: RemovalOutcome,
): Promise<ShownRemoval> {
  if (outcome.kind === 'removed') return outcome;
  const { error } = outcome;
  if (error instanceof DomainError) desk.meter.note({ kind: 'refusal', reason: (error as DomainError).code });
  else desk.log.error({ error: errorForLog(error) }, 'a removal failed');
  const why = error instanceof DomainError ? errorText(messages, error) : messages.desk.unexpected(reference);
  const record = await desk.store.get(actor.tenant, 'relationship', outcome.partner).catch(() => undefined);
  const name = record === undefined ? outcome.partner : tellingName(messages, record.value.partner);
  return { kind: 'failed', name, why };
}

const settings = z.looseObject({
  partner,
  state,
  function: z.enum(['partner', 'mpsaPartner']),
  account: z.string().max(320).exactOptional(),
  seesOtherPartners: toggled.exactOptional(),
});

/** Sets the account of a partner, or what it may see of other purchases; takes effect at once. */
export const setForPartner = action(settings, async (desk, turn, data) => {
  const chosen = { account: data.account, seesOtherPartners: data.seesOtherPartners === 'true' };
  const change = { partner: data.partner, function: data.function, settings: chosen };
  let note = turn.messages.partner.savedNote;
  try {
    await changePartnerSettings(desk, turn.actor, change);
  } catch (error) {
    if (!isDomainError(error, 'account-invalid', 'not-allowed')) throw error;
    desk.meter.note({ kind: 'refusal', reason: error.code });
    note = errorText(turn.messages, error);
  }
  await showPartner(desk, turn, data.partner, { state: data.state, note });
});
