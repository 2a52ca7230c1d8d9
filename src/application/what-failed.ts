import { DomainError } from '../domain/domain-error.ts';

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
