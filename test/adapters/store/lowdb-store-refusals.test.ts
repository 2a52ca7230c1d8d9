import assert from 'node:assert/strict';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import type { Change } from '../../../src/application/ports/store.ts';
import {
  changesWanted,
  unknownRefusals,
  unknownSubjects,
  type AuditEntry,
} from '../../../src/domain/history/audit-entry.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import { namedPerson } from '../../../src/domain/named-person.ts';
import { adele, contoso } from '../../support/examples/invitation-examples.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

/** Every refusal a person can get for an id unknown to their tenant. */
const refusals = unknownSubjects.flatMap((about) =>
  changesWanted.flatMap((wanted) =>
    unknownRefusals.map((why): AuditEntry => {
      const event = { kind: 'unknownRefused', about, id: 'no-such', wanted, why } as const;
      return { at: instantFrom(0), by: namedPerson(adele), event };
    }),
  ),
);

describe('refusals of what a tenant does not have, in the lowdb store', () => {
  const folder = temporaryFolder();

  it('are after a restart what they were', async () => {
    const open = () => openLowdbStore({ folder: folder(), log: recordedLog() });
    const first = open();
    await first.commit(
      contoso,
      refusals.map((value): Change => ({ type: 'append', kind: 'audit', value })),
    );
    await first.close();
    const second = open();
    const { items } = await second.entries(contoso, 'audit', { limit: 100 });
    assert.deepEqual(items, refusals);
    await second.close();
  });
});
