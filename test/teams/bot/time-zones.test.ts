import assert from 'node:assert/strict';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import { timeZoneNamed } from '../../../src/domain/time-zone.ts';
import { textOf } from '../../support/cards/card-text.ts';
import { acceptOffers } from '../../support/desk/accept-offers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { notifyingDesk } from '../../support/desk/notifying-desk.ts';
import { contoso, offerOf } from '../../support/examples/invitation-examples.ts';
import { breakableStore } from '../../support/ports/breakable-store.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const tenant = tenantId('tenant-1');

/** A desk on Monday 23 November at 10:30 UTC: Tuesday east of New Zealand, Sunday in American Samoa. */
async function deskOnThreeDays(store = memoryStore()) {
  const chat = conversation({ store });
  await chat.time.pass(90 * minute);
  await acceptOffers({ store, clock: chat.time.clock }, [offerOf('reseller')]);
  return chat;
}

describe('the dates of a card', () => {
  for (const [zone, date] of [
    ['Pacific/Kiritimati', '24 November 2026'],
    ['Europe/Paris', '23 November 2026'],
    ['Pacific/Pago_Pago', '22 November 2026'],
  ] as const) {
    it(`are those of whoever reads it, in ${zone}`, async () => {
      const chat = await deskOnThreeDays();
      assert.match(textOf(await chat.say('partners', { timeZone: zone })), new RegExp(`Since ${date}$`, 'm'));
    });
  }

  it('name the zone of their times', async () => {
    const chat = await deskOnThreeDays();
    const inParis = textOf(await chat.say('history', { timeZone: 'Europe/Paris' }));
    assert.match(inParis, /23 November 2026 at 11:30 CET · Adele Vance/);
    const inFrench = textOf(await chat.say('historique', { timeZone: 'Europe/Paris', locale: 'fr-FR' }));
    assert.match(inFrench, /23 novembre 2026 à 11:30 UTC\+1 · Adele Vance/);
  });

  it('stay so where the client tells no zone, or none that exists, later', async () => {
    const chat = await deskOnThreeDays();
    await chat.say('help', { timeZone: 'Pacific/Pago_Pago' });
    for (const timeZone of [undefined, '', 'Contoso/Nowhere']) {
      assert.match(textOf(await chat.say('partners', { timeZone })), /Since 22 November 2026$/m);
    }
    assert.match(
      textOf(await chat.say('partners', { timeZone: undefined, person: 'megan' })),
      /Since 23 November 2026 UTC$/m,
      'of somebody else nothing is known',
    );
  });

  it('keep the language that the person asked for, and the zone with it', async () => {
    const chat = await deskOnThreeDays();
    await chat.say('en français', { timeZone: 'Pacific/Pago_Pago' });
    assert.match(textOf(await chat.say('partners', { timeZone: undefined })), /Depuis le 22 novembre 2026$/m);
    const person = await chat.store.get(tenant, 'person', 'adele');
    assert.deepEqual(person?.value, { id: 'adele', language: 'fr', timeZone: 'Pacific/Pago_Pago' });
  });

  it('are in UTC, and say so, where people of several zones read the same card', async () => {
    const chat = await deskOnThreeDays();
    const card = await chat.say('partners', { timeZone: 'Pacific/Pago_Pago', kind: 'groupChat' });
    assert.match(textOf(card), /Since 23 November 2026 UTC$/m);
  });

  it('are right although the zone cannot be stored', async () => {
    const store = breakableStore(memoryStore());
    const chat = await deskOnThreeDays(store);
    store.broken = true;
    const card = await chat.say('partners', { timeZone: 'Pacific/Pago_Pago' });
    assert.match(textOf(card), /Since 22 November 2026$/m);
  });
});

describe('what is posted', () => {
  it('counts the days of whoever reads it', async () => {
    const offer = offerOf('resellerAndDelegatedAdministrator');
    assert(offer.delegatedAdmin.kind === 'granular');
    const autoExtends = { value: false, claimed: false };
    const durationDays = { value: 40, claimed: false };
    const accepted = [{ ...offer, delegatedAdmin: { ...offer.delegatedAdmin, autoExtends, durationDays } }];
    const desk = await notifyingDesk({ accepted });
    const timeZone = timeZoneNamed('Pacific/Kiritimati') ?? assert.fail();
    const value = { id: personId('megan'), timeZone };
    await desk.store.commit(contoso, [
      { type: 'put', kind: 'person', id: 'megan', value, expected: 'absent' },
    ]);
    // Two hours into the seven days, it is past midnight in Kiritimati.
    await desk.restart(33 * day + 2 * hour);
    assert.deepEqual(desk.readBy('adele'), ['Delegated administration of Fabrikam ends in 7 days.']);
    assert.deepEqual(desk.readBy('megan'), ['Delegated administration of Fabrikam ends in 6 days.']);
    await desk.stop();
  });
});
