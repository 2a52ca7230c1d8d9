import { prepareDirectory } from '../adapters/directory/prepare-directory.ts';
import { openWorkerDirectory } from '../adapters/directory/search/worker-directory.ts';
import { watchDirectory } from '../adapters/directory/watch-directory.ts';
import type { Log } from '../application/ports/log.ts';
import type { ProviderDirectory } from '../application/ports/provider-directory.ts';
import { errorForLog } from '../application/runtime/logging.ts';
import type { Config } from '../config/load-config.ts';

/** The providers that can be found, and how they come to be loaded. */
interface OpenDirectory {
  readonly directory: ProviderDirectory;
  /**
   * Begins to load the providers, and from then on whatever is imported.
   * @returns `done`: settles once they can be found
   * @throws Error that says what is wrong with `PROVIDERS_FILE`
   */
  load(): Promise<{ readonly done: Promise<void> }>;
  /** Looks no longer for what is imported. */
  readonly unwatch: () => void;
  close(): Promise<void>;
}

/** Opens the directory that is installed in the data folder, with nothing loaded yet. */
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
            'the imported directory could not be loaded; the one before stays',
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

/** One that is loaded already, and closed by whoever opened it. */
export function loadedDirectory(directory: ProviderDirectory): OpenDirectory {
  return {
    directory,
    load: () => Promise.resolve({ done: Promise.resolve() }),
    unwatch: () => undefined,
    close: () => Promise.resolve(),
  };
}
