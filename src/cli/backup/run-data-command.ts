import { parseArgs } from 'node:util';
import { DataFolderError } from '../../adapters/data-folder/data-folder-error.ts';
import { FolderInUseError } from '../../adapters/data-folder/lock/holder.ts';
import { dataFolder } from '../command/environment.ts';

/**
 * Runs a command that takes one file and works on the data folder.
 * @param work returns the message to print
 * @returns the exit code: 0 success, 1 failure, 2 usage error
 */
export async function runDataCommand(
  usage: string,
  args: readonly string[],
  work: (file: string, dataDirectory: string) => Promise<string>,
): Promise<0 | 1 | 2> {
  // Files are readable by their owner only.
  process.umask(0o077);
  const [file, ...rest] = positionalsOf(args) ?? [];
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  if (file === undefined || rest.length > 0) {
    process.stderr.write(`Name one file.\n\n${usage}`);
    return 2;
  }
  try {
    process.stdout.write(`${await work(file, dataFolder())}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${explanationOf(error)}\n`);
    return 1;
  }
}

function positionalsOf(args: readonly string[]): readonly string[] | undefined {
  try {
    return parseArgs({ args: [...args], allowPositionals: true }).positionals;
  } catch {
    return undefined;
  }
}

/** The message of an error that the operator can fix; rethrows any other, which is a defect. */
function explanationOf(error: unknown): string {
  const isExpected = error instanceof DataFolderError || error instanceof FolderInUseError;
  if (isExpected || (error instanceof Error && 'syscall' in error)) return error.message;
  throw error;
}
