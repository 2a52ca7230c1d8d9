import assert from 'node:assert/strict';
import { privilegedRoleIds } from '../../../src/domain/partners/role-template-ids.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { openLinkedDesk, type DeskUser, type LinkedDesk } from '../../support/tenant/linked-desk.ts';
import { adeleId, homeTenant } from '../../support/examples/example-ids.ts';

const { globalAdministrator, globalReader, userAdministrator } = privilegedRoleIds;
const adele: DeskUser = { tenant: homeTenant, id: adeleId, name: 'Adele Vance' };
const megan: DeskUser = {
  tenant: homeTenant,
  id: 'ade1ede1-5a6b-4c7d-8e9f-000000000002',
  name: 'Megan Bowen',
};
/** Told like everyone, and without a role. */
const lee: DeskUser = { tenant: homeTenant, id: 'ade1ede1-5a6b-4c7d-8e9f-000000000003', name: 'Lee Gu' };
const partner = (number: number) => ({
  id: `9b1f3c0e-0000-4000-8000-${String(number).padStart(12, '0')}`,
  name: `Partner ${number}`,
});

describe('A desk in production whose tenant is the truth', () => {
  let linked: LinkedDesk;

  before(async () => {
    linked = await openLinkedDesk();
    const home = linked.tenant();
    for (const { id } of [adele, megan]) home.assignRole({ principal: id, role: globalAdministrator });
    home.addPartner({ ...partner(1), allowedRoles: [userAdministrator] });
    home.addPartner({ ...partner(2), allowedRoles: [globalReader] });
    // Nothing is read before there is somebody to tell.
    home.failAs('down');
    await linked.start();
    for (const user of [adele, megan, lee]) await linked.install(user);
    home.failAs(undefined);
  });
  after(() => linked.close());
  afterEach(() => {
    linked.assertWellBehaved();
  });

  const textsOf = (user: DeskUser, from: number) =>
    linked
      .sentTo(user)
      .slice(from)
      .map(({ text }) => text)
      .join('\n|');
  const alerts = (user: DeskUser, name: string) =>
    linked.sentTo(user).filter(({ text }) => text.includes(name) && /nobody (?:decided|took)/.test(text));

  it('lists what was there at first in one message, without an alert', async () => {
    await linked.afterRounds(2);
    for (const user of [adele, megan, lee]) {
      await linked.told(user, /Microsoft 365 shows 2 organisations with access/);
      assert.equal(alerts(user, 'Partner').length, 0);
    }
    const list = textOf(await linked.say(adele, 'partners'));
    assert.match(list, /Partner 1/);
    assert.match(list, /Unknown to this desk/);
  });

  it('awaits what is authorized until the tenant shows it, and then says so where it was pressed and to everyone', async () => {
    const invited = partner(3);
    await linked.invite({ ...invited, roles: [userAdministrator] });
    const { card } = await linked.told(adele, /Partner 3/);
    assert.ok(card);
    const asked = await linked.press(adele, card, /^Authorize$/);
    const outcome = await linked.press(adele, asked, /^Authorize and/);
    assert.match(textOf(outcome), /awaiting Microsoft 365/i);
    assert.ok(buttonsOf(outcome).some(({ title }) => title.includes('admin center')));
    await linked.afterRounds(2);
    const before = linked.sentTo(adele).length;
    assert.doesNotMatch(
      linked
        .sentTo(adele)
        .map(({ text }) => text)
        .join(),
      /Confirmed in Microsoft 365/,
    );
    linked.tenant().approve({ ...invited, allowedRoles: [userAdministrator] });
    const confirmed = await linked.told(adele, /Confirmed in Microsoft 365/, before);
    assert.equal(confirmed.method, 'PUT');
    for (const user of [megan, lee]) await linked.told(user, /Confirmed in Microsoft 365/);
    await linked.afterRounds(2);
    assert.equal(alerts(adele, 'Partner 3').length, 0);
    const history = textOf(await linked.say(megan, 'history'));
    assert.match(history, /Microsoft 365 shows the authorization of Partner 3/);
    assert.match(history, /Invitation of Partner 3 authorized/);
  });

  it('awaits what is removed until two complete reads show it, and a failed one shows nothing', async () => {
    const home = linked.tenant();
    const shown = await linked.press(adele, await linked.say(adele, 'partners'), /Partner 3/);
    const asked = await linked.press(adele, shown, /^Remove delegated permissions$/);
    const outcome = await linked.press(adele, asked, /^Remove/);
    assert.match(textOf(outcome), /awaiting Microsoft 365/i);
    await linked.afterRounds(2);
    const [before, beforeOfPresser] = [linked.sentTo(megan).length, linked.sentTo(adele).length];
    home.removePartner(partner(3).id);
    // Nothing can be read any more as soon as one read was complete.
    await linked.failAfterCompleteRead();
    await linked.afterRounds(2);
    const meanwhile = await linked.press(adele, await linked.say(adele, 'partners'), /Partner 3/);
    assert.match(textOf(meanwhile), /Removal: awaiting Microsoft 365/);
    assert.doesNotMatch(textsOf(megan, before), /Confirmed|confirmed/);
    home.failAs(undefined);
    await linked.told(megan, /confirmed/i, before);
    const changed = await linked.told(adele, /confirmed/i, beforeOfPresser);
    assert.equal(changed.method, 'PUT', 'the card that was pressed says so');
    const then = await linked.press(adele, await linked.say(adele, 'partners'), /Partner 3/);
    assert.match(textOf(then), /Removal confirmed in Microsoft 365/);
    assert.equal(alerts(adele, 'Partner 3').length, 0);
  });

  it('tells each chat once of somebody whom nobody let in here, and records who expected it, and who may not say so', async () => {
    linked.tenant().approve({ ...partner(4), allowedRoles: [globalAdministrator] });
    for (const user of [adele, megan, lee]) {
      const { text } = await linked.told(
        user,
        /Partner 4 has access to your tenant, and nobody decided that here/,
      );
      assert.match(text, /full control of your tenant/);
    }
    await linked.afterRounds(3);
    for (const user of [adele, megan, lee]) assert.equal(alerts(user, 'Partner 4').length, 1);
    const [{ card } = assert.fail()] = alerts(adele, 'Partner 4');
    assert.ok(card);
    const refused = textOf(await linked.press(lee, card, /^It was expected$/, { note: 'I say so' }));
    assert.match(refused, /Only these roles can answer/);
    const expected = await linked.press(adele, card, /^It was expected$/, { note: 'The migration team' });
    assert.match(textOf(expected), /Adele Vance said on .* that this was expected[^]*The migration team/);
    const second = textOf(await linked.press(megan, card, /^It was expected$/, { note: 'Me too' }));
    assert.match(second, /Adele Vance said on .* that this was expected[^]*The migration team/);
    assert.doesNotMatch(second, /Me too/);
    const history = textOf(await linked.say(adele, 'history of Partner 4'));
    assert.equal(history.match(/said to be expected: Partner 4/g)?.length, 1);
    assert.match(history, /Word about the access of Partner 4 refused/);
  });

  it('tells of what a partner got more, and of what it lost, once each', async () => {
    const home = linked.tenant();
    home.changePartner(partner(2).id, {
      allowedRoles: [globalReader, userAdministrator],
      heldRoles: [globalReader, userAdministrator],
    });
    await linked.told(lee, /Partner 2 has more roles in your tenant than were decided here/);
    home.changePartner(partner(2).id, {
      inboundTrust: {
        isMfaAccepted: true,
        isCompliantDeviceAccepted: false,
        isHybridAzureADJoinedDeviceAccepted: false,
      },
    });
    await linked.told(lee, /What your tenant accepts from Partner 2 at sign-in was changed/);
    const before = linked.sentTo(lee).length;
    home.removePartner(partner(2).id);
    await linked.failAfterCompleteRead();
    await linked.afterRounds(2);
    assert.doesNotMatch(textsOf(lee, before), /no access/);
    home.failAs(undefined);
    await linked.told(lee, /Partner 2 has no access to your tenant any more/, before);
    await linked.afterRounds(3);
    for (const said of [/has more roles/, /at sign-in was changed/, /has no access/]) {
      assert.equal(linked.sentTo(lee).filter(({ text }) => said.test(text)).length, 1, String(said));
    }
    home.approve({ ...partner(2), allowedRoles: [globalReader] });
    await linked.told(lee, /Partner 2 has access to your tenant again/);
  });

  it('tells in one message of many at once', async () => {
    const before = linked.sentTo(lee).length;
    const home = linked.tenant();
    for (let number = 10; number < 22; number += 1) {
      home.addPartner({ ...partner(number), allowedRoles: [globalReader] });
    }
    await linked.told(lee, /12 changes in your tenant that nobody decided here/, before);
    await linked.afterRounds(2);
    assert.equal(linked.sentTo(lee).length, before + 1);
    const list = textOf(await linked.say(adele, 'changes'));
    assert.match(list, /Partner 21/);
  });

  it('takes a person’s word for what nothing in Microsoft 365 shows, and calls it a word', async () => {
    for (const [number, asA] of [
      'partner',
      'mpsaPartner',
      'oemPcPartner',
      'lineOfBusinessPartner',
    ].entries()) {
      const invited = partner(30 + number);
      await linked.invite({ ...invited, asA });
      const { card } = await linked.told(adele, new RegExp(invited.name));
      assert.ok(card);
      const awaiting = await linked.press(adele, card, /^Authorize$/);
      assert.match(textOf(awaiting), /awaiting Microsoft 365/i);
      const said = textOf(await linked.press(megan, awaiting, /^Done at Microsoft$/));
      assert.match(said, /Megan Bowen says that it was done at Microsoft/);
      assert.doesNotMatch(said, /Confirmed in Microsoft 365/);
      await linked.told(
        lee,
        new RegExp(`Megan Bowen says.*${invited.name}|${invited.name}[^]*Megan Bowen says`),
      );
    }
    await linked.afterRounds(2);
    assert.match(textOf(await linked.say(adele, 'history of Partner 30')), /Said to be done at Microsoft/);
  });

  it('asks at most ten times in a round in which nothing changed', async () => {
    await linked.afterRounds(3);
    const { calls } = linked.microsoft365;
    const before = calls.length;
    const rounds = linked.rounds();
    await linked.afterRounds(3);
    const own = calls.slice(before).filter(({ tenant, isInBatch }) => tenant === homeTenant && !isInBatch);
    assert.ok(own.length <= 10 * (linked.rounds() - rounds + 1), String(own.length));
  });
});
