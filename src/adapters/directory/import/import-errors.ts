import { LoggableError } from '../../../application/runtime/logging.ts';
import type { RowProblem } from './directory-row.ts';

/** The file is not a provider directory, or is malformed from some line on; the rest was not read. */
export class UnreadableFileError extends Error {
  readonly problems: readonly RowProblem[];

  constructor(problems: readonly RowProblem[]) {
    super(problems.map(({ line, reason }) => `line ${line}: ${reason}`).join('; '));
    this.name = 'UnreadableFileError';
    this.problems = problems;
  }
}

/** The installed directory is corrupt, so nothing can be merged into it; it can be replaced. */
export class CorruptDirectoryError extends LoggableError {
  override readonly name = 'CorruptDirectoryError';
  readonly file: string;

  constructor(file: string, options?: ErrorOptions) {
    super(`The installed directory ${file} is corrupt.`, options);
    this.file = file;
  }
}
