type Whole = string | readonly unknown[] | ((...parameters: never[]) => unknown);

/** Some of the texts of a catalogue. */
export type SomeOf<Texts> = {
  readonly [Key in keyof Texts]?: Texts[Key] extends Whole ? Texts[Key] : SomeOf<Texts[Key]>;
};

/** A catalogue with some of its texts replaced. */
export function withWording<Texts extends object>(texts: Texts, replaced: SomeOf<Texts>): Texts {
  return merged(texts, replaced) as Texts;
}

function merged(text: unknown, replacement: unknown): unknown {
  if (!isGroup(text) || !isGroup(replacement)) return replacement;
  const entries = Object.entries(replacement).map(([key, value]) => [key, merged(text[key], value)]);
  return { ...text, ...Object.fromEntries(entries) };
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
