import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A Node program to run as a child process. */
export interface Program {
  /** Its name in messages. */
  readonly name: string;
  /** Arguments of `node`: options, the script and its arguments. */
  readonly nodeArguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Whether standard output is shown; standard error always is. */
  readonly output: 'shown' | 'hidden';
  /** A sentence that says where to find out why it exited. */
  readonly whereToLook: string;
}

export interface RunningProgram {
  readonly program: Program;
  /** Its exit code; 1 if a signal ended it. */
  readonly ended: Promise<number>;
  hasEnded(): boolean;
  /** Sends SIGTERM, then SIGKILL after `timeout` milliseconds. Resolves once it has exited. */
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
