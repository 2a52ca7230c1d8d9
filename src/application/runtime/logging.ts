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

/** An error whose message names nobody and quotes no text of users, so that it may be logged. */
export class LoggableError extends Error {
  override name = 'LoggableError';
}

const maxFrames = 8;

/**
 * An error as it may be logged: its kind and its stack. Its message only if written for the log or by the operating
 * system: any other may quote what a person typed.
 */
export function errorForLog(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const isLoggable = error instanceof LoggableError || 'syscall' in error;
  return {
    name: error.name,
    code: 'code' in error ? error.code : undefined,
    ...(isLoggable && { message: error.message }),
    stack: frames.slice(0, maxFrames),
  };
}
