/** A variable of the environment; one that is set to nothing counts as not set. */
export function variable(name: 'DATA_DIR' | 'INVITATION_SECRET' | 'PORT'): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** Where the desk keeps its data. */
export function dataFolder(): string {
  return variable('DATA_DIR') ?? './data';
}
