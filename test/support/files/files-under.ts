import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file and folder under a folder, with relative path and permissions, sorted by path. */
export async function filesUnder(
  folder: string,
): Promise<{ path: string; mode: number; isFolder: boolean }[]> {
  const paths = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(
    paths.map(async (path) => {
      const stats = await stat(join(folder, path));
      return { path, mode: stats.mode & 0o777, isFolder: stats.isDirectory() };
    }),
  );
}
