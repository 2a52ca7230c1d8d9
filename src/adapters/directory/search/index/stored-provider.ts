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
 * The provider of one line of an installed directory. The import has checked every value; here it is only made sure that
 * the line is from an import, since a million of them are read at every start.
 *
 * @throws Error when it is not
 */
export function storedProvider(line: string): Provider {
  const value: unknown = JSON.parse(line);
  if (!isProvider(value)) throw new Error('fields of a provider are missing');
  return value;
}

function isProvider(value: unknown): value is Provider {
  if (typeof value !== 'object' || value === null) return false;
  for (const name of texts) if (typeof Reflect.get(value, name) !== 'string') return false;
  for (const name of lists) if (!Array.isArray(Reflect.get(value, name))) return false;
  return true;
}
