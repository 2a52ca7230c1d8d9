import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives each test of the calling suite a new folder, and removes it after the test.
 * @returns its path, while a test runs
 */
export function temporaryFolder(): () => string {
  let folder: string | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-'));
  });

  afterEach(async () => {
    // A closed desk's last writes can arrive while the folder is being emptied.
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    folder = undefined;
  });

  return () => {
    if (folder === undefined) throw new Error('There is a temporary folder only while a test runs');
    return folder;
  };
}
