import { readEnvFiles } from '../../config/read-env-files.ts';

/** Completes the environment by the files that Node was given. Ends the command with a sentence if one is unreadable. */
export function readSettings(): void {
  try {
    readEnvFiles();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** An environment variable; empty counts as unset. */
export function variable(name: 'DATA_DIR' | 'INVITATION_SECRET' | 'PORT'): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** The desk's data folder. */
export function dataFolder(): string {
  return variable('DATA_DIR') ?? './data';
}
