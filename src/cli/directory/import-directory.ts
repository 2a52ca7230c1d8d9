import { stat } from 'node:fs/promises';
import { CorruptDirectoryError, UnreadableFileError } from '../../adapters/directory/import/import-errors.ts';
import { installProviders, type InstallOutcome } from '../../adapters/directory/import/install-providers.ts';
import { installedDirectory } from '../../adapters/directory/prepare-directory.ts';
import { describeProblem } from './describe-problem.ts';
import { showProgress } from './progress.ts';

export interface ImportRequest {
  readonly file: string;
  readonly replace: boolean;
  readonly skipBad: boolean;
  readonly dataDirectory: string;
  /** Interrupts the import, which then changes nothing. */
  readonly signal: AbortSignal;
  /** Where the summary goes. */
  readonly output: NodeJS.WritableStream;
  /** Where bad rows and progress go. */
  readonly errors: NodeJS.WritableStream;
}

/** Imports a file into the installed directory and reports the result. @returns the exit code */
export async function importDirectory(request: ImportRequest): Promise<0 | 1> {
  const { file, output, errors } = request;
  try {
    const progress = showProgress((await stat(file)).size, errors);
    const outcome = await installProviders({
      source: file,
      target: installedDirectory(request.dataDirectory),
      merge: !request.replace,
      skipBad: request.skipBad,
      signal: request.signal,
      onBytes: progress.advance,
      onProblem: (problem) => {
        progress.say(describeProblem(problem));
      },
    }).finally(progress.end);
    output.write(`${summaryOf(outcome)}\n`);
    return outcome.installed ? 0 : 1;
  } catch (error) {
    errors.write(`${explanationOf(error)}\nNothing was imported.\n`);
    return 1;
  }
}

function summaryOf({ installed, goodRows, badRows, updated, kept }: InstallOutcome): string {
  if (!installed) {
    if (badRows === 0) return 'Nothing was imported: the file holds no provider.';
    const bad = `${number(badRows)} of ${counted(goodRows + badRows, 'row')} ${badRows === 1 ? 'is' : 'are'} bad`;
    return `Nothing was imported: ${bad}. Correct the file${goodRows > 0 ? ', or import the others with --skip-bad' : ''}.`;
  }
  const sentences = [
    `Imported ${counted(goodRows, 'provider')}: ${number(goodRows - updated)} new, ${number(updated)} updated.`,
    `The directory holds ${number(goodRows + kept)}.`,
    ...(badRows > 0 ? [`Skipped ${counted(badRows, 'bad row')}.`] : []),
  ];
  return sentences.join(' ');
}

/** The message of an error that the operator can fix; rethrows any other, which is a defect. */
function explanationOf(error: unknown): string {
  if (error instanceof UnreadableFileError) return error.problems.map(describeProblem).join('\n');
  if (error instanceof CorruptDirectoryError) return `${error.message} Import with --replace to start over.`;
  if (error instanceof Error && error.name === 'AbortError') return 'Interrupted.';
  if (error instanceof Error && 'syscall' in error) return error.message;
  throw error;
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
