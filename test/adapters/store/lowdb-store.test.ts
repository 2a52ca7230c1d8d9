import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { storeContract } from '../../contracts/store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

for (const [name, settings] of Object.entries({
  'The lowdb store': undefined,
  'The lowdb store, whose files are full at once,': {
    commitsPerJournal: 1,
    flushAfter: 0,
    entriesPerSegment: 2,
  },
})) {
  storeContract(name, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'partner-desk-'));
    const store = openLowdbStore({ folder, log: recordedLog(), ...(settings && { settings }) });
    const dispose = async () => {
      await store.close();
      await rm(folder, { recursive: true });
    };
    return { store, dispose };
  });
}
