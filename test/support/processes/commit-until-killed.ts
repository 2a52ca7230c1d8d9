/** Runs as its own process: commits to the store in the given folder, and prints each acknowledged commit. */
import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { appendAudit, putPerson } from '../examples/stored-values.ts';
import { recordedLog } from '../ports/recorded-log.ts';

const settings = { commitsPerJournal: 5, flushAfter: 1, entriesPerSegment: 7 };
const store = openLowdbStore({ folder: process.argv[2] ?? '', log: recordedLog(), settings });
const tenant = tenantId('contoso');

async function commitForEver(worker: number): Promise<never> {
  for (let round = 0; ; round++) {
    const number = round * 4 + worker;
    await store.commit(tenant, [putPerson(`person-${number}`, 'absent'), appendAudit(number)]);
    writeSync(1, `${number}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(commitForEver));
