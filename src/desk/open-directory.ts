import { prepareDirectory } from '../adapters/directory/prepare-directory.ts';
import { openWorkerDirectory } from '../adapters/directory/search/worker-directory.ts';
import { watchDirectory } from '../adapters/directory/watch-directory.ts';
import type { Log } from '../application/ports/log.ts';
import type { ProviderDirectory } from '../application/ports/provider-directory.ts';
import { errorForLog } from '../application/runtime/logging.ts';
import type { Config } from '../config/load-config.ts';

/** The provider directory and its loading. */
interface OpenDirectory {
  readonly directory: ProviderDirectory;
  /**
   * Starts loading the providers, and reloads them on each import.
   * @returns `done`: settles once they are searchable
   * @throws Error that describes the problem with `PROVIDERS_FILE`
   */
  load(): Promise<{ readonly done: Promise<void> }>;
  /** Stops watching for imports. */
  readonly unwatch: () => void;
  close(): Promise<void>;
}

/** Opens the directory installed in the data folder, without loading it. */
export function openInstalledDirectory(
  { dataDirectory, providersFile }: Pick<Config, 'dataDirectory' | 'providersFile'>,
  log: Log,
): OpenDirectory {
  const directory = openWorkerDirectory({ log });
  let watch: ReturnType<typeof watchDirectory> | undefined;
  return {
    directory,
    async load() {
      watch = watchDirectory(dataDirectory, (file) =>
        directory.load(file).catch((error: unknown) => {
          log.error(
            { file, error: errorForLog(error) },
            'failed to load the imported directory; the previous one stays in use',
          );
        }),
      );
      const file = await prepareDirectory({ dataDirectory, providersFile, log });
      return { done: directory.load(file) };
    },
    unwatch: () => watch?.close(),
    close: () => directory.close(),
  };
}

/** Wraps a directory that is loaded already, and closed by its owner. */
export function loadedDirectory(directory: ProviderDirectory): OpenDirectory {
  return {
    directory,
    load: () => Promise.resolve({ done: Promise.resolve() }),
    unwatch: () => undefined,
    close: () => Promise.resolve(),
  };
}
