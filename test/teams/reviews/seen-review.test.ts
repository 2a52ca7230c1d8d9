import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { textOf } from '../../support/cards/card-text.ts';
import { acceptOffers } from '../../support/desk/accept-offers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { from } from '../../support/desk/partner-desk.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { memoryTenant } from '../../support/ports/memory-tenant.ts';
import { movingTime } from '../../support/ports/moving-time.ts';

const tenant = tenantId('tenant-1');
const litware = '0f0f0f0f-1111-4000-8000-000000000001';
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';

/** A desk that reads Microsoft 365: Adatum was authorized and is there, Litware is only there. */
async function reading() {
  const time = movingTime(monday);
  const store = memoryStore();
  const microsoft365 = memoryTenant(time.clock);
  const authority = awaitingAuthority(time.clock);
  const chat = conversation({ store, time, authority, tenantReader: microsoft365.reader });
  await acceptOffers({ store, clock: time.clock, authority }, [from('Adatum')]);
  microsoft365.show(from('Adatum'));
  microsoft365.set(litware, { isProvider: true, heldRoles: [helpdesk], name: { name: 'Litware' } });
  const ports = { store, clock: time.clock, newId, announcements: { wake: () => undefined } };
  const read = async () => {
    await time.pass(10 * 60_000);
    await microsoft365.round(ports, tenant);
  };
  await read();
  return { ...chat, microsoft365, read };
}

describe('a review at a desk that reads Microsoft 365', () => {
  it('begins with those that nobody decided about, and shows how each stands and is used', async () => {
    const chat = await reading();
    const first = await chat.say('review partners');
    assert.match(
      textOf(first),
      /Partner 1 of 2\n[^]*Litware – as it calls itself\n⚠\sUnknown to this desk\s· 1 role[^]*nobody decided that here[^]*No sign-in seen since \d+ October 2026\.[^]*Roles it holds:\nHelpdesk Administrator/,
    );
    const second = await chat.press(first, 'Keep');
    assert.match(textOf(second), /Partner 2 of 2\n[^]*Adatum\nConfirmed in Microsoft 365\s· 1 role/);
    const summary = await chat.press(second, 'Keep');
    assert.match(textOf(summary), /2 kept/);
    // It was kept, and is still one that nobody decided to let in.
    assert.match(
      textOf(await chat.say('partners')),
      /Litware – as it calls itself\s›\n⚠\sUnknown to this desk\s· 1 role\s· 1 privileged\nFirst seen/,
    );
    assert.match(textOf(summary), /Adatum\nConfirmed in Microsoft 365/);
    assert.match(textOf(await chat.press(summary, 'Finish the review')), /^Review finished/);
  });

  it('can be finished when one is gone meanwhile that nobody decided about', async () => {
    const chat = await reading();
    const first = await chat.say('review partners');
    chat.microsoft365.take(litware);
    await chat.read();
    await chat.read();
    const again = await chat.say('review partners');
    assert.match(textOf(again), /Gone from Microsoft 365/);
    const second = await chat.press(first, 'Skip for now');
    const summary = await chat.press(second, 'Keep');
    assert.match(textOf(await chat.press(summary, 'Finish the review')), /^Review finished/);
  });

  it('removes what one has that nobody decided about', async () => {
    const chat = await reading();
    const question = await chat.press(await chat.say('review partners'), 'Remove delegated permissions');
    const outcome = await chat.press(question, 'Remove delegated permissions');
    assert.match(textOf(outcome), /^Removal: awaiting Microsoft 365\nLitware\n/);
    const next = await chat.press(outcome, 'Go on with the review');
    assert.match(textOf(next), /Partner 2 of 2\n[^]*1 to be removed[^]*Adatum/);
  });
});
