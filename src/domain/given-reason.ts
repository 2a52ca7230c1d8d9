import { severalLines } from './plain-text.ts';

/** Longer reasons and notes are cut; Unicode code points, so that no character is cut in half. */
export const longestReason = 500;

/** What a person gave as reason or note, cleaned and cut to length; undefined where that leaves nothing. */
export function givenReason(typed = ''): string | undefined {
  const cut = Array.from(severalLines(typed)).slice(0, longestReason).join('');
  return cut === '' ? undefined : cut;
}
