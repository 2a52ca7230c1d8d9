import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../../application/ports/log.ts';
import { codeFolder } from '../../code-folder.ts';
import type { RowProblem } from './import/directory-row.ts';
import { installProviders } from './import/install-providers.ts';

/** Fictitious providers, used until real ones are installed. */
export const sampleProviders = fileURLToPath(new URL('adapters/directory/sample-providers.csv', codeFolder));

const prefix = 'converted-';
/** A file of another format has as many bad rows as lines; logging all of them is useless. */
const maxProblemsLogged = 100;

/**
 * Finds the directory to load: the imported one, else `providersFile` (CSV, JSON or NDJSON), else the sample. The
 * latter two are converted once per version of the file.
 *
 * @returns a file with one valid provider per line, as JSON
 * @throws Error if `providersFile` is invalid; its bad rows are logged
 */
export async function prepareDirectory({
  dataDirectory,
  providersFile,
  log,
}: {
  readonly dataDirectory: string;
  readonly providersFile?: string | undefined;
  readonly log: Log;
}): Promise<string> {
  const installed = installedDirectory(dataDirectory);
  if (existsSync(installed)) {
    if (providersFile !== undefined) {
      log.warn(
        { installed },
        'PROVIDERS_FILE is not used: a directory was imported. Delete it to use PROVIDERS_FILE.',
      );
    }
    return installed;
  }
  return convert(resolve(providersFile ?? sampleProviders), directoryFolder(dataDirectory), log);
}

async function convert(source: string, folder: string, log: Log): Promise<string> {
  const { size, mtimeMs } = await stat(source).catch((cause: unknown) => {
    throw new Error(`The provider directory ${source} cannot be read.`, { cause });
  });
  const version = createHash('sha256').update([source, size, mtimeMs].join()).digest('hex').slice(0, 16);
  const target = join(folder, `${prefix}${version}.jsonl`);
  if (existsSync(target)) return target;

  let problems = 0;
  const onProblem = ({ line, column, reason }: RowProblem) => {
    problems++;
    if (problems <= maxProblemsLogged)
      log.error({ file: source, line, column, reason }, 'Bad row in the provider directory');
  };
  const outcome = await installProviders({ source, target, merge: false, skipBad: false, onProblem }).catch(
    (cause: unknown) => {
      throw new Error(`The provider directory ${source} cannot be read: ${messageOf(cause)}`, { cause });
    },
  );
  if (!outcome.installed) {
    throw new Error(
      `The provider directory ${source} was not loaded: ${outcome.badRows} of its rows are bad, ${outcome.goodRows} good. Correct it, or import the good rows with "npm run directory -- import FILE --skip-bad".`,
    );
  }
  await removeOthers(folder, target);
  return target;
}

/** Removes conversions that are no longer used. */
async function removeOthers(folder: string, target: string): Promise<void> {
  const files = (await readdir(folder)).filter(isConversion);
  await Promise.all(
    files
      .map((name) => join(folder, name))
      .filter((file) => file !== target)
      .map((file) => rm(file)),
  );
}

function isConversion(name: string): boolean {
  return name.startsWith(prefix) && name.endsWith('.jsonl');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The directory that a desk last loaded, as one provider per line; undefined if none was. */
export async function directoryInUse(dataDirectory: string): Promise<string | undefined> {
  const installed = installedDirectory(dataDirectory);
  if (existsSync(installed)) return installed;
  const folder = directoryFolder(dataDirectory);
  if (!existsSync(folder)) return undefined;
  const converted = (await readdir(folder)).find((name) => isConversion(name));
  return converted === undefined ? undefined : join(folder, converted);
}

/** The folder of the provider directory. */
function directoryFolder(dataDirectory: string): string {
  return join(dataDirectory, 'directory');
}

/** The file of imported providers: one per line, as JSON. It is only ever replaced atomically. */
export function installedDirectory(dataDirectory: string): string {
  return join(directoryFolder(dataDirectory), 'providers.jsonl');
}
