import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { codeFolder } from '../../../code-folder.ts';
import { yielding } from './worker-protocol.ts';

const folder = new URL('adapters/directory/search/', codeFolder);

/**
 * Starts `search/search-worker` on a file.
 * @param isGentle whether it rests as long as it works while it indexes
 */
export function startSearchWorker(file: string, isGentle: boolean): Worker {
  const argv = isGentle ? [file, yielding] : [file];
  if (extname(import.meta.url) === '.js') return new Worker(new URL('search-worker.js', folder), { argv });
  // Not built: Node gives a loader that came by --import to its first thread only, so tsx registers itself again.
  // https://github.com/privatenumber/tsx/issues/354
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const worker = fileURLToPath(new URL('search-worker.ts', folder));
  return new Worker(`require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(worker)});`, {
    eval: true,
    argv,
  });
}
