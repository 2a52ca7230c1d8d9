import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { codeFolder } from '../../code-folder.ts';

const folder = new URL('adapters/directory/search/', codeFolder);

/** Starts `search/search-worker` on a file. */
export function startSearchWorker(file: string): Worker {
  if (extname(import.meta.url) === '.js')
    return new Worker(new URL('search-worker.js', folder), { argv: [file] });
  // Not built: Node gives a loader that came by --import to its first thread only, so tsx registers itself again.
  // https://github.com/privatenumber/tsx/issues/354
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const worker = fileURLToPath(new URL('search-worker.ts', folder));
  return new Worker(`require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(worker)});`, {
    eval: true,
    argv: [file],
  });
}
