import { readHtml } from '../message/read-html.ts';
import type { MessagePart } from '../message/shown-message.ts';
import type { InvitationLink } from './invitation-link.ts';
import type { Judgement } from './judge-address.ts';
import { judgePasted } from './judge-pasted.ts';
import { identityOf } from './link-identity.ts';
import { noticeKinds, type LinkNotice } from './link-notice.ts';
import { addressesIn, addressesShownIn, readableText } from './pasted-addresses.ts';
import { isPerhapsDamaged, worstOf, type Suspicion } from './suspicion.ts';

/** An invitation of a message, and through which services its link came, outermost first. */
export interface FoundInvitation {
  readonly link: InvitationLink;
  readonly wrappedBy: readonly string[];
}

/** What a message has to do with partner invitations. */
export type PastedInvitations =
  | { readonly outcome: 'none' }
  | ({ readonly outcome: 'suspicious' } & Suspicion)
  /** Distinct, in text order; more than one if a partner sent its reseller and administration links together. */
  | { readonly outcome: 'found'; readonly invitations: readonly [FoundInvitation, ...FoundInvitation[]] }
  /** No invitation, but a link that somebody may take for one; or nothing but links. */
  | { readonly outcome: 'notice'; readonly notice: LinkNotice };

/**
 * Finds the partner invitation links in a single link or a whole mail, plain or HTML, wrapped by mail filters, escaped,
 * broken over lines or damaged. One suspicious link makes the whole message suspicious: phishing mails surround theirs with
 * genuine ones. Links elsewhere do not count, unless there is nothing else. Never throws; runs in linear time.
 */
export function findInvitations(parts: readonly MessagePart[]): PastedInvitations {
  const read = parts.map(readPart);
  const judged = read.flatMap((part) => part.judged);
  const worst = worstOf(judged.flatMap((one) => (one.kind === 'suspicion' ? [one.suspicion] : [])));
  if (worst !== undefined) return { outcome: 'suspicious', ...worst };
  const [first, ...others] = distinct(
    judged.flatMap((one) =>
      one.kind === 'invitation' ? [{ link: one.link, wrappedBy: one.wrappedBy }] : [],
    ),
  );
  if (first !== undefined) return { outcome: 'found', invitations: [first, ...others] };
  const notices = judged.flatMap((one) => (one.kind === 'notice' ? [one.notice] : []));
  const hasOnlyLinks = read.some((part) => part.hasOnlyLinks);
  const notice = mostTelling(
    notices.filter(({ kind, host }) => kind !== 'elsewhere' || (hasOnlyLinks && host !== '')),
  );
  return notice === undefined ? { outcome: 'none' } : { outcome: 'notice', notice };
}

interface ReadPart {
  readonly judged: readonly Judgement[];
  readonly hasOnlyLinks: boolean;
}

function readPart({ kind, text }: MessagePart): ReadPart {
  if (kind === 'html') return readHtmlPart(text);
  const readable = readableText(text);
  const read = readText(readable);
  if (!htmlSource.test(readable)) return read;
  const html = quotedPrintableSource.test(readable) ? readable.replace(quotedPrintableEqual, '=') : readable;
  // A tag that does not end takes the rest of the text with it.
  if (readHtml(html).hyperlinks.length === 0) return read;
  const { judged, hasOnlyLinks } = readHtmlPart(html);
  // What HTML does not show, chats that take it for text do: there it warns, if it leads elsewhere.
  const hostile = read.judged.filter((one) => one.kind === 'suspicion' && !isPerhapsDamaged(one.suspicion));
  return { judged: [...judged, ...hostile], hasOnlyLinks };
}

/** The source of a hyperlink, pasted as text; it may hold the `=` of quoted-printable. */
const htmlSource = /<[a-z]+\s[^<>]{0,2000}href\s*=/i;
const quotedPrintableSource = /href\s*=3d\s*["']/i;
const quotedPrintableEqual = /(?<=\S)=3d(?=\S)/gi;

function readHtmlPart(html: string): ReadPart {
  const { unlinked, hyperlinks } = readHtml(html);
  const texts = [readableText(unlinked)];
  const opened: Judgement[] = [];
  for (const { target, label } of hyperlinks) {
    const [address] = addressesIn(readableText(target.replace(/\s+/g, '')));
    if (address === undefined) texts.push(readableText(label));
    else opened.push(judgePasted({ ...address, shown: addressesShownIn(label) }));
  }
  const rest = texts.map(readText);
  const judged = [...opened, ...rest.flatMap((one) => one.judged)];
  const isEmpty = texts.every((text) => !lettersOrDigits.test(text));
  return { judged, hasOnlyLinks: judged.length > 0 && (isEmpty || rest.every((one) => one.hasOnlyLinks)) };
}

const lettersOrDigits = /[\p{L}\p{N}]/u;
const readsLikeLink = /^(?:[a-z][a-z\d+.-]*:|[^\\/?#]+\.\p{L}{2,}(?:[\\/?#]|$))/iu;

function readText(text: string): ReadPart {
  const addresses = addressesIn(text);
  let rest = '';
  let at = 0;
  for (const { start, end } of addresses) {
    rest += `${text.slice(at, start)} `;
    at = Math.max(at, end);
  }
  const hasOnlyLinks =
    addresses.some((one) => readsLikeLink.test(one.text)) &&
    !lettersOrDigits.test(`${rest}${text.slice(at)}`);
  return { judged: addresses.map(judgePasted), hasOnlyLinks };
}

/** Deduplicates, in order; links that differ only in the address of the page are the same invitation. */
function distinct(invitations: readonly FoundInvitation[]): readonly FoundInvitation[] {
  const firsts = new Map<string, FoundInvitation>();
  for (const invitation of invitations) {
    const key = identityOf(invitation.link);
    if (!firsts.has(key)) firsts.set(key, invitation);
  }
  return [...firsts.values()];
}

function mostTelling(notices: readonly LinkNotice[]): LinkNotice | undefined {
  return notices.toSorted((one, other) => noticeKinds.indexOf(one.kind) - noticeKinds.indexOf(other.kind))[0];
}
