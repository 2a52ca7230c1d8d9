import type { Provider } from '../../../domain/providers/provider.ts';

/** One thing wrong with a row of a directory file. */
export interface RowProblem {
  /** Line of the file, from 1: where the row begins, or where its quotes went wrong. */
  readonly line: number;
  /** Absent where the row as a whole is wrong. */
  readonly column?: string;
  /** Follows the column's name in a sentence (`is required`); holds nothing of the file, so that it may be logged. */
  readonly reason: string;
  /** What the file holds there. */
  readonly found?: string;
}

/** A row that could not be used, with everything that is wrong with it. */
export interface BadRow {
  readonly problems: readonly RowProblem[];
}

/** A row that describes a provider. */
export interface GoodRow {
  readonly line: number;
  readonly provider: Provider;
}

/** A row as it was read, before anybody looked at its values. */
export type Row = { readonly line: number; readonly fields: Readonly<Record<string, unknown>> } | BadRow;

export type ProviderRow = GoodRow | BadRow;
