import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDurableFolder } from '../files/durable-folder.ts';

/** A block: a full disk often takes an empty file still. */
const block = Buffer.alloc(4096);

/** Writes a file into the folder, syncs it and takes it away again; throws where the disk does not allow it. */
export async function checkWritable(folder: string): Promise<void> {
  await makeDurableFolder(folder);
  const file = join(folder, `.check-${randomUUID()}`);
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(block);
    await handle.sync();
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}
