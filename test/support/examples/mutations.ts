import fc from 'fast-check';

/** Values that break programs which trust their input. */
const nasty = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '${name}',
    '`${',
    '[a](http://evil.example)',
    '__proto__',
    'constructor',
    'x'.repeat(20_000),
    '🙂'.repeat(5_000),
    'a '.repeat(10_000),
    '<at>'.repeat(1_000),
    -1,
    0.1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    { toString: null },
    Array.from({ length: 1_000 }, () => 'x'),
  ),
);

function twice(value: unknown): unknown {
  if (!Array.isArray(value)) return JSON.stringify([value, value]);
  const items: readonly unknown[] = value;
  return [...items, ...items];
}

/** One change somewhere in a JSON value. */
const edit = fc.record({
  /** Index of the place to change, modulo their number. */
  at: fc.nat({ max: 1_000 }),
  how: fc.oneof(
    { weight: 4, arbitrary: nasty.map((value) => () => value) },
    { weight: 1, arbitrary: fc.constant(() => undefined) },
    { weight: 1, arbitrary: fc.constant((value: unknown) => [value]) },
    { weight: 1, arbitrary: fc.constant((value: unknown) => ({ value })) },
    {
      weight: 1,
      arbitrary: fc.constant(twice),
    },
  ),
});

/** The value with one to four changes, each anywhere in it. */
export function mutated(valid: unknown): fc.Arbitrary<unknown> {
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((value, { at, how }) => {
      const paths = pathsIn(value);
      return changed(value, paths[at % paths.length] ?? [], how);
    }, valid),
  );
}

/** The bytes with a few overwritten, or truncated. */
export function mutatedBytes(valid: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const place = fc.tuple(fc.nat({ max: valid.length - 1 }), fc.nat({ max: 255 }));
  const places = fc.array(place, { maxLength: 6 });
  return fc.tuple(places, fc.option(fc.nat({ max: valid.length }))).map(([overwritten, length]) => {
    const bytes = Uint8Array.from(valid);
    for (const [at, byte] of overwritten) bytes[at] = byte;
    return bytes.slice(0, length ?? bytes.length);
  });
}

type Path = readonly (string | number)[];

/** Every place in a JSON value except the root. */
function pathsIn(value: unknown, before: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...before, key];
    return [path, ...pathsIn(inner, path)];
  });
}

function changed(value: unknown, [key, ...rest]: Path, how: (value: unknown) => unknown): unknown {
  if (key === undefined) return how(value);
  if (typeof value !== 'object' || value === null) return value;
  const inner = new Map<string, unknown>(Object.entries(value));
  inner.set(String(key), changed(inner.get(String(key)), rest, how));
  return Array.isArray(value) ? [...inner.values()] : Object.fromEntries(inner);
}
