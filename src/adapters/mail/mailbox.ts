import addressParser from 'nodemailer/lib/addressparser';
import { emailAddress } from '../../domain/email-address.ts';
import { oneLine } from '../../domain/plain-text.ts';

/** The sender or recipient of an e-mail. */
export interface Mailbox {
  /** Empty where there is none. */
  readonly name: string;
  readonly address: string;
}

/** @param text such as `Partner Desk <desk@example.com>` @returns undefined unless it is exactly one mailbox */
export function readMailbox(text: string): Mailbox | undefined {
  const [only, ...others] = addressParser(text);
  if (only === undefined || others.length > 0 || only.address === undefined) return undefined;
  return mailbox(only.name, only.address);
}

/** @returns undefined if `email` is not a valid recipient address */
export function mailbox(name: string, email: string): Mailbox | undefined {
  const address = emailAddress(email.trim());
  return address === undefined ? undefined : { name: headerText(name), address };
}

/**
 * Text for a header: one line, shown verbatim. nodemailer passes through what looks like an encoded word
 * (`=?utf-8?q?…?=`, RFC 2047), which mail clients would decode; a space keeps it plain text.
 */
export function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?');
}
