import { sampleProviders } from '../../../src/adapters/directory/prepare-directory.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf } from '../../support/cards/card-text.ts';
import { acceptOffers } from '../../support/desk/accept-offers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { from } from '../../support/desk/partner-desk.ts';
import { granularOffer } from '../../support/examples/invitation-examples.ts';
import { readAll } from '../../support/files/directory-files.ts';
import { memoryDirectory } from '../../support/ports/memory-directory.ts';

const words = {
  en: {
    locale: 'en-GB',
    find: 'a reseller in France for Azure',
    findByName: 'find',
    notFound: 'an MPSA partner in Nairobi for Dynamics 365',
    contact: 'Contact',
    select: 'Contact selected',
    send: 'Send',
    requests: 'my requests',
    help: 'help',
    language: 'in English',
    review: 'review partners',
    keep: 'Keep',
    finish: 'Finish the review',
  },
  fr: {
    locale: 'fr-FR',
    find: 'un revendeur en France pour Azure',
    findByName: 'trouver',
    notFound: 'un partenaire MPSA à Nairobi pour Dynamics 365',
    contact: 'Contacter',
    select: 'Contacter les choisis',
    send: 'Envoyer',
    requests: 'mes demandes',
    help: 'aide',
    language: 'en français',
    review: 'revue des partenaires',
    keep: 'Conserver',
    finish: 'Terminer la revue',
  },
} as const;

const answers = {
  organizationName: 'Lycée Jean-Jacques Rousseau de Montmorency',
  country: 'FR',
  city: 'Montmorency',
  contactName: 'Marie-Christine Delacroix-Vandenberghe',
  email: 'marie-christine.delacroix-vandenberghe@lycee-jean-jacques-rousseau.example',
  phone: '+33 1 99 00 12 34',
  preferredLanguage: 'fr',
  organizationSize: '51-250',
  industry: 'Education',
  products: 'Azure, Microsoft 365',
  needs: 'Move 200 mailboxes to Microsoft 365 before the spring term, and train the teachers.',
  consent: 'true',
};

const unwieldyWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** A name of maximum length, which begins with a word too long for any line. */
const unwieldy: Pick<Provider, 'name' | 'city' | 'description' | 'email'> = {
  name: `${unwieldyWord} & Associés ${'pour la transformation numérique '.repeat(6)}`.slice(0, 256),
  city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  description: `Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz. ${'Nous migrons, formons et accompagnons. '.repeat(8)}`,
  email: 'contact@donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft.example',
};

/** Delegated administration with six roles. */
const withSixRoles: DatedOffer = {
  ...granularOffer,
  delegatedAdmin: {
    kind: 'granular',
    roles: { value: roleTemplates.slice(0, 6).map(({ id }) => id), claimed: false },
    durationDays: { value: 365, claimed: false },
    autoExtends: { value: false, claimed: false },
  },
};

/** Every card of a walk through the whole desk, with the sample directory and one unwieldy provider. */
export async function everydayCards(language: 'en' | 'fr'): Promise<ReadonlyMap<string, AdaptiveCard>> {
  const said = words[language];
  const sample = (await readAll(sampleProviders)).providers;
  const chat = conversation({
    directory: memoryDirectory(
      sample.map((provider) => (provider === sample[0] ? { ...provider, ...unwieldy } : provider)),
    ),
  });
  const as = { locale: said.locale };
  const results = await chat.say(said.find, as);
  const notFound = await chat.say(said.notFound, as);
  const unwieldyResults = await chat.say(`${said.findByName} ${unwieldyWord}`, as);
  const details = await chat.press(results, openers(results)[1] ?? '', {}, as);
  const form = await chat.press(details, said.contact, {}, as);
  const sent = await chat.press(form, said.send, answers, as);
  await acceptOffers({ store: chat.store, clock: chat.time.clock }, [
    from('Wide World Importers', withSixRoles),
    from(unwieldy.name),
  ]);
  const review = await chat.say(said.review, as);
  const unwieldyReview = await chat.press(review, said.keep, { note: answers.needs }, as);
  const reviewed = await chat.press(unwieldyReview, said.keep, {}, as);
  return new Map([
    ['review', review],
    ['unwieldy review', unwieldyReview],
    ['review at its end', reviewed],
    ['review finished', await chat.press(reviewed, said.finish, {}, as)],
    ['results', results],
    ['unwieldy results', unwieldyResults],
    ['details', details],
    ['unwieldy details', await chat.press(unwieldyResults, openers(unwieldyResults)[0] ?? '', {}, as)],
    ['form', form],
    ['form with problems', await chat.press(form, said.send, { email: 'adele at contoso' }, as)],
    ['sent', sent],
    ['requests', await chat.say(said.requests, as)],
    ['help', await chat.say(said.help, as)],
    ['language', await chat.say(said.language, as)],
    ['nothing found', notFound],
    ['not understood', await chat.say(unwieldyWord, as)],
    ['nobody selected', await chat.press(results, said.select, {}, as)],
  ]);
}

function openers(results: AdaptiveCard): readonly string[] {
  return buttonsOf(results).flatMap(({ title, verb }) => (verb === 'provider.open' ? [title] : []));
}
