import assert from 'node:assert/strict';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { adele, granularOffer, megan } from '../../support/examples/invitation-examples.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

describe('of 200 presses at the same moment, by several people on several cards, one counts', () => {
  const folder = temporaryFolder();
  const stores: Record<string, () => Store & { close?(): Promise<void> }> = {
    'in memory': memoryStore,
    'in the lowdb store': () => openLowdbStore({ folder: folder(), log: recordedLog() }),
  };

  for (const [where, open] of Object.entries(stores)) {
    it(where, async () => {
      const store = open();
      try {
        const desk = invitationDesk({ store });
        const id = await desk.receive(granularOffer);
        const presses = Array.from({ length: 200 }, (_, number) => {
          const person = number % 3 === 0 ? adele : megan;
          return number % 2 === 0 ? desk.authorize(person, id) : desk.cancel(person, id, `Press ${number}`);
        });
        const receipts = await Promise.all(presses);

        const [winner, ...others] = receipts.filter(({ decidedNow }) => decidedNow);
        assert(winner !== undefined);
        assert.deepEqual(others, []);
        for (const { invitation } of receipts) assert.deepEqual(invitation, winner.invitation);
        assert.deepEqual(await desk.stored(id), winner.invitation);

        const decisions = (await desk.history()).filter(({ event }) => event.kind !== 'invitationReceived');
        assert.equal(decisions.length, 1);
        const { status } = winner.invitation;
        assert(status.kind === 'authorized' || status.kind === 'cancelled');
        assert.deepEqual(decisions[0]?.by, status.by);
        assert.equal((await desk.relationship()) !== undefined, status.kind === 'authorized');
      } finally {
        await store.close?.();
      }
    });
  }
});
