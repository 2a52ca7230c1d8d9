import type { Messages } from '../../../i18n/messages.ts';

/** The services that rewrote a link on its way, in a sentence; undefined if none did. */
export function cameThrough(
  { format, links }: Messages,
  wrappedBy: readonly string[] | undefined,
): string | undefined {
  if (wrappedBy === undefined || wrappedBy.length === 0) return undefined;
  return links.cameThrough(format.list([...new Set(wrappedBy)]));
}
