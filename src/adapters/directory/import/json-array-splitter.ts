/** The text of one element of a JSON array, and the line on which it begins. */
export interface JsonElement {
  readonly line: number;
  readonly text: string;
}

/**
 * Cuts the text of a JSON array into its elements as it comes in, so that no array need fit in memory. It minds quotes and
 * brackets only: whether an element is JSON is for its reader to find out, which may then go on with the next.
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

  /** Characters of the element that is still open. */
  get pending(): number {
    return this.#element.length;
  }

  /**
   * @param text the next piece of the file
   * @returns the elements that end in it
   * @throws SyntaxError where something stands outside the brackets of the array
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

  /** Whether the character, which it keeps account of, ends the element. */
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
