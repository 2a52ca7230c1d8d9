import type { Row } from './directory-row.ts';

/** A provider has a few thousand characters; this keeps an unclosed bracket or endless line from filling memory. */
export const maxJsonRowLength = 1024 * 1024;

/** Parses a row; a bad row if `text` is not a JSON object. */
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
