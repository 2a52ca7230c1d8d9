import PostalMime, { addressParser, type Address, type Attachment, type Email } from 'postal-mime';
import { maxEmailAddressLength } from '../../domain/email-address.ts';
import type { MailOrigin } from '../../domain/invitations/message/mail-origin.ts';
import type { MessagePart, ShownMessage } from '../../domain/invitations/message/shown-message.ts';
import { oneLine } from '../../domain/plain-text.ts';
import { authenticationResults } from './authentication-results.ts';
import { mailBytes } from './mail-bytes.ts';
import { withWindowsCharacters } from './windows-characters.ts';

/** Bounds within a mail; what goes beyond is no mail that a person wrote. Mails nest parts about five deep. */
const limits = {
  maxNestingDepth: 32,
  /** Bytes, of all parts together. */
  maxHeadersSize: 512 * 1024,
  // Attached mails are parsed below, with one bound on all of them.
  maxRfc822NestingDepth: 0,
};

/**
 * Of a mail and those attached to it; more is refused. The parser takes memory and time for each line: 10 MB of attachments
 * have 140,000, and 10 MB of empty lines would end the process.
 */
const maxLines = 200_000;

/** A mail may be attached to a mail, which is attached to another. */
const maxAttachedDepth = 3;
const maxAttachedMails = 10;

/**
 * Of a mail and those attached to it, with their mark-up; what is longer is cut. Mails repeat what they answer below the newest
 * words. What reads them for invitations occupies the desk for up to 10 µs a character, and strangers write them.
 */
const maxTextLength = 300_000;

const maxNameLength = 200;

/** A mail has two of these at least (RFC 5322, section 3.6; `X-Unsent` in Outlook's drafts). Other files have none. */
const headersOfMails = new Set(
  'from to cc subject date message-id received return-path delivered-to reply-to mime-version content-type authentication-results dkim-signature x-unsent'.split(
    ' ',
  ),
);

/**
 * Reads a mail with `postal-mime`: its text and HTML in whatever encoding, also of mails attached to it. Other attachments
 * are not read. `winmail.dat`, Outlook's own format, is not either: the text beside it is the mail's. Occupies the thread
 * for 30 µs a line.
 * @returns undefined for what is no mail, or goes beyond the bounds
 */
export async function readMime(
  mime: Uint8Array,
  headersBy: MailOrigin['headersBy'],
): Promise<ShownMessage | undefined> {
  let linesLeft = maxLines;
  let textLeft = maxTextLength;
  const parsed = async (file: Uint8Array): Promise<Email | undefined> => {
    const bytes = mailBytes(file);
    linesLeft -= linesIn(bytes);
    return linesLeft < 0 ? undefined : parsedWithin(bytes);
  };
  const mail = await parsed(mime);
  const isMail = mail !== undefined && namesOf(mail).filter((name) => headersOfMails.has(name)).length >= 2;
  if (!isMail) return undefined;
  const parts: MessagePart[] = [];
  const add = (of: Email): void => {
    for (const { kind, text: whole } of partsOf(of)) {
      const text = cut(whole, textLeft);
      textLeft -= text.length;
      if (text !== '') parts.push({ kind, text });
    }
  };
  add(mail);
  let left = maxAttachedMails;
  let attached = attachedMails(mail);
  for (let depth = 0; depth < maxAttachedDepth && attached.length > 0; depth += 1) {
    const below: Attachment[] = [];
    for (const { content } of attached.slice(0, left)) {
      left -= 1;
      const inner = typeof content === 'string' ? undefined : await parsed(new Uint8Array(content));
      if (inner === undefined) continue;
      add(inner);
      below.push(...attachedMails(inner));
    }
    attached = below;
  }
  return { parts, mail: originOf(mail, headersBy) };
}

/** @returns undefined for what cannot be read within the limits */
async function parsedWithin(mime: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(mime, limits);
  } catch {
    return undefined;
  }
}

/** Counts lines. */
export function linesIn(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

function namesOf({ headers }: Email): readonly string[] {
  return [...new Set(headers.map(({ key }) => key))];
}

/** Mails attached as files, as mail programs do when several are forwarded. */
function attachedMails({ attachments }: Email): Attachment[] {
  return attachments.filter(
    ({ mimeType, filename }) =>
      mimeType === 'message/rfc822' || filename?.toLowerCase().endsWith('.eml') === true,
  );
}

function partsOf({ html, text }: Email): readonly MessagePart[] {
  return [
    ...(html === undefined ? [] : [{ kind: 'html', text: withWindowsCharacters(html) } as const]),
    ...(text === undefined ? [] : [{ kind: 'plain', text: withWindowsCharacters(text) } as const]),
  ];
}

/** Cut between words, so that no link is cut into another. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = Math.max(...['\n', ' ', '>'].map((between) => text.lastIndexOf(between, length - 1)));
  return text.slice(0, end + 1);
}

function originOf(mail: Email, headersBy: MailOrigin['headersBy']): MailOrigin {
  const sender = soleSender(mail);
  const address = Array.from(oneLine(sender?.address ?? '').toLowerCase())
    .slice(0, maxEmailAddressLength)
    .join('');
  const name = Array.from(oneLine(withWindowsCharacters(sender?.name ?? '')))
    .slice(0, maxNameLength)
    .join('');
  // Each mail server adds its own above those that came with the mail (RFC 8601, section 5).
  const stated = mail.headers.find(({ key }) => key === 'authentication-results')?.value ?? '';
  return {
    ...(address !== '' && { from: address }),
    ...(name !== '' && { fromName: name }),
    results: authenticationResults(stated),
    headersBy,
  };
}

/**
 * Undefined if a mail names several: which of them receivers verify and which they show differs, so that results for one would
 * seem to be the other's (RFC 7489, section 6.6.1).
 */
function soleSender({ from, headers }: Email): Address | undefined {
  const [stated = '', ...others] = headers.filter(({ key }) => key === 'from').map(({ value }) => value);
  const named = from?.group ?? [from];
  const isSole =
    others.length === 0 &&
    named.length === 1 &&
    addressParser(stated).length <= 1 &&
    !severalBrackets.test(stated);
  return isSole ? named[0] : undefined;
}

/** Two addresses in angle brackets, not counting what is quoted. */
const severalBrackets = /^(?:"(?:[^"\\]|\\.)*"|[^"<])*<(?:"(?:[^"\\]|\\.)*"|[^"<])*</s;
