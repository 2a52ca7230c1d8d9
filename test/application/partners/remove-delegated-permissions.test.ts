import assert from 'node:assert/strict';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { type DomainErrorCode, isDomainError } from '../../../src/domain/domain-error.ts';
import { providerId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { from, partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  adele,
  alex,
  allan,
  fabrikam,
  granularOffer,
  lee,
  megan,
  received,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';

const coded = (code: DomainErrorCode) => (error: unknown) => isDomainError(error, code);

describe('removing the delegated permissions of a partner', () => {
  it('takes them away, keeps the relationship, and records it with before, after and the reason', async () => {
    const desk = partnerDesk();
    await desk.accept(resellerOffer);
    await desk.accept();
    const { relationship, changedNow } = await desk.remove(adele, fabrikam.id, 'Contract ended.');
    assert(changedNow);
    assert.deepEqual(await desk.relationship(), relationship);
    assert.deepEqual(
      relationship.functions.map((entry) => entry.function),
      ['reseller', 'delegatedAdministrator'],
    );
    const [entry, ...others] = await desk.partnerHistory();
    assert.deepEqual(others, []);
    assert.deepEqual(entry?.by, { person: 'adele', name: 'Adele Vance' });
    assert(entry.event.kind === 'delegatedAdminRemoved');
    assert.equal(entry.event.reason, 'Contract ended.');
    assert.equal(entry.event.before.delegatedAdmin, 'active');
    assert.equal(entry.event.after.delegatedAdmin, 'removed');
  });

  it('again is harmless, and says who did it', async () => {
    const desk = partnerDesk();
    await desk.accept();
    await desk.remove(adele);
    await desk.time.pass(60_000);
    const { relationship, changedNow } = await desk.remove(megan);
    assert(!changedNow);
    assert.equal(relationship.delegatedAdmin.by.name, 'Adele Vance');
    assert.equal(relationship.delegatedAdmin.at, received);
    assert.equal((await desk.partnerHistory()).length, 1);
  });

  it('can be followed by another invitation: only its grant counts then', async () => {
    const desk = partnerDesk();
    await desk.accept();
    await desk.remove(megan);
    await desk.accept();
    const relationship = await desk.relationship();
    assert(relationship?.delegatedAdmin.kind === 'active');
    assert.equal(relationship.delegatedAdmin.grants.length, 1);
    assert((await desk.remove(megan)).changedNow);
  });

  it('takes the role that granting them takes, at the press; a refusal is recorded and changes nothing', async () => {
    const desk = partnerDesk();
    await desk.accept();
    const before = await desk.relationship();
    for (const person of [alex, lee]) await assert.rejects(desk.remove(person), coded('not-allowed'));
    assert.deepEqual(await desk.relationship(), before);
    assert.deepEqual(
      (await desk.partnerHistory()).map(({ by, event }) => [by, event]),
      [alex, lee].map(({ person, name }) => [
        { person, name },
        { kind: 'partnerChangeRefused', partner: fabrikam.id, wanted: 'removeDelegatedAdmin', why: 'role' },
      ]),
    );
  });

  it('tells nobody without a role whether there is such a partner', async () => {
    await assert.rejects(partnerDesk().remove(lee), coded('not-allowed'));
  });

  it('is nothing that another tenant can do, whatever id it sends', async () => {
    const desk = partnerDesk();
    await desk.accept();
    await assert.rejects(desk.remove(allan), coded('partner-not-found'));
    assert.equal((await desk.relationship())?.delegatedAdmin.kind, 'active');
    assert.deepEqual(await desk.partnerHistory(), []);
  });

  it('says so where there is nothing to remove', async () => {
    const desk = partnerDesk();
    await desk.accept(resellerOffer);
    await assert.rejects(desk.remove(megan), coded('nothing-to-remove'));
    await assert.rejects(desk.remove(megan, providerId('nobody')), coded('partner-not-found'));
    assert.deepEqual(await desk.partnerHistory(), []);
  });

  it('awaits the tenant where that is the truth, and is confirmed once it shows it', async () => {
    const authority = awaitingAuthority({ now: () => later(received, 1000) });
    const desk = partnerDesk({ authority });
    await desk.accept();
    desk.tenant.show(granularOffer);
    await desk.read();
    const effect = async () => {
      const access = (await desk.relationship())?.delegatedAdmin;
      return access?.kind === 'removed' ? access.effect.kind : undefined;
    };
    assert.equal((await desk.remove(megan)).relationship.delegatedAdmin.effect.kind, 'awaiting');
    await desk.read(2);
    assert.equal(await effect(), 'awaiting', 'it is still there');
    desk.tenant.take(fabrikam.id);
    await desk.read();
    assert.equal(await effect(), 'awaiting', 'one read without it is no absence');
    await desk.read(2);
    assert.equal(await effect(), 'confirmed');
    assert.deepEqual(
      (await desk.partnerHistory()).map(({ by, event }) => [by === 'desk', event.kind]),
      [
        [false, 'delegatedAdminRemoved'],
        [true, 'removalConfirmed'],
      ],
    );
  });
});

describe('removing from several partners at once', () => {
  it('has an outcome for each; one that fails neither stops nor hides the others', async () => {
    const desk = partnerDesk();
    const fabrikamId = await desk.accept();
    const northwind = await desk.accept(from('Northwind'));
    const reseller = await desk.accept(from('Tailspin', resellerOffer));
    await desk.remove(adele, northwind);
    const nobody = providerId('nobody');
    const outcomes = await desk.removeAll(megan, [reseller, fabrikamId, nobody, northwind, fabrikamId]);
    assert.deepEqual(
      outcomes.map((outcome) => [
        outcome.partner,
        outcome.kind === 'removed' ? outcome.changedNow : (outcome.error as { code: string }).code,
      ]),
      [
        [reseller, 'nothing-to-remove'],
        [fabrikamId, true],
        [nobody, 'partner-not-found'],
        [northwind, false],
      ],
    );
  });
});

describe('of 200 removals at the same moment, by several people, one counts', () => {
  const folder = temporaryFolder();
  const stores: Record<string, () => Store & { close?(): Promise<void> }> = {
    'in memory': memoryStore,
    'in the lowdb store': () => openLowdbStore({ folder: folder(), log: recordedLog() }),
  };
  for (const [where, open] of Object.entries(stores)) {
    it(`${where}; the others are told who`, async () => {
      const store = open();
      try {
        const desk = partnerDesk({ store });
        await desk.accept();
        const receipts = await Promise.all(
          Array.from({ length: 200 }, (_, number) => desk.remove(number % 2 === 0 ? megan : adele)),
        );
        const winners = receipts.filter(({ changedNow }) => changedNow);
        assert.equal(winners.length, 1);
        for (const { relationship } of receipts) assert.deepEqual(relationship, winners[0]?.relationship);
        assert.deepEqual(await desk.relationship(), winners[0]?.relationship);
        const history = await desk.partnerHistory();
        assert.equal(history.length, 1);
        assert.deepEqual(history[0]?.by, winners[0]?.relationship.delegatedAdmin.by);
      } finally {
        await store.close?.();
      }
    });
  }
});
