import { DomainError } from '../../domain/domain-error.ts';
import type { Log } from '../ports/log.ts';

/** The same log, with `always` in every line. */
export function logWith(log: Log, always: Readonly<Record<string, unknown>>): Log {
  return {
    info: (fields, message) => {
      log.info({ ...always, ...fields }, message);
    },
    warn: (fields, message) => {
      log.warn({ ...always, ...fields }, message);
    },
    error: (fields, message) => {
      log.error({ ...always, ...fields }, message);
    },
  };
}

/**
 * An error as the log may hold it: what kind it is and where it came from, without its message, which in an error that
 * nobody foresaw may quote what a person wrote.
 */
export function whatFailed(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof DomainError) return { error: error.code };
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at };
}

/** What the log may know of an error: its kind and where, not its message, which may quote what a person typed. */
export function errorForLog(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { name: error.name, code: 'code' in error ? error.code : undefined, stack: frames.slice(0, 8) };
}
