import { statSync } from 'node:fs';
import { installedDirectory } from './prepare-directory.ts';

/** How long an import may go unnoticed. Milliseconds. */
const interval = 1000;

/**
 * Calls `onChange` with the installed directory's file whenever an import, by this process or another, has replaced it since
 * this call; one call at a time, which deals with its own failures. Looks at the file every second instead of asking the
 * system for events: those do not come from network drives and mounted folders, nor from a folder that does not exist yet.
 */
export function watchDirectory(
  dataDirectory: string,
  onChange: (file: string) => Promise<void> | void,
): { close(): void } {
  const file = installedDirectory(dataDirectory);
  let seen = versionOf(file);
  let isBusy = false;

  async function look(): Promise<void> {
    const version = versionOf(file);
    if (isBusy || version === undefined || version === seen) return;
    seen = version;
    isBusy = true;
    try {
      await onChange(file);
    } finally {
      isBusy = false;
    }
  }

  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
    },
  };
}

/** Differs between any two imports; `undefined` while nothing is installed or the drive does not answer. */
function versionOf(file: string): string | undefined {
  try {
    const { ino, mtimeNs, size } = statSync(file, { bigint: true });
    return [ino, mtimeNs, size].join();
  } catch {
    return undefined;
  }
}
