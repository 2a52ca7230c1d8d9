import { spawnSync } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { startServer, type ServerProcess } from './server-process.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the built desk in the sandbox, on the given data. */
export async function startDesk(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return startServer([join(project, 'dist/index.js')], {
    ...environment,
    DESK_MODE: 'sandbox',
    DATA_DIR: dataDirectory,
  });
}

/** Builds what `startDesk` starts. */
export function buildDesk(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: project, stdio: 'inherit' });
  if (status !== 0) throw new Error('the desk could not be built');
}

/**
 * Compiles EchoBot the way the desk is compiled.
 * @param folder where to put the compiled files
 */
export async function compileEchoBot(folder: string): Promise<() => Promise<ServerProcess>> {
  const source = await readFile(new URL('echo-bot.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  const program = join(folder, 'echo-bot.mjs');
  await writeFile(program, outputText);
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  return () => startServer([program]);
}

/** Starts the stand-in for the channel's service, which accepts and counts posts. */
export function startConnector(): Promise<ServerProcess> {
  return startServer(['--import', 'tsx', fileURLToPath(new URL('connector.ts', import.meta.url))]);
}
