import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const [source, output] = [join(project, 'src'), join(project, 'dist')];

rmSync(output, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
process.exitCode = status ?? 1;

// The compiler leaves behind what code reads as data, such as the sample directory.
cpSync(source, output, {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || !path.endsWith('.ts'),
});
