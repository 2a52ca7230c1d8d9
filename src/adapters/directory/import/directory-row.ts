import type { Provider } from '../../../domain/providers/provider.ts';

/** A problem with a row of a directory file. */
export interface RowProblem {
  /** Line of the file (1-based) on which the row starts, or of the misplaced quote. */
  readonly line: number;
  /** Absent if the problem concerns the whole row. */
  readonly column?: string;
  /** Predicate after the column name (`is required`); safe to log, as it quotes nothing from the file. */
  readonly reason: string;
  /** The value in the file. */
  readonly found?: string;
}

/** An invalid row with all its problems. */
export interface BadRow {
  readonly problems: readonly RowProblem[];
}

/** A valid row. */
export interface GoodRow {
  readonly line: number;
  readonly provider: Provider;
}

/** A row as read, before its values are validated. */
export type Row = { readonly line: number; readonly fields: Readonly<Record<string, unknown>> } | BadRow;

export type ProviderRow = GoodRow | BadRow;
