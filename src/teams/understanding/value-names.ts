import { foldedWords } from './words.ts';

/**
 * The names of a value, as folded words: `Managed Services (MSP)` is also “managed services” and “msp”, `Microsoft
 * Teams` is “teams”, `Power BI` is “powerbi”, `Solutions Partner for Security` is “security”.
 */
export function namesOf(value: string): string[][] {
  const whole = foldedWords(value);
  const outside = foldedWords(value.replace(/\([^)]*\)/g, ' '));
  const inside = /^[^(]+\((\w{2,5})\)$/.exec(value)?.[1] ?? '';
  const short = withoutPrefix(outside);
  const names = [whole, outside, foldedWords(inside), short, [whole.join('')], [outside.join('')]];
  return distinct(names.filter((name) => name.join('').length > 1));
}

const prefixes = [['microsoft'], ['solutions', 'partner', 'for']];

function withoutPrefix(words: readonly string[]): string[] {
  const prefix = prefixes.find(
    (candidate) => words.length > candidate.length && candidate.every((word, index) => words[index] === word),
  );
  const rest = words.slice(prefix?.length ?? 0);
  // “365” alone is not a name.
  return /^\d+$/.test(rest.join('')) ? [] : rest;
}

function distinct(names: readonly string[][]): string[][] {
  return [...new Map(names.map((name) => [name.join(' '), name])).values()];
}

/** Values of a directory by their names. */
export class ValueNames {
  readonly #byName = new Map<string, string>();

  constructor(values: readonly string[]) {
    for (const value of values) {
      for (const name of namesOf(value)) {
        const key = name.join('');
        if (!this.#byName.has(key)) this.#byName.set(key, value);
      }
    }
  }

  /**
   * The directory's value with one of these names; else one that starts with the first name (`Healthcare & life
   * sciences` for “Healthcare”).
   */
  find(names: readonly string[]): string | undefined {
    for (const name of names) {
      for (const key of namesOf(name)) {
        const value = this.#byName.get(key.join(''));
        if (value !== undefined) return value;
      }
    }
    const start = foldedWords(names[0] ?? '').join('');
    if (start === '') return undefined;
    for (const [key, value] of this.#byName) if (key.startsWith(start)) return value;
    return undefined;
  }
}
