import type { RowProblem } from '../../adapters/directory/import/directory-row.ts';

/** Characters of a value to show. */
const maxValueLength = 60;

/** `line 12, column country: is not a country code (found "XX")` */
export function describeProblem({ line, column, reason, found }: RowProblem): string {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${visible(column)}`;
  return `${place}: ${reason}${found === undefined ? '' : ` (found "${visible(found)}")`}`;
}

/** Escapes non-printing characters, so that the content of a file cannot control the terminal. */
function visible(text: string): string {
  const cut = text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text;
  return cut.replace(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
}
