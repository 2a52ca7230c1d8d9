import assert from 'node:assert/strict';
import type { ProviderFilters } from '../../../src/domain/provider-search.ts';
import type { Meaning, Refinement } from '../../../src/teams/understanding/meaning.ts';
import { understand } from '../../../src/teams/understanding/understand.ts';
import { sampleVocabulary } from '../../support/sample-vocabulary.ts';

const find = (filters: ProviderFilters, text = ''): Meaning => ({ kind: 'find', search: { text, filters } });
const unknown = (text: string): Meaning => ({ kind: 'unknown', search: { text, filters: {} } });
const narrow = (filters: ProviderFilters, text?: string): Refinement => ({
  kind: 'narrow',
  filters,
  ...(text === undefined ? {} : { text }),
});
const open = (position: number | 'last'): Refinement => ({ kind: 'open', position });
const contact = (...positions: (number | 'last')[]): Refinement => ({ kind: 'contact', positions });

type Utterances<Meant> = Readonly<Record<string, readonly (readonly [said: string, meant: Meant])[]>>;

const byThemselves: Utterances<Meaning> = {
  'asking for a provider': [
    ['find a provider', find({})],
    ['Find a provider', find({})],
    ['find a solution provider', find({})],
    ['Rechercher un fournisseur', find({})],
    ['rechercher un fournisseur de solutions', find({})],
    ['trouver un partenaire', find({})],
    ['I am looking for a partner', find({})],
    ['could you please recommend a company', find({})],
    ['J’ai besoin d’un prestataire', find({})],
    ['list all providers', find({})],
    ['find&nbsp;a&nbsp;provider', find({})],
    ['  find   a  provider !!! ', find({})],
  ],
  'naming a place': [
    ['a partner in Lyon', find({ city: 'Lyon' })],
    ['Lyon', find({ city: 'Lyon' })],
    ['un partenaire à saint denis', find({ city: 'Saint-Denis' })],
    ['partenaire à Aix en Provence', find({ city: 'Aix-en-Provence' })],
    ['someone in new-york', find({ city: 'New York' })],
    ['un prestataire à Londres', find({ city: 'London' })],
    ['a partner in Geneva', find({ city: 'Genève' })],
    ['partenaire à Bruxelles', find({ city: 'Brussels' })],
    ['a partner in München', find({ city: 'Munich' })],
    ['a partner in Cologne', find({ city: 'Köln' })],
    ['partner in Vienna', find({ city: 'Wien' })],
    ['a provider in Germany', find({ country: 'DE' })],
    ['un partenaire en Allemagne', find({ country: 'DE' })],
    ['a partner in the UK', find({ country: 'GB' })],
    ['un partenaire en Angleterre', find({ country: 'GB' })],
    ['a partner in the USA', find({ country: 'US' })],
    ['a partner in the US', find({ country: 'US' })],
    ['un partenaire aux États-Unis', find({ country: 'US' })],
    ['partner in Berlin, Germany', find({ city: 'Berlin', country: 'DE' })],
    ['a partner in Luxembourg', find({ country: 'LU' })],
    ['a provider in Peru', find({ country: 'PE' })],
    ['a partner in Atlantis', find({}, 'Atlantis')],
  ],
  'words that are places only where a place is meant': [
    ['a partner in Nice', find({ city: 'Nice' })],
    ['un partenaire à nice', find({ city: 'Nice' })],
    ['un revendeur Azure Nice', find({ city: 'Nice', function: 'reseller', offering: 'Azure' })],
    ['a nice reseller', find({ function: 'reseller' })],
    ['can somebody help us', find({})],
    ['find someone near us', find({})],
    ['a partner in Reading', find({ city: 'Reading' })],
    ['Nice', find({ city: 'Nice' })],
  ],
  'naming a service or a product': [
    ['Azure', find({ offering: 'Azure' })],
    ['a partner for Azure', find({ offering: 'Azure' })],
    ['trouver un partenaire Teams', find({ offering: 'Teams' })],
    ['Microsoft Teams partner', find({ offering: 'Teams' })],
    ['a partner for Office 365', find({ offering: 'Microsoft 365' })],
    ['o365 partner', find({ offering: 'Microsoft 365' })],
    ['somebody who knows Power BI', find({ offering: 'Power BI' })],
    ['powerbi expert', find({ offering: 'Power BI' })],
    ['help with autopilot', find({ offering: 'Windows Autopilot' })],
    ['a managed service provider', find({ offering: 'Managed Services (MSP)' })],
    ['an MSP', find({ offering: 'Managed Services (MSP)' })],
    ['infogérance', find({ offering: 'Managed Services (MSP)' })],
    ['help us with a migration', find({ offering: 'Deployment or Migration' })],
    ['besoin d’aide pour une migration', find({ offering: 'Deployment or Migration' })],
    ['formation', find({ offering: 'Learning and Certification' })],
    ['training for our users', find({ offering: 'Learning and Certification' })],
    ['acheter des licences', find({ offering: 'Licensing' })],
    ['cabinet de conseil', find({ offering: 'Consulting' })],
    ['du matériel informatique', find({ offering: 'Hardware' })],
    ['un logiciel sur mesure', find({ offering: 'Custom solution' })],
    ['gestion de projet', find({ offering: 'Project management' })],
    ['a partner for a project', find({})],
    ['a partner for Microsoft Project', find({ offering: 'Project' })],
    ['a partner for Azure and Teams', find({ offering: 'Azure' }, 'Teams')],
    ['migration to Office 365', find({ offering: 'Deployment or Migration' }, 'Microsoft 365')],
  ],
  'naming a function': [
    ['a reseller', find({ function: 'reseller' })],
    ['revendeurs', find({ function: 'reseller' })],
    ['a delegated administrator', find({ function: 'delegatedAdministrator' })],
    ['un administrateur délégué', find({ function: 'delegatedAdministrator' })],
    ['GDAP partner', find({ function: 'delegatedAdministrator' })],
    ['reseller & delegated administrator', find({ function: 'resellerAndDelegatedAdministrator' })],
    ['revendeur et administrateur délégué', find({ function: 'resellerAndDelegatedAdministrator' })],
    ['a reseller who is a delegated admin', find({ function: 'resellerAndDelegatedAdministrator' })],
    ['un administrateur délégué revendeur', find({ function: 'resellerAndDelegatedAdministrator' })],
    ['MPSA partner', find({ function: 'mpsaPartner' })],
    ['partenaire MPSA', find({ function: 'mpsaPartner' })],
    ['an OEM PC partner', find({ function: 'oemPcPartner' })],
    ['partenaire oem', find({ function: 'oemPcPartner' })],
    ['line-of-business partner', find({ function: 'lineOfBusinessPartner' })],
    ['a partner for LOB apps', find({ function: 'lineOfBusinessPartner' })],
    ['un partenaire métier', find({ function: 'lineOfBusinessPartner' })],
    ['a partner', find({})],
    ['un partenaire', find({})],
  ],
  'naming an industry or a designation': [
    ['a partner for schools', find({ industry: 'Education' })],
    ['un prestataire pour un hôpital', find({ industry: 'Healthcare' })],
    ['secteur public', find({ industry: 'Government' })],
    ['a partner for banks', find({ industry: 'Financial services' })],
    ['un prestataire pour une association', find({ industry: 'Nonprofit' })],
    ['industrie', find({ industry: 'Manufacturing' })],
    ['Solutions Partner for Security', find({ designation: 'Solutions Partner for Security' })],
    ['a modern work partner', find({ designation: 'Solutions Partner for Modern Work' })],
  ],
  'naming a size': [
    ['a partner for a small business', find({ size: '10-50' })],
    ['un prestataire pour une PME', find({ size: '51-250' })],
    ['TPE', find({ size: '1-9' })],
    ['we are a startup', find({ size: '1-9' })],
    ['enterprise', find({ size: '1001-5000' })],
    ['grande entreprise', find({ size: '5001+' })],
    ['for 200 people', find({ size: '51-250' })],
    ['30 employees', find({ size: '10-50' })],
    ['une entreprise de 9 salariés', find({ size: '1-9' })],
    ['1,500 users', find({ size: '1001-5000' })],
    ['pour 1 500 salariés', find({ size: '1001-5000' })],
    ['a 200-person company', find({ size: '51-250' })],
    ['10 to 50 people', find({ size: '10-50' })],
    ['more than 5,000 people', find({ size: '5001+' })],
    ['5000+ users', find({ size: '5001+' })],
    ['plus de 250 salariés', find({ size: '251-1000' })],
    ['moins de 10 salariés', find({ size: '1-9' })],
    ['251-1000', find({ size: '251-1000' })],
    ['200 poeple', find({ size: '51-250' })],
  ],
  'naming several things at once': [
    ['I need a reseller in Lyon for Azure', find({ function: 'reseller', city: 'Lyon', offering: 'Azure' })],
    [
      'who can help us with Autopilot in Montréal?',
      find({ offering: 'Windows Autopilot', city: 'Montréal' }),
    ],
    ['je cherche un revendeur à Paris', find({ function: 'reseller', city: 'Paris' })],
    [
      'Bonjour, auriez-vous un prestataire pour la formation Teams d’une PME en Suisse ? Merci !',
      find({ offering: 'Learning and Certification', size: '51-250', country: 'CH' }, 'Teams'),
    ],
    ['FIND A RESELLER IN LYON FOR AZURE', find({ function: 'reseller', city: 'Lyon', offering: 'Azure' })],
    [
      'l&#39;infogérance d&#x2019;une école à Gen&egrave;ve',
      find({ offering: 'Managed Services (MSP)', industry: 'Education', city: 'Genève' }),
    ],
  ],
  'naming a provider': [
    ['find Fabrikam', find({}, 'Fabrikam')],
    ['reseller near Contoso', find({ function: 'reseller' }, 'Contoso')],
    ['find Woodgrove Bank', find({}, 'Woodgrove Bank')],
    ['je cherche Contoso Consulting', find({}, 'Contoso Consulting')],
    ['find Alpine Ski House Consulting', find({}, 'Alpine Ski House Consulting')],
    ['find Trey-Research', find({}, 'Trey-Research')],
    ['Contoso Paris', find({ city: 'Paris' }, 'Contoso')],
    ['contact Fabrikam', find({}, 'Fabrikam')],
  ],
  'slips of typing': [
    ['fnid a provider', find({})],
    ['find a provder', find({})],
    ['a resseler in mpntreal', find({ function: 'reseller', city: 'Montréal' })],
    ['un revandeur à Pariss', find({ function: 'reseller', city: 'Paris' })],
    ['infogerence', find({ offering: 'Managed Services (MSP)' })],
    ['azrue partner', find({ offering: 'Azure' })],
    ['partner in San Fransisco', find({ city: 'San Francisco' })],
    ['partner in new yrok', find({ city: 'New York' })],
    ['partner in Germnay', find({ country: 'DE' })],
    ['autopliot', find({ offering: 'Windows Autopilot' })],
    ['hlep', { kind: 'help' }],
    ['bnojour', { kind: 'greeting' }],
    ['mes demndes', { kind: 'myRequests' }],
    ['en françias', { kind: 'language', language: 'fr' }],
  ],
  'slips that are none': [
    ['find mpb', find({}, 'mpb')],
    ['find Lamna', find({}, 'Lamna')],
    ['find Tery', find({}, 'Tery')],
    ['our team needs a partner', find({})],
    ['mail', unknown('mail')],
  ],
  commands: [
    ['help', { kind: 'help' }],
    ['Help', { kind: 'help' }],
    ['help please', { kind: 'help' }],
    ['Can you help me?', { kind: 'help' }],
    ['what can you do?', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['aide', { kind: 'help' }],
    ['aidez-moi, s’il vous plaît', { kind: 'help' }],
    ['Que sais-tu faire ?', { kind: 'help' }],
    ['comment ça marche', { kind: 'help' }],
    ['hi', { kind: 'greeting' }],
    ['Hello!', { kind: 'greeting' }],
    ['bonjour', { kind: 'greeting' }],
    ['merci beaucoup', { kind: 'greeting' }],
    ['', { kind: 'greeting' }],
    ['en français', { kind: 'language', language: 'fr' }],
    ['En français, svp', { kind: 'language', language: 'fr' }],
    ['Bonjour, parlez-vous français ?', { kind: 'language', language: 'fr' }],
    ['switch to French', { kind: 'language', language: 'fr' }],
    ['in English', { kind: 'language', language: 'en' }],
    ['English please', { kind: 'language', language: 'en' }],
    ['parle anglais', { kind: 'language', language: 'en' }],
    ['my requests', { kind: 'myRequests' }],
    ['show me my requests', { kind: 'myRequests' }],
    ['Mes demandes', { kind: 'myRequests' }],
    ['je voudrais voir mes demandes', { kind: 'myRequests' }],
  ],
  'what is not understood': [
    ['quel temps fait-il demain ?', unknown('quel temps fait-il demain')],
    ['weather tomorrow', unknown('weather tomorrow')],
    ['Fabrikam', unknown('Fabrikam')],
    ['🙂', unknown('')],
    ['next', unknown('next')],
    ['2', unknown('2')],
  ],
};

const aboutAnOpenSearch: Utterances<Refinement> = {
  narrowing: [
    ['only in France', narrow({ country: 'FR' })],
    ['uniquement les revendeurs', narrow({ function: 'reseller' })],
    ['only resellers', narrow({ function: 'reseller' })],
    ['with Azure', narrow({ offering: 'Azure' })],
    ['what about Lyon?', narrow({ city: 'Lyon' })],
    ['et à Lyon ?', narrow({ city: 'Lyon' })],
    ['the one in Lyon', narrow({ city: 'Lyon' })],
    ['seulement pour les PME', narrow({ size: '51-250' })],
    ['ceux qui font de la formation', narrow({ offering: 'Learning and Certification' })],
    ['10 employees', narrow({ size: '10-50' })],
    ['only Fabrikam', narrow({}, 'Fabrikam')],
    ['juste les partenaires en Belgique', narrow({ country: 'BE' })],
    ['only resellers in Lyon', narrow({ city: 'Lyon', function: 'reseller' })],
  ],
  'opening one': [
    ['the second one', open(2)],
    ['le deuxième', open(2)],
    ['2', open(2)],
    ['#2', open(2)],
    ['number 3', open(3)],
    ['n° 3', open(3)],
    ['3rd', open(3)],
    ['1er', open(1)],
    ['the last one', open('last')],
    ['le dernier', open('last')],
    ['tell me about the third provider', open(3)],
    ['ouvre le 2e', open(2)],
    ['open the thrid', open(3)],
    ['one', open(1)],
  ],
  'contacting some': [
    ['contact the first two', contact(1, 2)],
    ['contacter le premier', contact(1)],
    ['contacter les deux premiers', contact(1, 2)],
    ['contact the top 3 please', contact(1, 2, 3)],
    ['contact 1, 3 and 4', contact(1, 3, 4)],
    ['contact the first and the last', contact(1, 'last')],
    ['contact', contact()],
    ['contacter celui-ci', contact()],
    ['contact them all', { kind: 'contact', positions: 'all' }],
    ['contacter tous', { kind: 'contact', positions: 'all' }],
  ],
  'turning pages': [
    ['next', { kind: 'nextPage' }],
    ['show me more', { kind: 'nextPage' }],
    ['page suivante', { kind: 'nextPage' }],
    ['nextt', { kind: 'nextPage' }],
    ['previous page', { kind: 'previousPage' }],
    ['précédent', { kind: 'previousPage' }],
    ['page 2', { kind: 'page', page: 2 }],
    ['la dernière page', { kind: 'page', page: 'last' }],
    ['back to the results', { kind: 'results' }],
    ['retour', { kind: 'results' }],
  ],
  'taking filters away': [
    ['clear filters', { kind: 'clear' }],
    ['effacer les filtres', { kind: 'clear' }],
    ['sans filtre', { kind: 'clear' }],
    ['anywhere', { kind: 'drop', filters: ['country', 'city'] }],
    ['n’importe où', { kind: 'drop', filters: ['country', 'city'] }],
    ['any industry', { kind: 'drop', filters: ['industry'] }],
    ['toutes les tailles', { kind: 'drop', filters: ['size'] }],
    ['remove the city filter', { kind: 'drop', filters: ['city'] }],
    ['remove Azure', { kind: 'drop', filters: ['offering'] }],
    ['enlève les revendeurs', { kind: 'drop', filters: ['function'] }],
  ],
};

const whileASearchIsOpen: Utterances<Meaning> = {
  'other things': [
    ['find a partner in London', find({ city: 'London' })],
    ['a reseller in Lyon for Azure', find({ city: 'Lyon', offering: 'Azure', function: 'reseller' })],
    ['un revendeur à Lyon', find({ city: 'Lyon', function: 'reseller' })],
    ['contact a provider', find({})],
    ['contact Fabrikam', find({}, 'Fabrikam')],
    ['help', { kind: 'help' }],
    ['en français', { kind: 'language', language: 'fr' }],
    ['Fabrikam', unknown('Fabrikam')],
  ],
};

function specify<Meant>(
  utterances: Utterances<Meant>,
  searchOpen: boolean,
  meaningOf: (meant: Meant) => Meaning,
) {
  for (const [about, sayings] of Object.entries(utterances)) {
    describe(about, () => {
      for (const [said, meant] of sayings) {
        it(`“${said}”`, () => {
          assert.deepEqual(understand(said, { vocabulary: sampleVocabulary, searchOpen }), meaningOf(meant));
        });
      }
    });
  }
}

describe('what people type', () => {
  describe('by itself', () => {
    specify(byThemselves, false, (meant) => meant);
  });
  describe('while a search is open', () => {
    specify(aboutAnOpenSearch, true, (change) => ({ kind: 'refine', change }));
    specify(whileASearchIsOpen, true, (meant) => meant);
  });
});
