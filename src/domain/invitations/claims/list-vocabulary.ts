import type { ClaimLine, Token } from './claim-lines.ts';
import { compoundNoun, durationNouns } from './duration-vocabulary.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

const roleNouns = words(
  'role roles rolle rollen rol rols ruolo ruoli funcao funcoes papel papeis perfil perfis',
);
const rightNouns = words(
  'permission permissions privilege privileges privileges right rights autorisation autorisations droit droits berechtigung berechtigungen rechte permiso permisos privilegios permesso permessi privilegi rechten machtigingen permissoes privilegios',
);

/** Labels of what is no role; folded. */
const otherLabels = words(
  'partner partners partenaire partenaires provider fournisseur distributor distributeur distribuidor distributore reseller revendeur wiederverkaufer fachhandler vertriebspartner wederverkoper doorverkoper revendedor rivenditore anbieter aanbieder proveedor fornitore leverancier fornecedor mayorista socio parceiro company societe firma empresa azienda bedrijf customer client kunde cliente klant organization organisation tenant domain domaine contact kontakt contacto contatto phone tel telephone mail email website web link lien url review accept click note nota notice hinweis remarque attention important wichtig importante date datum data fecha subject objet betreff asunto oggetto onderwerp assunto from von to an sent gesendet cc expires expiry expiration ablauf auto autoextend automatic message nachricht reference status id mpn',
);

const closings =
  /^(?:thank|thanks|kind regards|best regards|regards|sincerely|yours|cheers|best wishes|merci|cordialement|bien a vous|salutations|sinceres|mit freundlichen|viele grusse|freundliche|danke|vielen dank|saludos|atentamente|gracias|un saludo|cordiali|distinti|grazie|saluti|met vriendelijke|groet|bedankt|dank u|atenciosamente|cumprimentos|obrigad|com os melhores)/;

/** Parts of words that are in names of roles, in the seven languages. */
const roleish =
  /admin|amminist|beheer|reader|lecteur|leser|lector|lettor|lezer|leitor|writer|operator|operateur|operad|inviter|manager|approver|engineer|specialist|developer|analyst|support|redact|global|privileg/;

export function looksLikeRole(text: string): boolean {
  return roleish.test(text);
}

const callsToAct =
  /^(?:please|click|review|accept|open|see|if you|we |you |this |note|veuillez|cliquez|merci de|nous |vous |bitte|klicken|wir |sie |haga|por favor|clique|clicca|si prega|per favore|klik|gelieve|als u)/;

/** Whether a line asks for something, rather than naming a role. */
export function isCallToAct(line: ClaimLine): boolean {
  return callsToAct.test(`${firstWords(line)} `);
}

/** Whether a line is the end of a letter. */
export function isClosing(line: ClaimLine): boolean {
  return closings.test(firstWords(line));
}

function firstWords({ tokens }: ClaimLine): string {
  return tokens
    .filter(({ kind }) => kind !== 'mark')
    .slice(0, 4)
    .map(({ text }) => text)
    .join(' ');
}

export function isLink({ text }: ClaimLine): boolean {
  return /https?:\/\/|www\./i.test(text);
}

/** Whether a line is a sentence: four words at least, and its end. */
export function isSentence({ text, tokens }: ClaimLine): boolean {
  return /[.!?:]["'”’)]*$/.test(text) && tokens.filter(({ kind }) => kind === 'word').length >= 4;
}

/** Whether a line begins with a mark, a number or a letter of a list. */
export function isBulleted({ text }: ClaimLine): boolean {
  return /^(?:[^\p{L}\p{N}\s"“«'‘(<¿¡]|\(?[\p{L}\p{N}]{1,3}[.)]\s|o\s)/u.test(text);
}

/** Whether a line is a label of something else than roles, with or without its value. */
export function isOtherLabel({ tokens }: ClaimLine): boolean {
  const colon = tokens.slice(0, 9).findIndex(({ text }) => /^[:=\t]$/.test(text));
  const label = colon === -1 ? (tokens.length <= 3 ? tokens : []) : tokens.slice(0, colon);
  if (label.some(({ text }) => durationNouns.has(text) || compoundNoun.test(text))) return true;
  const isKnown = ({ text }: Token): boolean => otherLabels.has(text);
  // The first cell of a row may be a role that is not known: `Tenant Owner`.
  return tokens[colon]?.text === '\t' ? label.every(isKnown) : colon !== -1 && label.some(isKnown);
}

/** Words with a noun for roles in the first cell of a row that names columns. */
const columnWords = words(
  'requested required granted microsoft entra azure ad id gdap g dap name names nom nombre nome naam list the of des de',
);

/** Whether a row begins with a cell that says nothing but that roles follow: `Magic Role` may be one. */
export function isRoleColumn({ tokens }: ClaimLine): boolean {
  const end = tokens.findIndex(({ text }) => text === '\t');
  const label = tokens.slice(0, Math.max(0, end)).filter(({ kind }) => kind === 'word');
  return label.length > 0 && label.every(({ text }) => roleNouns.has(text) || columnWords.has(text));
}

/** Where what follows the label of a list of roles begins. */
export interface RoleLabel {
  /** The first token behind the label; the number of tokens if nothing follows it. */
  readonly next: number;
  /** How many roles it says that there are. */
  readonly count: number | undefined;
}

/** Reads the label of a list of roles: `Requested roles:`, `Rôles demandés`, `3 roles:`. */
export function roleLabelOf(line: ClaimLine): RoleLabel | undefined {
  const { tokens } = line;
  const noun = tokens.findIndex(({ text }) => roleNouns.has(text));
  const ends = tokens.at(-1)?.text === ':';
  if (noun === -1) {
    const isOfRights = ends && tokens.some(({ text }) => rightNouns.has(text));
    return isOfRights ? { next: tokens.length, count: undefined } : undefined;
  }
  const count = countOf(tokens, noun);
  const colon = tokens.findIndex(({ text }, at) => at > noun && at <= noun + 8 && /^[:=\t]$/.test(text));
  if (colon !== -1 && noun <= 12) return { next: colon + 1, count };
  if (ends) return { next: tokens.length, count };
  const spoken = tokens.filter(({ kind }) => kind === 'word').length;
  return spoken <= 6 && !/[.!?,;]$/.test(line.text) ? { next: tokens.length, count } : undefined;
}

/** `3 roles`, `roles (3)` */
function countOf(tokens: readonly Token[], noun: number): number | undefined {
  const near = tokens.slice(Math.max(0, noun - 5), noun + 5);
  const numbers = near.filter(
    ({ kind, text }, at) => kind === 'number' && text !== '365' && near[at - 1]?.text !== 'm',
  );
  const [only] = numbers;
  return only !== undefined && numbers.length === 1 && /^\d{1,3}$/.test(only.text)
    ? Number(only.text)
    : undefined;
}
