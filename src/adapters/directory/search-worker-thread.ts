import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Starts `search/search-worker` on a file. */
export function startSearchWorker(file: string): Worker {
  const extension = extname(import.meta.url);
  const worker = new URL(`./search/search-worker${extension}`, import.meta.url);
  if (extension === '.js') return new Worker(worker, { argv: [file] });
  // Not built: Node gives a loader that came by --import to its first thread only, so tsx registers itself again.
  // https://github.com/privatenumber/tsx/issues/354
  const tsx = import.meta.resolve('tsx/esm/api');
  const code = `import('${tsx}').then(({ register }) => (register(), import('${worker.href}')))`;
  return new Worker(code, { eval: true, argv: [file] });
}
