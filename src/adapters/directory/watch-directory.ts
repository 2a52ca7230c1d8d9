import { statSync } from 'node:fs';
import { installedDirectory } from './prepare-directory.ts';

/** Polling interval. Milliseconds. */
const interval = 1000;

/**
 * Calls `onChange` with the file of the installed directory after each import, by this process or another. Calls do not
 * overlap; `onChange` must handle its own errors. Polls instead of using file system events, which network drives,
 * mounted folders and a folder that does not exist yet do not deliver.
 */
export function watchDirectory(
  dataDirectory: string,
  onChange: (file: string) => Promise<void> | void,
): { close(): void } {
  const file = installedDirectory(dataDirectory);
  let lastVersion = versionOf(file);
  let isBusy = false;

  async function poll(): Promise<void> {
    const version = versionOf(file);
    if (isBusy || version === undefined || version === lastVersion) return;
    lastVersion = version;
    isBusy = true;
    try {
      await onChange(file);
    } finally {
      isBusy = false;
    }
  }

  const timer = setInterval(() => void poll(), interval);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
    },
  };
}

/** A value that differs between imports; `undefined` if nothing is installed or the drive does not respond. */
function versionOf(file: string): string | undefined {
  try {
    const { ino, mtimeNs, size } = statSync(file, { bigint: true });
    return [ino, mtimeNs, size].join();
  } catch {
    return undefined;
  }
}
