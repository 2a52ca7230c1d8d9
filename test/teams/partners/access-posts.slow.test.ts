import assert from 'node:assert/strict';
import { personId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { timeZoneNamed } from '../../../src/domain/time-zone.ts';
import { notifyingDesk } from '../../support/desk/notifying-desk.ts';
import { from } from '../../support/desk/partner-desk.ts';
import {
  contoso,
  fabrikam,
  granularOffer,
  megan,
  offerOf,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

function offerFor(
  days: number,
  changes: { readonly extendsItself?: boolean; readonly roles?: readonly string[] } = {},
): DatedOffer {
  return {
    ...offerOf('resellerAndDelegatedAdministrator'),
    delegatedAdmin: {
      kind: 'granular',
      roles: { value: changes.roles ?? [userAdministrator], claimed: false },
      durationDays: { value: days, claimed: false },
      autoExtends: { value: changes.extendsItself ?? false, claimed: false },
    },
  };
}

const thirty = 'Delegated administration of Fabrikam ends in 30 days.';
const seven = 'Delegated administration of Fabrikam ends in 7 days.';
const tomorrow = 'Delegated administration of Fabrikam ends tomorrow.';
const over = 'Delegated administration of Fabrikam has ended.';

describe('when delegated administration comes to its end', () => {
  it('everyone is reminded 30, 7 and 1 days before, and told when it has ended, each in their own language', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    await desk.restart();
    await desk.time.pass(41 * day);
    await desk.quiet();
    assert.deepEqual(desk.readBy('adele'), [thirty, seven, tomorrow, over]);
    assert.deepEqual(desk.readBy('megan'), desk.readBy('adele'));
    assert.deepEqual(desk.readBy('alex'), [
      'L’administration déléguée de Fabrikam se termine dans 30 jours.',
      'L’administration déléguée de Fabrikam se termine dans 7 jours.',
      'L’administration déléguée de Fabrikam se termine demain.',
      'L’administration déléguée de Fabrikam est terminée.',
    ]);
    await desk.stop();
  });

  it('each is sent once, however often the desk is restarted in between', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    for (let half = 0; half < 82; half += 1) await desk.restart(day / 2);
    assert.deepEqual(desk.readBy('adele'), [thirty, seven, tomorrow, over]);
    await desk.stop();
  });

  it('a desk that was off sends the most pressing reminder alone', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    await desk.restart(39 * day + hour);
    assert.deepEqual(desk.readBy('adele'), [tomorrow]);
    await desk.restart(100 * day);
    assert.deepEqual(desk.readBy('adele'), [tomorrow, over]);
    await desk.stop();
  });

  it('each is sent once although several watches ring together', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    await desk.restart();
    const watches = Array.from({ length: 8 }, () => desk.watch());
    await desk.time.pass(41 * day);
    await desk.quiet();
    assert.deepEqual(desk.readBy('adele'), [thirty, seven, tomorrow, over]);
    const ends = (await desk.history()).filter(({ event }) => event.kind === 'delegatedAdminEnded');
    assert.equal(ends.length, 1);
    for (const end of watches) end();
    await desk.stop();
  });

  it('the record, the list and the history say that it has ended, and when', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    const end = later(desk.clock.now(), 40 * day);
    await desk.restart(40 * day + hour);
    const relationship = await desk.relationship();
    assert(relationship?.delegatedAdmin.kind === 'ended');
    assert.equal(relationship.delegatedAdmin.at, end);
    const { partners } = await desk.partners(megan);
    assert.deepEqual(partners[0]?.attention.access, relationship.delegatedAdmin);
    assert.deepEqual(partners[0].attention.marks, []);
    const functions = ['resellerAndDelegatedAdministrator'];
    assert.deepEqual((await desk.history()).at(-1), {
      at: later(end, hour),
      by: 'desk',
      event: {
        kind: 'delegatedAdminEnded',
        partner: fabrikam.id,
        invitation: relationship.functions[0]?.invitation,
        before: { functions, delegatedAdmin: 'active', roles: [userAdministrator] },
        after: { functions, delegatedAdmin: 'ended', roles: [] },
      },
    });
    await assert.rejects(desk.remove(megan), { code: 'nothing-to-remove' });
    await desk.stop();
  });

  it('what extends itself is said to do so, and goes on', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40, { extendsItself: true })] });
    await desk.restart(39 * day + hour);
    await desk.restart(10 * day);
    assert.deepEqual(desk.readBy('adele'), ['Delegated administration of Fabrikam extends itself tomorrow.']);
    assert.equal((await desk.relationship())?.delegatedAdmin.kind, 'active');
    await desk.stop();
  });

  it('nothing is said of what was removed, nor of what was granted again', async () => {
    const removed = await notifyingDesk({ accepted: [offerFor(40)] });
    await removed.remove(megan);
    await removed.restart(39 * day + hour);
    await removed.restart(10 * day);
    assert.deepEqual(removed.readBy('adele'), ['Megan Bowen removed the delegated permissions of Fabrikam.']);
    await removed.stop();

    const renewed = await notifyingDesk({ accepted: [offerFor(40), offerFor(100)] });
    await renewed.restart(39 * day + hour);
    await renewed.restart(10 * day);
    assert.deepEqual(renewed.readBy('adele'), []);
    await renewed.stop();
  });

  it('a reminder that could not be posted before the permissions were removed is not posted any more', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    desk.busyAtFirst('adele');
    await desk.time.pass(39 * day);
    const endWatch = desk.watch();
    await desk.moment();
    endWatch();
    await desk.remove(megan);
    await desk.quiet();
    assert.deepEqual(desk.readBy('alex').length, 2, 'told in time of the end, then of the removal');
    assert.deepEqual(desk.readBy('adele'), ['Megan Bowen removed the delegated permissions of Fabrikam.']);
    await desk.stop();
  });

  it('a clock that goes back sends none again, and the next in its time', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    await desk.restart(33 * day + hour);
    desk.time.turnClock(-20 * day);
    await desk.restart(day);
    assert.deepEqual(desk.readBy('adele'), [seven]);
    await desk.restart(18 * day);
    await desk.restart(7 * day);
    assert.deepEqual(desk.readBy('adele'), [seven, tomorrow]);
    await desk.restart(2 * day);
    desk.time.turnClock(-20 * day);
    await desk.restart(hour);
    assert.deepEqual(desk.readBy('adele'), [seven, tomorrow, over]);
    assert.equal((await desk.relationship())?.delegatedAdmin.kind, 'ended');
    await desk.stop();
  });

  const ends: readonly (readonly [string, string, number])[] = [
    ['Europe/Paris', 'on the day of spring’s switch', 125],
    ['Europe/Paris', 'on the day of autumn’s switch', 342],
    ['America/Montreal', 'on the day of spring’s switch', 111],
    ['America/Montreal', 'on the day of autumn’s switch', 349],
    ['Pacific/Kiritimati', 'anywhere east', 100],
    ['Pacific/Pago_Pago', 'anywhere west', 100],
  ];
  for (const [zone, when, days] of ends) {
    it(`a reader in ${zone} counts the right days to an end ${when}`, async () => {
      const desk = await notifyingDesk({ accepted: [offerFor(days)] });
      const value = { id: personId('adele'), timeZone: timeZoneNamed(zone) ?? assert.fail() };
      await desk.store.commit(contoso, [
        { type: 'put', kind: 'person', id: 'adele', value, expected: 'absent' },
      ]);
      await desk.restart((days - 30) * day);
      await desk.restart(23 * day);
      await desk.restart(6 * day);
      assert.deepEqual(desk.readBy('adele'), [thirty, seven, tomorrow]);
      await desk.restart(day - hour);
      assert.deepEqual(desk.readBy('adele'), [thirty, seven, tomorrow], 'not ended an hour before');
      await desk.restart(hour);
      assert.deepEqual(desk.readBy('adele'), [thirty, seven, tomorrow, over]);
      await desk.stop();
    });
  }

  it('each of hundreds of people is told once, although the desk is restarted while they are', async () => {
    const desk = await notifyingDesk({ accepted: [offerFor(40)] });
    const readers = Array.from({ length: 300 }, (_, index) => `reader-${index}`);
    for (const name of readers) await desk.register({ kind: 'person', person: personId(name) });
    await desk.time.pass(39 * day);
    const endWatch = desk.watch();
    await desk.time.pass(3000);
    endWatch();
    assert(
      readers.some((name) => desk.readBy(name).length === 0),
      'some are told already, others not yet',
    );
    await desk.restart();
    for (const name of readers) assert.deepEqual(desk.readBy(name), [tomorrow]);
    await desk.stop();
  });

  it('hundreds of partners each come to theirs', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `Partner ${index}`);
    const desk = await notifyingDesk({ accepted: names.map((name) => from(name, offerFor(40))) });
    await desk.restart(10 * day);
    await desk.time.pass(60_000);
    await desk.quiet();
    assert.equal(new Set(desk.readBy('adele')).size, 250);
    assert.equal(desk.readBy('adele').length, 250);
    await desk.stop();
  });

  it('of a partner with permissions left, only what ended is said', async () => {
    const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
    const desk = await notifyingDesk({ accepted: [offerFor(40), offerFor(100, { roles: [helpdesk] })] });
    await desk.restart(41 * day);
    assert.deepEqual(desk.readBy('adele'), [over]);
    const [partner] = (await desk.partners(megan)).partners;
    assert.deepEqual(partner?.attention.roles, [helpdesk]);
    await desk.stop();
  });

  it('the desk’s own granular example, which goes on for two years, is quiet', async () => {
    const desk = await notifyingDesk({ accepted: [granularOffer] });
    await desk.restart(300 * day);
    assert.deepEqual(desk.readBy('adele'), []);
    await desk.stop();
  });
});
