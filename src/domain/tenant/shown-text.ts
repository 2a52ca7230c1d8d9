import { oneLine } from '../plain-text.ts';

/** Longer texts are cut. In code points. */
const maxLength = 128;

/** Text that Microsoft Graph shows, which others wrote, as one short line; undefined if nothing is left. */
export function shownText(text = ''): string | undefined {
  const cut = Array.from(oneLine(text)).slice(0, maxLength).join('').trim();
  return cut === '' ? undefined : cut;
}
