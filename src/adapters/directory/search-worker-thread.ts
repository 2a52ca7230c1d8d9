import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Starts `search/search-worker` on a file. */
export function startSearchWorker(file: string): Worker {
  const extension = extname(import.meta.url);
  const worker = `./search/search-worker${extension}`;
  if (extension === '.js') return new Worker(new URL(worker, import.meta.url), { argv: [file] });
  // Not built: Node gives a loader that came by --import to its first thread only, so tsx registers itself again.
  // https://github.com/privatenumber/tsx/issues/354
  const { resolve } = createRequire(import.meta.url);
  const [tsx, source] = [resolve('tsx/cjs/api'), resolve(worker)].map((path) => JSON.stringify(path));
  return new Worker(`require(${tsx}).register(); require(${source});`, { eval: true, argv: [file] });
}
