import { quoted, type ClaimLine, type Token } from './claim-lines.ts';
import { isLink } from './list-vocabulary.ts';

/** Who invites, as a message says. */
export interface PartyNames {
  /** Who would work with the tenant: of a distributor and a reseller, the reseller. */
  readonly partnerName?: string;
  /** The distributor behind it. */
  readonly providerName?: string;
}

type Party = 'reseller' | 'partner' | 'provider';

const nouns: Readonly<Record<Party, ReadonlySet<string>>> = {
  reseller: new Set(
    'reseller revendeur wiederverkaufer handler revendedor rivenditore wederverkoper doorverkoper fachhandler vertriebspartner revenda'.split(
      ' ',
    ),
  ),
  provider: new Set(
    'provider distributor distributeur distribuidor distribuidora distributore fournisseur anbieter aanbieder proveedor provedor mayorista atacadista fornitore leverancier fornecedor wholesaler grossiste grosshandler grosshandel groothandel'.split(
      ' ',
    ),
  ),
  partner: new Set('partner partenaire socio parceiro'.split(' ')),
};

/** Words that a label of a party may have besides. */
const besides = new Set(
  'microsoft csp cloud solution indirect indirecte indirekter indiretto direct name nom nombre nome naam company firma societe inviting requesting your votre ihr su tuo uw the le la der il de du des of'.split(
    ' ',
  ),
);

const sentenceOfParty =
  /^(?!(?:i|we|you|they|it|this|hello|dear|je|nous|vous|on|ce|il|elle|bonjour|ich|wir|sie|hallo|nosotros|hola|noi|ciao|wij|ik|nos|ola)\b)(\S.{0,98}?) (?:would like to|is requesting|requests|invites you|has invited you|souhaite|sollicite|vous invite|vous a invitée?s?|möchte|bittet|lädt sie|solicita|desea|le invita|desidera|richiede|la invita|vorrebbe|vraagt|wil graag|nodigt u|gostaria|convida)\s/iu;
const ownTitle =
  /^(?:(?:your|our|votre|the|le|la|ihr)\s)?(?:microsoft\s)?(?:(?:csp|indirect|cloud|solution)\s){0,3}(provider partner|reseller partner|provider|distributor|reseller|partner)\s(?=\S)/i;
const noName = /^(?:microsoft(?: corporation| partner.*| 365.*)?|n\/?a|none|-+)$/i;

const maxNameLength = 100;

/** Reads who invites: the labels of a template, else the sentence that begins with a name. */
export function findParties(lines: readonly ClaimLine[]): PartyNames {
  const named: Partial<Record<Party, string>> = {};
  lines.forEach((line, at) => {
    const found = labelled(line, lines[at + 1]);
    if (found !== undefined) named[found.party] ??= found.name;
  });
  for (const { text } of lines) {
    const found = named.partner === undefined && named.reseller === undefined ? spoken(text) : undefined;
    if (found !== undefined) named[found.party] ??= found.name;
  }
  const partnerName = named.reseller ?? named.partner ?? named.provider;
  return {
    ...(partnerName !== undefined && { partnerName }),
    ...(named.provider !== undefined && named.provider !== partnerName && { providerName: named.provider }),
  };
}

function labelled(
  { text, tokens }: ClaimLine,
  below: ClaimLine | undefined,
): { readonly party: Party; readonly name: string } | undefined {
  const from = tokens.findIndex(({ kind }) => kind === 'word');
  const end = tokens.slice(0, 9).findIndex((token) => /^[:=\t：]$/.test(token.text));
  if (from === -1 || end <= from) return undefined;
  const party = partyOf(tokens.slice(from, end));
  if (party === undefined) return undefined;
  const [value = ''] = text
    .slice(tokens[end]?.end ?? 0)
    .replace(/^\t/, '')
    .split('\t');
  const hasValue = /[\p{L}\p{N}]/u.test(value);
  const next = below !== undefined && !/[:\t]/.test(below.text) && !isLink(below) ? below.text : '';
  return nameOf(party, hasValue ? value : next);
}

function partyOf(label: readonly Token[]): Party | undefined {
  const words = label.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  const isOf = (party: Party): boolean => words.some((word) => nouns[party].has(word));
  const isKnown = (word: string): boolean =>
    besides.has(word) || Object.values(nouns).some((party) => party.has(word));
  if (!words.every(isKnown)) return undefined;
  return (['reseller', 'provider', 'partner'] as const).find(isOf);
}

function spoken(text: string): { readonly party: Party; readonly name: string } | undefined {
  const said = sentenceOfParty.exec(text)?.[1];
  if (said === undefined) return undefined;
  const title = ownTitle.exec(said);
  const noun = title?.[1]?.toLowerCase() ?? '';
  const party = noun.startsWith('reseller')
    ? 'reseller'
    : /^(?:provider|distributor)/.test(noun)
      ? 'provider'
      : 'partner';
  return nameOf(party, title === null ? said : said.slice(title[0].length));
}

function nameOf(party: Party, value: string): { readonly party: Party; readonly name: string } | undefined {
  const name = quoted(value.replace(/[*_\s]+$/, ''), maxNameLength);
  if (!/[\p{L}\p{N}]/u.test(name) || noName.test(name) || /https?:\/\//i.test(name)) return undefined;
  return { party, name };
}
