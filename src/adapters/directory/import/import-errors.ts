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
