/** `npm run build`: checks and compiles `src/` into `dist/`. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const project = resolve(import.meta.dirname, '../..');
const [source, output] = [join(project, 'src'), join(project, 'dist')];

/** Bundled into one file each: resolving and loading 500 modules took a third of the startup time. */
const programs = ['index', 'adapters/directory/search/search-worker', 'adapters/mime/mime-worker'];
/** Packages of many small modules, which are bundled too. Others stay external: some read files next to themselves. */
const bundled = /^(async-mutex|csv-parse|lowdb|steno|zod)(\/|$)/;

rmSync(output, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

// The compiler does not copy data files, such as the sample directory.
cpSync(source, output, {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || !path.endsWith('.ts'),
});

await build({
  entryPoints: programs.map((program) => join(source, `${program}.ts`)),
  outdir: output,
  outbase: source,
  bundle: true,
  // Keeps dynamic imports lazy.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'externalize other packages',
      setup: (bundler) => {
        bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || bundled.test(path) ? undefined : { path, external: true },
        );
      },
    },
  ],
});
