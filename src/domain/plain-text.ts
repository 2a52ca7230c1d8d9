/**
 * Invisible characters that no name or sentence needs: zero-width spaces, soft hyphens, fillers and tags, and
 * bidirectional controls, which can make `moc.live` read as something else. Joiners stay: some scripts need them.
 */
const invisible =
  /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** Half of a surrogate pair, which UTF-8 cannot encode. */
const loneSurrogate = /\p{Cs}/gu;

/** White space, line ends and control characters. */
const breaksAndControls = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
const lineEnds = /\r\n|[\r\v\f\u0085\p{Zl}\p{Zp}]/gu;
const controlsWithinLines = /[^\P{Cc}\n\t]/gu;

/** Input as a single line: trimmed, white space collapsed, control characters removed. */
export function oneLine(text: string): string {
  return visible(text).replace(breaksAndControls, ' ').trim();
}

/** Input as several lines: trimmed, line ends normalized to `\n`, control characters removed. */
export function severalLines(text: string): string {
  return visible(text).replace(lineEnds, '\n').replace(controlsWithinLines, '').trim();
}

function visible(text: string): string {
  return text.normalize('NFC').replace(loneSurrogate, '\ufffd').replace(invisible, '');
}

/** Longer reasons and notes are truncated. In code points, so that no surrogate pair is split. */
export const maxReasonLength = 500;

/** A reason or note as typed, cleaned and truncated; undefined if nothing is left. */
export function givenReason(typed = ''): string | undefined {
  const cut = Array.from(severalLines(typed)).slice(0, maxReasonLength).join('');
  return cut === '' ? undefined : cut;
}
