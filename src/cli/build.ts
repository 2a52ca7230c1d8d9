/** `npm run build`: checks and compiles `src/` into `dist/`. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const project = resolve(import.meta.dirname, '../..');
const [source, output] = [join(project, 'src'), join(project, 'dist')];

/** What becomes one file each: to find and load their five hundred modules took a third of the time until the desk answered. */
const programs = ['index', 'adapters/directory/search/search-worker'];
/** Packages of many small modules, which go into that file. The others stay outside it: some look for files beside themselves. */
const taken = /^(async-mutex|csv-parse|lowdb|steno|zod)(\/|$)/;

rmSync(output, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

// The compiler leaves behind what code reads as data, such as the sample directory.
cpSync(source, output, {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || !path.endsWith('.ts'),
});

await build({
  entryPoints: programs.map((program) => join(source, `${program}.ts`)),
  outdir: output,
  outbase: source,
  bundle: true,
  // What is imported only when it is needed is loaded only then.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'other packages stay outside',
      setup: (bundler) => {
        bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || taken.test(path) ? undefined : { path, external: true },
        );
      },
    },
  ],
});
