import addressParser from 'nodemailer/lib/addressparser';
import { emailAddress } from '../../domain/email-address.ts';
import { oneLine } from '../../domain/plain-text.ts';

/** Who a letter is from or to. */
export interface Mailbox {
  /** Empty where there is none. */
  readonly name: string;
  readonly address: string;
}

/** @param text such as `Partner Desk <desk@example.com>` @returns undefined where it is not one mailbox */
export function readMailbox(text: string): Mailbox | undefined {
  const [only, ...others] = addressParser(text);
  if (only === undefined || others.length > 0 || only.address === undefined) return undefined;
  return mailbox(only.name, only.address);
}

/** @returns undefined where `email` is not an address that a letter can go to */
export function mailbox(name: string, email: string): Mailbox | undefined {
  const address = emailAddress(email.trim());
  return address === undefined ? undefined : { name: headerText(name), address };
}

/**
 * Text as a header may hold it: one line, which shows as what it is. nodemailer hands on what looks like an encoded word
 * (`=?utf-8?q?…?=`, RFC 2047), and readers would show what it decodes to; one space makes plain text of it.
 */
export function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?');
}
