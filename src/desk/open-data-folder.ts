import { knownHeadsIn } from '../adapters/data-folder/known-heads-file.ts';
import { lockFolder } from '../adapters/data-folder/lock/lock-folder.ts';
import { prepareDataFolder } from '../adapters/data-folder/prepare-data-folder.ts';
import { openLowdbStore } from '../adapters/store/lowdb-store.ts';
import { keepInvitationSecret } from '../adapters/system/invitation-secret-file.ts';
import type { Log } from '../application/ports/log.ts';
import type { Config } from '../config/load-config.ts';

/**
 * Opens the store in the data folder, and locks the folder against other processes until it is closed.
 * @throws FolderInUseError, DataFolderError
 */
export async function openDataFolder(
  { dataDirectory, invitationSecrets }: Pick<Config, 'dataDirectory' | 'invitationSecrets'>,
  log: Log,
) {
  const store = openLowdbStore({ folder: dataDirectory, log });
  const lock = await lockFolder(dataDirectory, { program: 'desk', quiesce: () => store.quiesce() });
  await prepareDataFolder(dataDirectory, log);
  const [secret] = invitationSecrets.values;
  if (invitationSecrets.isMadeUp && secret !== undefined) await keepInvitationSecret(dataDirectory, secret);
  return {
    store,
    knownHeads: knownHeadsIn(dataDirectory),
    async close(): Promise<void> {
      await store.close();
      await lock.release();
    },
  };
}
