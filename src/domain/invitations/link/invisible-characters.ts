import { imitation } from './trusted-host.ts';

/** Zero-width spaces, soft hyphens, bidirectional controls and the like. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** A text without its invisible characters, and where they were: as positions in the text without them. */
export interface VisibleText {
  readonly text: string;
  readonly cuts: readonly number[];
}

export function withoutInvisible(written: string): VisibleText {
  const text = written.replace(invisible, '');
  if (text === written) return { text, cuts: [] };
  let removed = 0;
  const cuts = Array.from(written.matchAll(invisible), ({ 0: character, index }) => {
    const at = index - removed;
    removed += character.length;
    return at;
  });
  return { text, cuts };
}

/** Up to the host. */
const beforeHost = /^(?:[a-z][a-z\d+.-]{0,19}:)?[\\/]*/i;

/**
 * The host of an address up to the first cut inside it, where that deceives: it ends with a label, or imitates a trusted
 * one. Whoever makes links of texts may stop at the cut, and open that one instead.
 */
export function cutHostOf(address: string, cuts: readonly number[]): string | undefined {
  const from = beforeHost.exec(address)?.[0].length ?? 0;
  const host = /^[^\\/?#]*/.exec(address.slice(from))?.[0] ?? '';
  const at = cuts.find((one) => one > from && one < from + host.length);
  if (at === undefined) return undefined;
  // A dot at the end is no part of the host to them.
  const cut = address.slice(from, at).replace(/\.$/, '');
  const endsLabel = address.charAt(at) === '.' || address.charAt(at - 1) === '.';
  const deceives = endsLabel || imitation(cut) !== undefined;
  return deceives && /[^.]\.[^.]+$/.test(cut) ? cut : undefined;
}
