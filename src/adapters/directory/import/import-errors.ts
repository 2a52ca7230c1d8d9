import { LoggableError } from '../../../application/runtime/logging.ts';
import type { RowProblem } from './directory-row.ts';

/** The file as a whole is no provider directory, or stops being one; what follows in it was not read. */
export class UnreadableFileError extends Error {
  readonly problems: readonly RowProblem[];

  constructor(problems: readonly RowProblem[]) {
    super(problems.map(({ line, reason }) => `line ${line}: ${reason}`).join('; '));
    this.name = 'UnreadableFileError';
    this.problems = problems;
  }
}

/** The installed directory is not as this program wrote it, so nothing can be added to it; it can be replaced. */
export class CorruptDirectoryError extends LoggableError {
  override readonly name = 'DamagedDirectoryError';
  readonly file: string;

  constructor(file: string, options?: ErrorOptions) {
    super(`The installed directory ${file} is damaged.`, options);
    this.file = file;
  }
}
