/** Why no package was written. Each problem names the file or option and what would be valid. */
export class PackagingError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The app package cannot be written:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'PackagingError';
    this.problems = problems;
  }
}
