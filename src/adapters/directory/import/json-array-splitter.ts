/** The text of an element of a JSON array, and the line it starts on. */
export interface JsonElement {
  readonly line: number;
  readonly text: string;
}

/**
 * Splits a stream of JSON text into the elements of its top-level array, so that the array need not fit in memory. It
 * tracks quotes and brackets only; the caller parses each element, and can continue after an invalid one.
 */
export class JsonArraySplitter {
  line = 1;
  position: 'before' | 'inside' | 'behind' = 'before';
  #depth = 0;
  #inQuotes = false;
  #escaped = false;
  #element = '';
  #elementLine = 1;
  #elements = 0;

  /** Length of the unfinished element, in characters. */
  get pending(): number {
    return this.#element.length;
  }

  /**
   * @param text the next piece of the file
   * @returns the elements completed by it
   * @throws SyntaxError on text outside the brackets of the array
   */
  *push(text: string): Generator<JsonElement> {
    let start = 0;
    for (let index = 0; index < text.length; index++) {
      const character = text.charAt(index);
      if (character === '\n') this.line++;
      if (this.position === 'inside') {
        if (!this.#ends(character)) continue;
        this.#element += text.slice(start, index);
        yield* this.#take(character === ']');
      } else if (character.trim() !== '') {
        this.#open(character);
      }
      start = index + 1;
    }
    if (this.position === 'inside') this.#element += text.slice(start);
  }

  #open(character: string): void {
    if (this.position === 'behind') throw new SyntaxError('nothing may follow the closing ]');
    if (character !== '[') throw new SyntaxError('the file must begin with [');
    this.position = 'inside';
    this.#elementLine = this.line;
  }

  /** Tracks quotes and nesting. @returns whether the character ends the element */
  #ends(character: string): boolean {
    if (this.#inQuotes) {
      if (this.#escaped) this.#escaped = false;
      else if (character === '\\') this.#escaped = true;
      else if (character === '"') this.#inQuotes = false;
    } else if (character === '"') this.#inQuotes = true;
    else if (character === '{' || character === '[') this.#depth++;
    else if (this.#depth > 0 && (character === '}' || character === ']')) this.#depth--;
    else return this.#depth === 0 && (character === ',' || character === ']');
    return false;
  }

  *#take(isLast: boolean): Generator<JsonElement> {
    const text = this.#element.trimStart();
    const space = this.#element.slice(0, this.#element.length - text.length);
    const isEmptyArray = isLast && this.#elements === 0 && text === '';
    if (!isEmptyArray) yield { line: this.#elementLine + space.split('\n').length - 1, text };
    if (isLast) this.position = 'behind';
    this.#elements++;
    this.#element = '';
    this.#elementLine = this.line;
  }
}
