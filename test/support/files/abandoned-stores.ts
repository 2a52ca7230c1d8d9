import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { openForAppending, type AppendableFile } from '../../../src/adapters/store/journal/journal.ts';

/**
 * For tests that leave stores open as a killed process does: closes their journals after each test, as the operating system would.
 * @returns `openLowdbStore`, for the tests of the suite that calls this
 */
export function abandonedStores(): typeof openLowdbStore {
  let files: AppendableFile[] = [];

  afterEach(async () => {
    await Promise.all(files.map((file) => file.close()));
    files = [];
  });

  return ({ openFile = openForAppending, ...options }) =>
    openLowdbStore({
      ...options,
      openFile: async (path) => {
        const file = await openFile(path);
        files.push(file);
        return file;
      },
    });
}
