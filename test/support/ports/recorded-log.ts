import type { Log } from '../../../src/application/ports/log.ts';

/** A log in memory. `lines`: level and message, as an operator reads them. `everything`: all fields, as JSON. */
export function recordedLog(): Log & {
  readonly lines: readonly string[];
  readonly everything: () => string;
} {
  const lines: string[] = [];
  const all: unknown[] = [];
  const record = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push(`${level} ${message}${reasonIn(fields['error'])}`);
    all.push({ level, fields, message });
  };
  return {
    lines,
    everything: () => JSON.stringify(all),
    info: record('info'),
    warn: record('warn'),
    error: record('error'),
  };
}

/** The message of a logged error. */
function reasonIn(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return '';
  return `: ${String(error.message)}`;
}
