import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { codeFolder } from '../../../code-folder.ts';
import { yieldMode } from './worker-protocol.ts';

const folder = new URL('adapters/directory/search/', codeFolder);

/**
 * Starts `search/search-worker` on a file.
 * @param isYielding whether indexing yields half of its CPU time to turns
 */
export function startSearchWorker(file: string, isYielding: boolean): Worker {
  const argv = isYielding ? [file, yieldMode] : [file];
  if (extname(import.meta.url) === '.js') return new Worker(new URL('search-worker.js', folder), { argv });
  // Not built: Node applies a loader from --import to the main thread only, so tsx is registered again here.
  // https://github.com/privatenumber/tsx/issues/354
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const worker = fileURLToPath(new URL('search-worker.ts', folder));
  return new Worker(`require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(worker)});`, {
    eval: true,
    argv,
  });
}
