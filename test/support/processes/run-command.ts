import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Runs a command of `src/cli` as `npm run` does, and waits until it exits. */
export async function runCommand(
  script: string,
  args: readonly string[],
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const command = spawn(process.execPath, ['--import', 'tsx', `src/cli/${script}.ts`, ...args], {
    env: { ...process.env, ...environment, DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([
    text(command.stdout),
    text(command.stderr),
    once(command, 'close'),
  ]);
  return { exitCode: command.exitCode, output, errors };
}
