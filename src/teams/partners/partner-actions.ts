import { z } from 'zod';
import { changePartnerSettings } from '../../application/partners/change-partner-settings.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { maxReasonLength } from '../../domain/plain-text.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import { anyValue, providerIdSchema, withTicks } from '../cards/inputs.ts';
import { action } from '../turn/action.ts';
import { errorText } from '../turn/error-text.ts';
import { askRemovalOf } from './ask-removal.ts';
import { maxTicked, partnerListStateSchema, toPartners } from './partner-list-state.ts';
import { removeAndShow } from './remove-permissions.ts';
import { showPartner, showPartners as showList } from './show-partners.ts';

const state = partnerListStateSchema;
const partner = providerIdSchema;
const partners = z.array(partner).min(1).max(maxTicked);
const toggled = z.enum(['true', 'false']);

/** A page of the partners, also when their card refreshes; changes nothing but the ticks. */
const showPartners = action(z.looseObject({ state }), (services, turn, data) =>
  showList(services, turn, withTicks(data.state, data, maxTicked)),
);

const search = z.looseObject({
  state,
  text: z.string().max(searchTextLimit).default(''),
  function: z.enum([anyValue, ...solutionProviderFunctions]).default(anyValue),
  onlyDelegated: toggled.default('false'),
});

/** **Search** the partners with the card's inputs, from the first page. */
const searchPartners = action(search, (services, turn, data) => {
  const { ticked } = withTicks(data.state, data, maxTicked);
  const filter = data.function === anyValue ? {} : { function: data.function };
  const onlyDelegated = data.onlyDelegated === 'true';
  return showList(services, turn, { text: data.text, ...filter, onlyDelegated, offset: 0, ticked });
});

/** Opens a partner or refreshes its card; changes nothing. */
const openPartnerDetails = action(z.looseObject({ partner, state }), (services, turn, data) =>
  showPartner(services, turn, data.partner, { state: withTicks(data.state, data, maxTicked) }),
);

/** **Remove delegated permissions**, from details or for those ticked in the list: asks first. */
export const askRemoval = action(
  z.looseObject({ partners: partners.exactOptional(), state }),
  async (services, turn, data) => {
    const list = withTicks(data.state, data, maxTicked);
    try {
      await askRemovalOf(services, turn, data.partners ?? list.ticked, list);
    } catch (error) {
      // None ticked: shown on the list, where the ticks are.
      if (!isDomainError(error, 'no-partner-chosen')) throw error;
      await showList(services, turn, list, errorText(turn.messages, error));
    }
  },
);

const removal = z.looseObject({
  partners,
  state,
  reason: z.string().max(maxReasonLength).exactOptional(),
});

/** Confirms **Remove delegated permissions**: shows an outcome for each, no matter who removed them. */
export const removePermissions = action(removal, (services, turn, data) =>
  removeAndShow(services, turn, data, toPartners(turn.messages, data.state)),
);

const settings = z.looseObject({
  partner,
  state,
  function: z.enum(['partner', 'mpsaPartner']),
  account: z.string().max(320).exactOptional(),
  seesOtherPartners: toggled.exactOptional(),
});

/** Sets a partner's account, or what it may see of other purchases, with immediate effect. */
const setForPartner = action(settings, async (services, turn, data) => {
  const chosen = { account: data.account, seesOtherPartners: data.seesOtherPartners === 'true' };
  const change = { partner: data.partner, function: data.function, settings: chosen };
  let note = turn.messages.partner.savedNote;
  try {
    await changePartnerSettings(services, turn.actor, change);
  } catch (error) {
    if (!isDomainError(error, 'account-invalid', 'not-allowed')) throw error;
    services.meter.record({ kind: 'refusal', reason: error.code });
    note = errorText(turn.messages, error);
  }
  await showPartner(services, turn, data.partner, { state: data.state, note });
});

/** The verbs about partners. */
export const partnerActions = {
  'partner.remove': removePermissions,
  'partner.removeAsk': askRemoval,
  'partner.settings': setForPartner,
  'partner.show': openPartnerDetails,
  'partners.list': showPartners,
  'partners.search': searchPartners,
};
