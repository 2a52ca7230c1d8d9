import { hostOf, isPlainlyWritten, readAddress } from './address.ts';
import { hasInvitationWords, judgeAddress, type Judgement } from './judge-address.ts';
import { judgeHyperlink } from './judge-hyperlink.ts';
import { isMicrosofts } from './microsoft-hosts.ts';
import type { PastedAddress } from './pasted-addresses.ts';
import { isHostOfRewriter } from './rewriters/rewriters.ts';
import { unwrap } from './rewriters/unwrap.ts';
import { isPerhapsDamaged, suspicion } from './suspicion.ts';
import { portalOf } from './trusted-host.ts';

/** Longer addresses are not put together; characters. */
const maxJoined = 8000;

/** Judges an address that stands in a text: also by what follows it, if a mail program broke it there. */
export function judgePasted(pasted: PastedAddress): Judgement {
  const { text, shown, before, cutHost, behind } = pasted;
  const plain = judgeHyperlink(text, shown);
  if (cutHost !== undefined && plain.kind === 'invitation' && !isMicrosofts(cutHost)) {
    return { kind: 'suspicion', suspicion: suspicion('lookAlikeHost', cutHost) };
  }
  if (before !== undefined && plain.kind === 'invitation') {
    const continued = judgeAddress(`${before}${text}`);
    if (continued.kind === 'suspicion') return continued;
  }
  if (behind.length === 0) return plain;
  if (plain.kind === 'invitation') return isEnded(plain) ? plain : (joinedWhole(pasted, plain) ?? plain);
  if (plain.kind === 'suspicion' && !isPerhapsDamaged(plain.suspicion) && !isCutWrapper(text)) return plain;
  const isRead = portalOf(hostOf(readAddress(text))) !== undefined || isOfRewriter(text);
  const startsPath = /^[/?#]/.test(behind[0]?.text ?? '');
  const joined = isRead && (hasPath(pasted.whole) || startsPath) ? joinedWhole(pasted) : joinedDanger(pasted);
  return joined ?? plain;
}

/** Whether a rewritten link is cut off before what it opens can be read. */
function isCutWrapper(text: string): boolean {
  return isOfRewriter(text) && unwrap(readAddress(text)).wrappedBy.length === 0;
}

function isOfRewriter(text: string): boolean {
  const address = readAddress(text);
  return isPlainlyWritten(address) && isHostOfRewriter(hostOf(address));
}

/**
 * What an address on a site whose links are read makes with the first of the pieces behind it: a whole invitation, or what a
 * wrapper turns out to open. No host is continued, be it inside a wrapper.
 */
function joinedWhole({ text, whole, behind }: PastedAddress, already?: Judgement): Judgement | undefined {
  const plain = hostsOf(text);
  let found = already;
  for (const { address, last, onNextLine } of joinedWith(whole, behind)) {
    if (found !== undefined && !(onNextLine && goesOn.test(last))) return found;
    const judged = judgeAddress(address);
    if (judged.kind === 'suspicion' && onNextLine && !isPerhapsDamaged(judged.suspicion)) return judged;
    if (judged.kind !== 'invitation') continue;
    const { outer, inner } = hostsOf(address);
    const continuesHost = isWholeHost(plain.inner) && plain.inner !== plain.outer && plain.inner !== inner;
    if (outer !== plain.outer || continuesHost) return found;
    found = judged;
    if (isEnded(judged)) return judged;
  }
  return found;
}

/** The addresses of retired portals have no fragment to end them: one that was cut off may read like a whole one. */
function isEnded(judged: Judgement): boolean {
  return judged.kind !== 'invitation' || judged.link.portal === 'adminCenter';
}

/** More parameters of a query. */
const goesOn = /=|%3d/i;

/** A warning of what lines say together about invitations on another site, while none of them does alone. */
function joinedDanger({ text, whole, behind }: PastedAddress): Judgement | undefined {
  const lines = behind.filter((piece, index) =>
    behind.slice(0, index + 1).every(({ onNextLine }) => onNextLine),
  );
  const all = [whole, ...lines.map((piece) => piece.text)];
  const readings = [all.join(''), all.map((line) => line.replace(/=$/, '')).join('')];
  if (hasInvitationWords(text) || !readings.some((one) => hasInvitationWords(one.slice(0, maxJoined)))) {
    return undefined;
  }
  for (const { address } of joinedWith(whole, lines)) {
    if (!hasInvitationWords(address)) continue;
    const judged = judgeAddress(address);
    if (judged.kind === 'suspicion') return judged;
  }
  return undefined;
}

/** The address with one more piece each time; where quoted-printable may have left its sign at line ends, without it too. */
function* joinedWith(whole: string, behind: PastedAddress['behind']): Generator<JoinedAddress> {
  let address = whole;
  let withoutSigns = whole;
  let onNextLine = true;
  for (const piece of behind) {
    withoutSigns = `${piece.onNextLine ? withoutSigns.replace(/=$/, '') : withoutSigns}${piece.text}`;
    address += piece.text;
    onNextLine &&= piece.onNextLine;
    if (address.length > maxJoined) return;
    yield { address, last: piece.text, onNextLine };
    if (withoutSigns !== address) yield { address: withoutSigns, last: piece.text, onNextLine };
  }
}

interface JoinedAddress {
  readonly address: string;
  /** The piece at its end. */
  readonly last: string;
  /** Whether all of its pieces stand on lines of their own. */
  readonly onNextLine: boolean;
}

function hostsOf(text: string): { readonly outer: string; readonly inner: string } {
  const address = readAddress(text);
  return { outer: hostOf(address), inner: hostOf(unwrap(address).address) };
}

function isWholeHost(host: string): boolean {
  return /[^.]\.[^.]+$/.test(host) && !isMicrosofts(host);
}

/** Whether the host of an address has ended. */
function hasPath(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]{0,19}:)?[\\/]*[^\\/?#]+[\\/?#]/i.test(address);
}
