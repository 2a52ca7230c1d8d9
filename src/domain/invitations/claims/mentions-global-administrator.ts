import type { ClaimLine, Token } from './claim-lines.ts';
import { roleAt, type RoleNames } from './role-names.ts';

const endsSentence = /^[.;!?]$/;

/** What only the customer does: its Global Administrator, or somebody signed in as one. */
const accepting =
  /^(?:accept|approv|confirm|consent|review|grant|click|open|complet|perform|sign|log|login|logon|authori[sz]|annehm|annahm|akzept|genehmig|zustimm|bestatig|anmeld|angemeld|accord|valid|autoris|cliqu|connect|aprob|acept|confirm|autoriz|inici|accett|approva|conferm|autorizz|acced|goedkeur|aanvaard|bevestig|inlog|aangemeld|aanmeld|aprov|aceit|iniciar)/;
const signingIn =
  /^(?:sign|signed|signing|log|logged|logging|login|logon|anmeld|angemeld|melden|connect|connecte|connectez|inici|acced|inlog|aangemeld|aanmeld|entre|entrar)/;
const modal =
  /^(?:must|has|have|needs?|should|can|may|will|doit|peut|devez|devra|muss|kann|soll|mussen|debe|puede|deben|deve|puo|devono|moet|kan|mag|pode|devem|required|necessary|erforderlich|requis|necesario|richiesto|nodig|necessario)$/;
const asOrBy =
  /^(?:as|by|with|using|have|be|being|are|is|que|par|avec|etes|als|durch|von|mit|sein|sind|como|por|con|ser|come|da|essere|door|met|bent|com|a|an|the|your|un|une|votre|ein|eine|einem|einen|ihr|ihrem|su|il|tuo|een|uw|um|o|seu|role|rolle|rol|ruolo|account|konto|compte|cuenta)$/;
const ofTheSender =
  /^(?:we|us|our|i|me|my|nous|notre|wir|uns|unser|unsere|nosotros|nuestro|noi|nostro|wij|ons|onze|nos|nosso)$/;

/**
 * Whether a message names Global Administrator outside its lists, other than to say that one has to accept the
 * invitation. Anything else may ask for it.
 */
export function mentionsGlobalAdministrator(
  lines: readonly ClaimLine[],
  names: RoleNames,
  isGlobalAdministrator: (role: string) => boolean,
): boolean {
  return lines.some((line, index) => {
    const tokens = withRestOfName(line, lines[index + 1]);
    // Most lines do not: this is asked of every line of a message.
    if (!tokens.some((token) => mayNameIt(token))) return false;
    return sentencesOf(tokens).some((sentence) =>
      sentence.some((token, at) => {
        if (token.kind === 'mark') return false;
        const named = roleAt(sentence, at, names);
        // A short form in capitals alone means other things in prose.
        if (named === undefined || !isGlobalAdministrator(named.id) || isShortForm(token)) return false;
        return !isOfTheCustomer(sentence, at, named.next);
      }),
    );
  });
}

/** How much of the next line is read with a line that may have been broken within a name. Tokens. */
const maxRest = 14;

/** The tokens of a line, and the first ones of the line below where a name may go on there. */
function withRestOfName({ tokens }: ClaimLine, below: ClaimLine | undefined): readonly Token[] {
  const last = tokens.slice(-4);
  if (below === undefined || !last.some((token) => mayNameIt(token))) return tokens;
  if (endsSentence.test(last.at(-1)?.text ?? '')) return tokens;
  const from = below.tokens.findIndex(({ kind }) => kind !== 'mark');
  return from === -1 ? tokens : [...tokens, ...below.tokens.slice(from, from + maxRest)];
}

function mayNameIt({ kind, text }: Token): boolean {
  return kind === 'word' && /global|general|admin|amminist|beheer|ga$/.test(text);
}

function isShortForm({ text }: Token): boolean {
  return text.length <= 3 && text === 'ga';
}

function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    if (endsSentence.test(token.text)) sentences.push([]);
    else sentences.at(-1)?.push(token);
  }
  return sentences;
}

/** Whether a sentence says that a Global Administrator accepts, or that one signs in as one. */
function isOfTheCustomer(sentence: readonly Token[], start: number, next: number): boolean {
  if (sentence.some(({ text }) => ofTheSender.test(text))) return false;
  const after = sentence.slice(next, next + 14);
  if (/^(?:approv|accept|consent|zustimm|genehmig)/.test(after[0]?.text ?? '')) return true;
  const isSubject = after.slice(0, 9).some(({ text }) => modal.test(text));
  if (isSubject && after.some(({ text }) => accepting.test(text))) return true;
  const before = sentence.slice(Math.max(0, start - 14), start);
  const leading = before.filter(({ kind }) => kind === 'word');
  if (!asOrBy.test(leading.at(-1)?.text ?? '')) return false;
  const verbs = leading.slice(-8).map(({ text }) => text);
  if (verbs.some((word) => signingIn.test(word))) return true;
  const isBy = leading
    .slice(-3)
    .some(({ text }) => /^(?:by|par|durch|von|por|da|door|be|are|is|etes|sein|sind)$/.test(text));
  return isBy && [...verbs, ...after.map(({ text }) => text)].some((word) => accepting.test(word));
}
