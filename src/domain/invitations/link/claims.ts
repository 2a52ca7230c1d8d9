import { administrationDays } from '../../duration.ts';
import { foldText } from '../../fold-text.ts';
import { oneLine } from '../../plain-text.ts';
import { withoutMailEscapes } from './mail-escapes.ts';

/** What the mail around a link says about it. Unverified: show it as claimed. */
export interface Claims {
  /** One line of at most 100 characters, as the sender wrote it. */
  readonly partnerName?: string;
  /** The distinct template ids of the roles that the mail lists; roles merely mentioned in a sentence do not count. */
  readonly roles?: readonly string[];
  /** The longest that the mail names within Microsoft's limits: 1 to 730. */
  readonly durationDays?: number;
}

const tags = /<[^<>]*>/g;
const bullets = /^[\s\-–—*•·▪○o>]+(?=\s)|^[•·▪○*-]|[\s.;,*]+$/gu;
const listed = /[,;]|\s(?:and|et)\s/i;
const duration = /^.{0,60}\b(?:duration|durée)\b[^\d\n]{0,30}(\d{1,4})(?!\d)/i;
const labelledPartner = /^.{0,30}\b(?:partner|partenaire)(?: name| company)?\s{0,2}:\s{0,4}(\S.{0,99})$/i;
const sentenceOfPartner =
  /^(?!(?:i|we|you|they|it|this|hello|dear|je|nous|vous|on|ce|il|elle|bonjour)\b)(\S.{1,98}?) (?:would like to|is requesting|invites you|has invited you|souhaite|sollicite|vous invite|vous a invitée?s?)\s/i;

/** Longer lines are prose and are ignored; characters. */
const maxLineLength = 1000;

/** @param roleIds by folded name, in all supported languages */
export function claimsIn(text: string, roleIds: ReadonlyMap<string, string>): Claims {
  const lines = withoutMailEscapes(text)
    .replace(tags, '\n')
    .split('\n')
    .filter((line) => line.length <= maxLineLength)
    .map((line) => oneLine(line).replace(bullets, ''));
  const partnerName = firstIn(lines, labelledPartner) ?? firstIn(lines, sentenceOfPartner);
  const days = longestIn(lines);
  const roles = new Set(lines.flatMap((line) => rolesListed(line, roleIds)));
  return {
    ...(partnerName !== undefined && { partnerName }),
    ...(roles.size > 0 && { roles: [...roles] }),
    ...(days !== undefined && { durationDays: days }),
  };
}

function firstIn(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The longest duration that the lines name; days. */
function longestIn(lines: readonly string[]): number | undefined {
  const named = lines.flatMap((line) => administrationDays(`P${duration.exec(line)?.[1] ?? '0'}D`) ?? []);
  return named.length === 0 ? undefined : Math.max(...named);
}

/** The roles of a line that contains nothing else, apart from a label before a colon. */
function rolesListed(line: string, roleIds: ReadonlyMap<string, string>): readonly string[] {
  const list = line.slice(line.lastIndexOf(':') + 1);
  const whole = roleIds.get(foldText(list.trim()));
  const ids =
    whole === undefined ? list.split(listed).map((name) => roleIds.get(foldText(name.trim()))) : [whole];
  return ids.every((id) => id !== undefined) ? ids : [];
}
