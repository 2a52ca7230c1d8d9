import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Maximum length of a socket address in bytes: 108 on Linux, 104 on macOS, including the terminating zero. */
const maxLength = 103;

/** Calls `use` with a valid address for a socket file, however long its path is. */
export async function withSocketAddress<Result>(
  file: string,
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  if (Buffer.byteLength(file) <= maxLength) return use(file);
  const shortcuts = await mkdtemp(join(tmpdir(), 'desk-'));
  try {
    await symlink(resolve(dirname(file)), join(shortcuts, 'd'));
    return await use(join(shortcuts, 'd', basename(file)));
  } finally {
    await rm(shortcuts, { recursive: true });
  }
}
