import { CsvError, parse, type Parser } from 'csv-parse';

/** The values of a row of a CSV file, and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/** What Node's streams hand to a callback. */
type Failure = Error | null | undefined;

/** One run of csv-parse over the rows of a file, from the beginning of a line. A misplaced quote ends it: csv-parse then stops for good. */
export class CsvPass {
  /** The last line of the last row that was read whole. */
  lastLine: number;
  readonly #linesBefore: number;
  readonly #parser: Parser;
  #records: CsvRecord[] = [];

  /** @param firstLine of the file, from 1, with which the bytes that are written begin */
  constructor(firstLine: number) {
    this.#linesBefore = firstLine - 1;
    this.lastLine = this.#linesBefore;
    this.#parser = parse({
      bom: true,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (values, { lines }) => {
        this.lastLine = this.#linesBefore + lines;
        if (values.some((value) => value.trim() !== '')) {
          this.#records.push({ line: this.lastLine - lineBreaksIn(values), values });
        }
        return null;
      },
    });
    // `write` and `end` hand on every error; without a listener it would end the process as well.
    this.#parser.on('error', () => undefined);
  }

  /** @returns the line of a misplaced quote, where there is one */
  async write(bytes: Buffer): Promise<number | undefined> {
    return this.#lineOf(
      await new Promise<Failure>((resolve) => {
        this.#parser.write(bytes, resolve);
      }),
    );
  }

  /** @returns the line on which a row begins that does not end, where there is one */
  async end(): Promise<number | undefined> {
    const error = await new Promise<Failure>((resolve) => {
      this.#parser.once('error', resolve).end(resolve);
    });
    return this.#lineOf(error) === undefined ? undefined : this.lastLine + 1;
  }

  /** The rows that were read since the last call; those without any value are left out. */
  take(): readonly CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #lineOf(error: Failure): number | undefined {
    if (error === undefined || error === null) return undefined;
    if (error instanceof CsvError && typeof error['lines'] === 'number')
      return this.#linesBefore + error['lines'];
    throw error;
  }
}

export function lineBreaksIn(values: readonly string[]): number {
  return values.reduce((count, value) => count + value.split('\n').length - 1, 0);
}
