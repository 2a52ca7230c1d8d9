import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Bytes that the address of a socket may have: 108 on Linux and 104 on macOS, the zero at the end included. */
const longest = 103;

/** Calls `use` with an address of a socket file that the system takes, however long its path is. */
export async function withSocketAddress<Result>(
  file: string,
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  if (Buffer.byteLength(file) <= longest) return use(file);
  const shortcuts = await mkdtemp(join(tmpdir(), 'desk-'));
  try {
    await symlink(resolve(dirname(file)), join(shortcuts, 'd'));
    return await use(join(shortcuts, 'd', basename(file)));
  } finally {
    await rm(shortcuts, { recursive: true });
  }
}
