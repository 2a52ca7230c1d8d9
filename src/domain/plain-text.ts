/**
 * Characters that show nothing and that no name or sentence needs: zero-width spaces, and the marks that turn the
 * direction of text around, with which `moc.live` can be made to read as something else.
 */
const invisible = /[\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** Half of a surrogate pair, which no encoding can write down. */
const loneSurrogate = /\p{Cs}/gu;

/** Every way to end a line, and every other control character. */
const breaksAndControls = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
const lineEnds = /\r\n|[\r\v\f\u0085\p{Zl}\p{Zp}]/gu;
const controlsWithinLines = /[^\P{Cc}\n\t]/gu;

/** What was typed as one line: no line ends or other control characters, no repeated spaces, none around it. */
export function oneLine(text: string): string {
  return visible(text).replace(breaksAndControls, ' ').trim();
}

/** What was typed as several lines: these end in `\n`, other control characters are gone, and so is white space around it. */
export function severalLines(text: string): string {
  return visible(text).replace(lineEnds, '\n').replace(controlsWithinLines, '').trim();
}

function visible(text: string): string {
  return text.normalize('NFC').replace(loneSurrogate, '\ufffd').replace(invisible, '');
}

/** Longer reasons and notes are cut; Unicode code points, so that no character is cut in half. */
export const maxReasonLength = 500;

/** What a person gave as reason or note, cleaned and cut to length; undefined where that leaves nothing. */
export function givenReason(typed = ''): string | undefined {
  const cut = Array.from(severalLines(typed)).slice(0, maxReasonLength).join('');
  return cut === '' ? undefined : cut;
}
