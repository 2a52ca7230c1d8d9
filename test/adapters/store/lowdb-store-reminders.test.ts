import assert from 'node:assert/strict';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { announceAccessEnd } from '../../../src/application/partners/announce-access-end.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { personId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { timeZoneNamed } from '../../../src/domain/time-zone.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import { contoso, fabrikam, granularOffer, offerOf } from '../../support/examples/invitation-examples.ts';
import { everythingOf } from '../../support/examples/stored-values.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const day = 24 * 60 * 60 * 1000;

/** Produces an expiry notice, a partial end and a full end of delegated administration. */
async function liveThroughEnds(store: Store): Promise<void> {
  const desk = partnerDesk({ store });
  assert(granularOffer.delegatedAdmin.kind === 'granular');
  const administration = { ...granularOffer.delegatedAdmin, autoExtends: { value: false, claimed: false } };
  const lasting = (days: number, role: string): DatedOffer => ({
    ...offerOf('delegatedAdministrator'),
    delegatedAdmin: {
      ...administration,
      roles: { value: [role], claimed: false },
      durationDays: { value: days, claimed: false },
    },
  });
  await desk.accept(lasting(40, 'role-1'));
  await desk.accept(lasting(60, 'role-2'));
  for (const days of [10, 24, 7, 20]) {
    await desk.time.pass(days * day);
    await announceAccessEnd(desk, contoso, fabrikam.id);
  }
  const value = { id: personId('adele'), timeZone: timeZoneNamed('Pacific/Pago_Pago') ?? assert.fail() };
  await store.commit(contoso, [{ type: 'put', kind: 'person', id: 'adele', value, expected: 'absent' }]);
}

describe('what is recorded of the ends of delegated administration, in the lowdb store', () => {
  const folder = temporaryFolder();

  it('is after a restart what it was, and what a store in memory would hold', async () => {
    const model = memoryStore();
    await liveThroughEnds(model);
    const expected = await everythingOf(model, contoso);
    const open = () => openLowdbStore({ folder: folder(), log: recordedLog() });
    const first = open();
    await liveThroughEnds(first);
    assert.deepEqual(await everythingOf(first, contoso), expected);
    await first.close();
    const second = open();
    assert.deepEqual(await everythingOf(second, contoso), expected);
    const relationship = await second.get(contoso, 'relationship', fabrikam.id);
    assert.equal(relationship?.value.delegatedAdmin.kind, 'ended');
    const kinds = (await everythingOf(second, contoso)).audit.map(({ event }) => event.kind);
    assert.equal(kinds.filter((kind) => kind === 'delegatedAdminEnded').length, 2);
    await second.close();
  });
});
