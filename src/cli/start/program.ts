import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A Node program to run beside this one. */
export interface Program {
  /** How messages name it. */
  readonly name: string;
  /** What follows `node`: options, the script and its arguments. */
  readonly nodeArguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Whether its standard output is shown; what it writes to standard error always is. */
  readonly output: 'shown' | 'hidden';
  /** A sentence that says where to read why it ended. */
  readonly whereToLook: string;
}

export interface RunningProgram {
  readonly program: Program;
  /** Its exit code; 1 where a signal ended it. */
  readonly ended: Promise<number>;
  hasEnded(): boolean;
  /** Asks it to end, and ends it by force when it has not within `patience` milliseconds. Done when it has ended. */
  stop(timeout?: number): Promise<void>;
}

/** Starts a program. */
export function run(program: Program): RunningProgram {
  const { nodeArguments, environment, output } = program;
  const child = spawn(process.execPath, nodeArguments, {
    env: environment,
    stdio: ['ignore', output === 'shown' ? 'inherit' : 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => child.exitCode ?? 1);
  return {
    program,
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop(timeout = 10_000) {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), timeout);
      await ended;
      clearTimeout(force);
    },
  };
}
