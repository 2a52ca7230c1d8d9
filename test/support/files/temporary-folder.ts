import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for each test of the suite that calls this, removed after it. @returns its path, while a test runs */
export function temporaryFolder(): () => string {
  let folder: string | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-'));
  });

  afterEach(async () => {
    // What a desk was still writing when it was closed can come while the folder is being emptied.
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    folder = undefined;
  });

  return () => {
    if (folder === undefined) throw new Error('There is a temporary folder only while a test runs');
    return folder;
  };
}
