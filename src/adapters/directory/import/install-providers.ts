import { existsSync } from 'node:fs';
import type { GoodRow, ProviderRow, RowProblem } from './directory-row.ts';
import { CorruptDirectoryError, UnreadableFileError } from './import-errors.ts';
import { readProviders, type ReadingOptions } from './read-providers.ts';
import { openReplacement, type ReplacementFile } from './replacement-file.ts';

export interface InstallOptions extends ReadingOptions {
  /** A CSV, JSON or NDJSON file of providers. */
  readonly source: string;
  /** The file to write: one provider per line, as JSON. */
  readonly target: string;
  /** Keeps the providers of `target` that are not in `source`. */
  readonly merge: boolean;
  /** Installs the good rows even if there are bad ones. */
  readonly skipBad: boolean;
  /** Called with each problem in the source as it is read. */
  readonly onProblem: (problem: RowProblem) => void;
}

export interface InstallOutcome {
  /** Whether `target` was replaced; otherwise nothing was changed. */
  readonly installed: boolean;
  readonly goodRows: number;
  readonly badRows: number;
  /** Of the providers installed before: how many were updated from the source, and how many were kept as they were. */
  readonly updated: number;
  readonly kept: number;
}

/**
 * Installs the providers of `source` in `target`: all of them, or none if no row is good, or if one is bad and
 * `skipBad` is not set. `target` is replaced atomically at the end and unchanged on failure.
 *
 * @throws UnreadableFileError if `source` is not a directory, CorruptDirectoryError if `target` cannot be merged into,
 * file system errors, and `AbortError`
 */
export async function installProviders(options: InstallOptions): Promise<InstallOutcome> {
  const replacement = await openReplacement(options.target);
  try {
    const { ids, badRows } = await copySource(options, replacement);
    if (ids.size === 0 || (badRows > 0 && !options.skipBad)) {
      return { installed: false, goodRows: ids.size, badRows, updated: 0, kept: 0 };
    }
    const kept = options.merge ? await copyOthers(options, ids, replacement) : { updated: 0, kept: 0 };
    options.signal?.throwIfAborted();
    await replacement.commit();
    return { installed: true, goodRows: ids.size, badRows, ...kept };
  } finally {
    await replacement.discard();
  }
}

async function copySource(
  options: InstallOptions,
  replacement: ReplacementFile,
): Promise<{ ids: ReadonlyMap<string, number>; badRows: number }> {
  const lineOfId = new Map<string, number>();
  let badRows = 0;
  for await (const row of readProviders(options.source, options)) {
    const result = 'problems' in row ? row : unlessDuplicate(row, lineOfId);
    if ('problems' in result) {
      badRows++;
      result.problems.forEach(options.onProblem);
    } else {
      lineOfId.set(result.provider.id, result.line);
      if (badRows === 0 || options.skipBad) await replacement.write(JSON.stringify(result.provider));
    }
  }
  return { ids: lineOfId, badRows };
}

function unlessDuplicate(row: GoodRow, lineOfId: ReadonlyMap<string, number>): ProviderRow {
  const { line, provider } = row;
  const earlier = lineOfId.get(provider.id);
  if (earlier === undefined) return row;
  return {
    problems: [{ line, column: 'id', reason: `is already that of line ${earlier}`, found: provider.id }],
  };
}

async function copyOthers(
  { target, signal }: InstallOptions,
  ids: ReadonlyMap<string, number>,
  replacement: ReplacementFile,
): Promise<{ updated: number; kept: number }> {
  const count = { updated: 0, kept: 0 };
  if (!existsSync(target)) return count;
  try {
    for await (const row of readProviders(target, { signal, isInstalled: true })) {
      if ('problems' in row) throw new UnreadableFileError(row.problems);
      if (ids.has(row.provider.id)) count.updated++;
      else {
        count.kept++;
        await replacement.write(JSON.stringify(row.provider));
      }
    }
  } catch (error) {
    throw error instanceof UnreadableFileError ? new CorruptDirectoryError(target, { cause: error }) : error;
  }
  return count;
}
