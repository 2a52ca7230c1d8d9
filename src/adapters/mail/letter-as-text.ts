import { messagesIn } from '../../i18n/messages.ts';
import type { LetterContent } from './letter-content.ts';

/** The letter as plain text; paragraphs are apart by an empty line. */
export function letterAsText({ language, opening, fields, needs, closing }: LetterContent): string {
  const { mail } = messagesIn(language);
  const answers = fields.map(({ label, value }) => mail.labelled(label, value)).join('\n');
  const asked = `${mail.labelled(needs.label, '').trimEnd()}\n${needs.value}`;
  return [...opening, answers, asked, ...closing].join('\n\n') + '\n';
}
