import type { z } from 'zod';
import type { Provider } from '../../../domain/providers/provider.ts';
import type { ProviderRow, RowProblem } from './directory-row.ts';

/**
 * Validates the fields of a row. Empty values count as absent, in lists too.
 * @returns the provider, or all problems of the row
 */
export function readProvider(
  schema: z.ZodType<Provider>,
  line: number,
  fields: Readonly<Record<string, unknown>>,
): ProviderRow {
  const values = withoutEmptyValues(fields);
  const result = schema.safeParse(values);
  if (result.success) return { line, provider: result.data };
  const problems = new Map<string, RowProblem>();
  for (const { path, message, ...issue } of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const column of issue.keys)
        problems.set(column, { line, column, reason: 'is not a field of a provider' });
    } else {
      // A value may fail several checks; the first is enough.
      const place = path.join('.');
      if (!problems.has(place)) problems.set(place, { line, ...placeOf(values, path), reason: message });
    }
  }
  return { problems: [...problems.values()] };
}

function withoutEmptyValues(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const present = Object.entries(fields)
    .filter(([, value]) => !isEmpty(value))
    .map(([column, value]): [string, unknown] => [
      column,
      Array.isArray(value) ? value.filter((item) => !isEmpty(item)) : value,
    ]);
  return Object.fromEntries(present);
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function placeOf(
  values: Readonly<Record<string, unknown>>,
  [column, index]: readonly PropertyKey[],
): Pick<RowProblem, 'column' | 'found'> {
  const value = values[String(column)];
  const found: unknown = Array.isArray(value) && typeof index === 'number' ? value[index] : value;
  return { column: String(column), ...(typeof found === 'string' ? { found } : {}) };
}
