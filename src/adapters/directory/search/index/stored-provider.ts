import type { Provider } from '../../../../domain/providers/provider.ts';

const texts = ['id', 'name', 'description', 'email', 'country', 'city'] as const satisfies (keyof Provider)[];
const lists = [
  'services',
  'products',
  'industries',
  'organizationSizes',
  'designations',
  'languages',
  'functions',
] as const satisfies (keyof Provider)[];

/**
 * Parses a line of an installed directory. The import has validated every value; this only checks that the fields
 * exist, because up to a million lines are read at every start.
 *
 * @throws Error if a field is missing, SyntaxError if the line is not JSON
 */
export function storedProvider(line: string): Provider {
  const value: unknown = JSON.parse(line);
  if (!isProvider(value)) throw new Error('the provider lacks required fields');
  return value;
}

function isProvider(value: unknown): value is Provider {
  if (typeof value !== 'object' || value === null) return false;
  for (const name of texts) if (typeof Reflect.get(value, name) !== 'string') return false;
  for (const name of lists) if (!Array.isArray(Reflect.get(value, name))) return false;
  return true;
}
