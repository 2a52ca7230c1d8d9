import type { Log } from '../../src/application/ports.ts';

/** A log that keeps what it is told, for tests that say what an operator reads. */
export function recordedLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const record = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    const error = fields['err'] instanceof Error ? `: ${fields['err'].message}` : '';
    lines.push(`${level} ${message}${error}`);
  };
  return { lines, info: record('info'), warn: record('warn'), error: record('error') };
}
