/** What the log may know of an error: its kind and where, not its message, which may quote what a person typed. */
export function errorForLog(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { name: error.name, code: 'code' in error ? error.code : undefined, stack: frames.slice(0, 8) };
}
