import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../../..');
const program = join(project, 'dist/index.js');
let isBuilt = false;

/** Builds the desk if its source is newer than the build. @returns the path of the program */
export function deskProgram(): string {
  if (!isBuilt && writtenAt(program) <= newestSource()) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/build.ts'], {
      cwd: project,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('the desk could not be built');
  }
  isBuilt = true;
  return program;
}

function newestSource(): number {
  const source = join(project, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => writtenAt(join(source, file))));
}

/** In milliseconds; 0 if there is no such file. */
function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
