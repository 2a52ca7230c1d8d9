import type { Row } from './directory-row.ts';

/** A provider takes a few thousand characters; a bracket or line that does not end must not fill the memory. Characters. */
export const maxJsonRowLength = 1024 * 1024;

/** The row that `text` spells; a bad row when it is no JSON object. */
export function jsonRow(line: number, text: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: [{ line, reason: 'the row is not valid JSON' }] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problems: [{ line, reason: 'the row is not a JSON object' }] };
  }
  return { line, fields: { ...value } };
}
