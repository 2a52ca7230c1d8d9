import { languages } from '../../../../domain/language.ts';
import { TermDictionary } from './term-dictionary.ts';
import { tokenize } from './tokenize.ts';

const displayNames = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }));

/** Names of a country (ISO 3166-1 alpha-2) in all languages of the desk, such as `Germany Allemagne`. */
function countryNames(country: string): string {
  return displayNames.map((names) => names.of(country)).join(' ');
}

/** Numbers the words of a directory in order of appearance. */
export class TermNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #phrases = new Map<string, readonly number[]>();
  readonly #countries = new Map<string, readonly number[]>();

  /** The numbers of the words of a text. */
  of(text: string): readonly number[] {
    const numbers: number[] = [];
    for (const word of tokenize(text)) {
      let number = this.#numbers.get(word);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(word, number);
      }
      numbers.push(number);
    }
    return numbers;
  }

  /** The same, cached, for a text that many providers share, such as the name of a service. */
  ofPhrase(phrase: string): readonly number[] {
    const known = this.#phrases.get(phrase);
    if (known) return known;
    const numbers = this.of(phrase);
    this.#phrases.set(phrase, numbers);
    return numbers;
  }

  /** The numbers of the words in a country's names. */
  ofCountry(country: string): readonly number[] {
    const known = this.#countries.get(country);
    if (known) return known;
    const numbers = this.of(countryNames(country));
    this.#countries.set(country, numbers);
    return numbers;
  }

  /** The dictionary, and the index in it of each number. */
  finish(): { readonly dictionary: TermDictionary; readonly placeOf: Int32Array } {
    const terms = [...this.#numbers.keys()].sort();
    const placeOf = new Int32Array(terms.length);
    for (const [place, term] of terms.entries()) placeOf[this.#numbers.get(term) ?? 0] = place;
    return { dictionary: new TermDictionary(terms), placeOf };
  }
}
