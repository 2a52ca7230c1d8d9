/** An environment variable; empty counts as unset. */
export function variable(name: 'DATA_DIR' | 'INVITATION_SECRET' | 'PORT'): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** The desk's data folder. */
export function dataFolder(): string {
  return variable('DATA_DIR') ?? './data';
}
