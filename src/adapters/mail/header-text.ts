import { oneLine } from '../../domain/plain-text.ts';

/**
 * Text as a header may hold it: one line, which shows as what it is. nodemailer hands on what looks like an encoded word
 * (`=?utf-8?q?…?=`, RFC 2047), and readers would show what it decodes to; one space makes plain text of it.
 */
export function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?');
}
