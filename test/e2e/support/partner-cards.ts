import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf } from '../../support/cards/card-text.ts';
import { acceptOffers } from '../../support/desk/accept-offers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { from } from '../../support/desk/partner-desk.ts';
import { granularOffer, offerOf } from '../../support/examples/invitation-examples.ts';

const words = {
  en: { locale: 'en-GB', partners: 'partners', history: 'history', remove: 'Remove delegated permissions' },
  fr: {
    locale: 'fr-FR',
    partners: 'nos partenaires',
    history: 'historique',
    remove: 'Supprimer les autorisations déléguées',
  },
} as const;

/** The cards about partners and the history, for partners of every sort, one with an unwieldy name. */
export async function partnerCards(language: 'en' | 'fr'): Promise<ReadonlyMap<string, AdaptiveCard>> {
  const said = words[language];
  const as = { locale: said.locale };
  const empty = conversation();
  const chat = conversation();
  await acceptOffers({ store: chat.store, clock: chat.time.clock }, [
    from('Fabrikam', offerOf('resellerAndDelegatedAdministrator')),
    from('Contoso Classic', { ...granularOffer, delegatedAdmin: { kind: 'classic' } }),
    from('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', granularOffer),
    from('Northwind Traders', offerOf('mpsaPartner')),
    from('Tailspin Toys', offerOf('lineOfBusinessPartner')),
  ]);
  const partners = await chat.say(said.partners, as);
  const partner = await chat.press(partners, titled(partners, 'Fabrikam'), {}, as);
  const removal = await chat.press(partner, said.remove, {}, as);
  return new Map([
    ['no partners', await empty.say(said.partners, as)],
    ['no history', await empty.say(said.history, as)],
    ['partners', partners],
    ['partner', partner],
    ['removal', removal],
    ['removed', await chat.press(removal, said.remove, {}, as)],
    ['history', await chat.say(said.history, as)],
  ]);
}

function titled(card: AdaptiveCard, name: string): string {
  return buttonsOf(card).find(({ title }) => title.includes(name))?.title ?? name;
}
