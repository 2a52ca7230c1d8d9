import type { Attention } from '../../domain/partners/attention.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What deserves attention about a partner, each mark in a few words; the gravest first. */
export function markWords(
  { format, partner: text }: Messages,
  { marks, daysUnreviewed }: Attention,
): readonly string[] {
  return marks.map((mark) => {
    const words = mark === 'notReviewed' ? text.notReviewed(format, daysUnreviewed) : text.marks[mark];
    return `⚠\u00a0${words}`;
  });
}
