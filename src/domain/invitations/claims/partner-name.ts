import type { ClaimLine } from './claim-lines.ts';

const labelledPartner = /^.{0,30}\b(?:partner|partenaire)(?: name| company)?\s{0,2}:\s{0,4}(\S.{0,99})$/i;
const sentenceOfPartner =
  /^(?!(?:i|we|you|they|it|this|hello|dear|je|nous|vous|on|ce|il|elle|bonjour)\b)(\S.{1,98}?) (?:would like to|is requesting|invites you|has invited you|souhaite|sollicite|vous invite|vous a invitée?s?)\s/i;

/** Who invites, as a message says. */
export function partnerNameIn(lines: readonly ClaimLine[]): string | undefined {
  return firstIn(lines, labelledPartner) ?? firstIn(lines, sentenceOfPartner);
}

function firstIn(lines: readonly ClaimLine[], pattern: RegExp): string | undefined {
  for (const { text } of lines) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
