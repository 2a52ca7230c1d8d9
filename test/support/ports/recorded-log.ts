import type { Log } from '../../../src/application/ports/log.ts';

/** A log that keeps what it is told, for tests that say what an operator reads; `everything` with all fields. */
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

/** What the log is told of an error beyond its kind and where it came from. */
function reasonIn(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return '';
  return `: ${String(error.message)}`;
}
