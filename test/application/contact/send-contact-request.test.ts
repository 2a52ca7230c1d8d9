import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contactFields } from '../../../src/domain/contact-problem.ts';
import type { ContactLimits } from '../../../src/domain/contact/contact-limits.ts';
import { providerNamesOf } from '../../../src/domain/contact/contact-request.ts';
import { providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { contactDesk, providers } from '../../support/desk/contact-desk.ts';
import {
  alex,
  contactDetails,
  fabrikam,
  filledForm,
  megan,
  monday,
  northwind,
} from '../../support/examples/contact-examples.ts';
import { everythingOf } from '../../support/examples/stored-values.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

describe('contacting providers', () => {
  let desk: ReturnType<typeof contactDesk>;
  beforeEach(() => {
    desk = contactDesk();
  });
  afterEach(() => desk.close());

  it('sends an e-mail to each provider and a copy to the requester, and says so', async () => {
    const { request, alreadySent } = await desk.contact({ providers: [northwind.id, fabrikam.id] });
    assert.equal(alreadySent, false);
    assert.equal(request.reference, 'PD-0000-0000');
    assert.deepEqual(request.details, contactDetails);
    assert.deepEqual(providerNamesOf(request), ['Northwind Traders', 'Fabrikam']);
    assert.deepEqual(
      request.deliveries.map(({ recipient, state }) => [recipient.email, state.kind]),
      [
        ['sales@northwindtraders.example', 'sent'],
        ['sales@fabrikam.example', 'sent'],
        ['megan@contoso.example', 'sent'],
      ],
    );
    assert.equal(desk.mail.messages.length, 3);
  });

  it('stores the request, who asked and what happened', async () => {
    const { request } = await desk.contact();
    const kept = await desk.store.get(megan.tenant, 'contactRequest', request.id);
    assert.deepEqual(kept?.value, request);
    const { items } = await desk.store.entries(megan.tenant, 'audit', { limit: 10 });
    assert.deepEqual(items, [
      {
        at: monday,
        by: { person: megan.person, name: 'Megan Bowen' },
        event: {
          kind: 'contactRequested',
          request: request.id,
          reference: request.reference,
          providers: [fabrikam.id],
        },
      },
    ]);
    assert.equal(await desk.stillPending(), 0);
  });

  it('remembers the answers for the next form, but not the needs, and forgets nothing else', async () => {
    await desk.store.commit(megan.tenant, [
      {
        type: 'put',
        kind: 'person',
        id: megan.person,
        value: { id: megan.person, language: 'fr' },
        expected: 'absent',
      },
    ]);
    await desk.contact();
    const person = await desk.store.get(megan.tenant, 'person', megan.person);
    const { needs, ...rest } = contactDetails;
    assert.deepEqual(person?.value.lastContactDetails, rest);
    assert.equal(person.value.language, 'fr');
  });

  it('says that an e-mail is still on its way when the mail server takes longer than two seconds', async () => {
    desk.mail.answer(({ delivery }) => (delivery.recipient.kind === 'provider' ? 'silent' : 'accepted'));
    const asked = desk.contact();
    await desk.time.pass(2000);
    const { request } = await asked;
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'waiting', copy: 'sent' });
    assert.deepEqual(
      request.deliveries.map(({ state }) => state.kind),
      ['waiting', 'sent'],
    );
  });

  it('does not take a request to nobody, to too many, or to a provider that is gone', async () => {
    const ids = providers.map(({ id }) => id);
    await assert.rejects(desk.contact({ providers: [] }), { code: 'no-provider-chosen' });
    await assert.rejects(desk.contact({ providers: ids }), {
      code: 'too-many-providers',
      parameters: { max: 5, chosen: 6 },
    });
    await assert.rejects(desk.contact({ providers: [fabrikam.id, providerId('gone')] }), {
      code: 'provider-not-found',
    });
    assert.deepEqual(await desk.history(), []);
    assert.equal(desk.mail.tried.length, 0);
  });

  it('counts a provider that is named twice once', async () => {
    const { request } = await desk.contact({ providers: Array.from({ length: 9 }, () => fabrikam.id) });
    assert.deepEqual(providerNamesOf(request), ['Fabrikam']);
  });

  it('stores and sends nothing when an answer is missing or the store is unavailable', async () => {
    await assert.rejects(desk.contact({ form: {} }), { code: 'contact-form-invalid' });
    desk.store.broken = true;
    await assert.rejects(desk.contact(), { code: 'store-unavailable' });
    desk.store.broken = false;
    assert.deepEqual(await desk.history(), []);
    await desk.restart();
    await desk.time.pass(60_000);
    assert.equal(desk.mail.tried.length, 0);
  });

  it('says nothing but what is wrong with the form, whatever is typed', async () => {
    const typed = fc.record(Object.fromEntries(contactFields.map((field) => [field, fc.anything()])), {
      requiredKeys: [],
    });
    await fc.assert(
      fc.asyncProperty(typed, async (form) => {
        await assert.rejects(desk.contact({ form }), { code: 'contact-form-invalid' });
      }),
    );
  });

  describe('to the person', () => {
    it('sends the copy to the address of their profile, whatever address was typed', async () => {
      const form = { ...filledForm, email: 'victim@elsewhere.example' };
      const { request } = await desk.contact({ form });
      assert.equal(request.details.email, 'victim@elsewhere.example');
      assert.deepEqual(
        request.deliveries.map(({ recipient }) => recipient.email),
        ['sales@fabrikam.example', 'megan@contoso.example'],
      );
      assert.ok(
        desk.mail.messages.every((message) => !/^(To|Cc|Bcc|Reply-To):.*victim/im.test(message.toString())),
      );
    });

    it('sends no copy without such an address, or where the operator wants none', async () => {
      const { request } = await desk.contact({ profileAddress: () => Promise.resolve(undefined) });
      assert.equal(request.profileAddress, undefined);
      desk = contactDesk({ sendsCopies: false });
      const without = await desk.contact();
      assert.equal(without.request.profileAddress, 'megan@contoso.example');
      for (const { deliveries } of [request, without.request])
        assert.deepEqual(
          deliveries.map(({ recipient }) => recipient.kind),
          ['provider'],
        );
    });
  });

  describe('within limits', () => {
    const needing = (needs: string) => ({ form: { ...filledForm, needs } });
    const five = providers.slice(0, 5).map(({ id }) => id);

    function limited(limits: Partial<ContactLimits>) {
      desk = contactDesk({
        limits: { requestsPerHour: 0, emailsPerDay: 0, tenantEmailsPerDay: 0, ...limits },
      });
    }

    it('sends no more than the hourly requests, and goes on when the hour is over', async () => {
      limited({ requestsPerHour: 2 });
      await desk.contact(needing('one'));
      await desk.contact(needing('two'));
      await assert.rejects(desk.contact(needing('three')), {
        code: 'contact-limit-reached',
        parameters: { limit: 'requestsPerHour', max: 2, left: 0, until: later(monday, 3_600_000) },
      });
      assert.equal((await desk.contact(needing('three'), alex)).alreadySent, false);
      await desk.time.pass(3_600_000);
      await desk.contact(needing('three'));
      assert.equal((await desk.history()).length, 4);
    });

    it('holds for everybody in the tenant together', async () => {
      limited({ tenantEmailsPerDay: 7 });
      await desk.contact({ ...needing('one'), providers: five });
      await assert.rejects(desk.contact({ ...needing('two'), providers: five }, alex), {
        code: 'contact-limit-reached',
        parameters: { limit: 'tenantEmailsPerDay', max: 7, left: 2, until: later(monday, 86_400_000) },
      });
      const elsewhere = { ...alex, tenant: tenantId('tailspin') };
      assert.equal(
        (await desk.contact({ ...needing('two'), providers: five }, elsewhere)).alreadySent,
        false,
      );
    });

    it('holds after a restart, and for however many presses at the same moment', async () => {
      limited({ emailsPerDay: 30 });
      const presses = (from: number) =>
        Promise.allSettled(
          Array.from({ length: 20 }, (_, index) =>
            desk.contact({ ...needing(`need ${from + index}`), providers: five }),
          ),
        );
      const first = await presses(0);
      await desk.restart();
      const second = await presses(20);
      const sent = [...first, ...second].filter(({ status }) => status === 'fulfilled');
      assert.equal(sent.length, 6);
      const toProviders = desk.mail.messages.filter((message) => /^To:.*sales@/im.test(message.toString()));
      assert.equal(toProviders.length, 30);
      assert.equal((await desk.history()).length, 6);
    });

    it('holds for two desks on one store', async () => {
      const limits = { requestsPerHour: 5, emailsPerDay: 0, tenantEmailsPerDay: 0 };
      const store = memoryStore();
      const desks = [contactDesk({ store, limits, ids: 'a' }), contactDesk({ store, limits, ids: 'b' })];
      const pressed = await Promise.allSettled(
        desks.flatMap((each, one) =>
          Array.from({ length: 8 }, (_, index) => each.contact(needing(`need ${one} ${index}`))),
        ),
      );
      assert.equal(pressed.filter(({ status }) => status === 'fulfilled').length, 5);
      for (const each of desks) await each.close();
    });

    it('stores nothing of what is refused', async () => {
      limited({ requestsPerHour: 1 });
      await desk.contact(needing('one'));
      const before = await everythingOf(desk.store, megan.tenant);
      for (let times = 0; times < 40; times += 1)
        await assert.rejects(desk.contact(needing(`again ${times}`)), { code: 'contact-limit-reached' });
      assert.deepEqual(await everythingOf(desk.store, megan.tenant), before);
    });
  });

  describe('pressed again', () => {
    it('sends the same text within a minute once, and shows the request that was sent', async () => {
      const first = await desk.contact();
      await desk.time.pass(59_999);
      const second = await desk.contact({
        form: { ...filledForm, needs: 'Move 200 mailboxes. \r\n Before spring.' },
      });
      assert.deepEqual(second, { request: first.request, alreadySent: true });
      assert.equal(desk.mail.messages.length, 2);
    });

    it('sends once however many presses come at the same moment', async () => {
      const presses = await Promise.all(Array.from({ length: 10 }, () => desk.contact()));
      assert.equal(new Set(presses.map(({ request }) => request.id)).size, 1);
      assert.equal(presses.filter(({ alreadySent }) => !alreadySent).length, 1);
      assert.equal(desk.mail.messages.length, 2);
      assert.equal((await desk.history()).length, 1);
    });

    it('writes only to the providers that have not had it', async () => {
      await desk.contact({ providers: [fabrikam.id] });
      const { request, alreadySent } = await desk.contact({ providers: [fabrikam.id, northwind.id] });
      assert.equal(alreadySent, false);
      assert.deepEqual(providerNamesOf(request), ['Northwind Traders']);
    });

    it('sends it again after a minute, with another answer, or for another person', async () => {
      await desk.contact();
      const others = [
        await desk.contact({ form: { ...filledForm, needs: 'Something else' } }),
        await desk.contact({ form: { ...filledForm, email: 'other@contoso.example' } }),
        await desk.contact({}, alex),
      ];
      await desk.time.pass(60_000);
      others.push(await desk.contact());
      assert.deepEqual(
        others.map(({ alreadySent }) => alreadySent),
        [false, false, false, false],
      );
      assert.equal(desk.mail.messages.length, 10);
    });

    it('sends different requests that come at the same moment, each once', async () => {
      const needs = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
      await Promise.all(needs.map((text) => desk.contact({ form: { ...filledForm, needs: text } })));
      assert.equal(desk.mail.messages.length, 2 * needs.length);
    });
  });
});
