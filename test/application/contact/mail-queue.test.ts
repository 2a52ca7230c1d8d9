import assert from 'node:assert/strict';
import { contactDesk } from '../../support/desk/contact-desk.ts';
import { fabrikam, filledForm, northwind } from '../../support/examples/contact-examples.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('delivering e-mails', () => {
  let desk: ReturnType<typeof contactDesk>;
  beforeEach(() => {
    desk = contactDesk();
  });
  afterEach(() => desk.close());

  /** How often each e-mail reached its recipient. */
  function arrivals(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const message of desk.mail.messages) {
      const [, to = ''] = /^To: .*<(.*)>/m.exec(message.toString()) ?? [];
      counts[to] = (counts[to] ?? 0) + 1;
    }
    return counts;
  }
  const once = { 'sales@fabrikam.example': 1, 'megan@contoso.example': 1 };

  it('retries what a mail server does not accept, until it does', async () => {
    desk.mail.answer(() => 'out of order');
    const { request } = await desk.contact();
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'waiting', copy: 'waiting' });
    await desk.time.pass(10 * minute);
    desk.mail.answer(() => 'accepted');
    await desk.time.pass(hour);
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'sent', copy: 'sent' });
    assert.deepEqual(arrivals(), once);
    assert.equal(await desk.stillPending(), 0);
  });

  it('tries again after half a minute, then twice as long each time', async () => {
    desk.mail.answer(() => 'out of order');
    await desk.contact();
    const tries = [];
    for (const wait of [29_999, 1, 59_999, 1, 119_999, 1]) {
      await desk.time.pass(wait);
      tries.push(desk.mail.tried.length / 2);
    }
    assert.deepEqual(tries, [1, 2, 2, 3, 3, 4]);
  });

  it('continues after a restart where it was, on the same schedule', async () => {
    desk.mail.answer(() => 'out of order');
    const { request } = await desk.contact();
    await desk.restart();
    desk.mail.answer(() => 'accepted');
    await desk.time.pass(29_999);
    assert.deepEqual(arrivals(), {});
    await desk.time.pass(1);
    assert.deepEqual(arrivals(), once);
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'sent', copy: 'sent' });
  });

  it('sends after a crash what was stored and not yet tried', async () => {
    desk.mail.answer(() => 'silent');
    const asked = desk.contact();
    await desk.time.settle();
    desk.mail.answer(() => 'accepted');
    await desk.crash();
    await desk.time.pass(2000);
    await asked;
    assert.deepEqual(arrivals(), once);
  });

  it('stops once the e-mails in progress have ended, and starts no others', async () => {
    desk.mail.answer(() => 'silent');
    const asked = desk.contact({ providers: [fabrikam.id, northwind.id] });
    await desk.time.settle();
    let stopped = false;
    const stopping = desk.stop().then(() => {
      stopped = true;
    });
    await desk.time.settle();
    assert.equal(stopped, false);
    await desk.time.pass(30_000);
    await Promise.all([stopping, asked]);
    await desk.time.pass(hour);
    assert.equal(desk.mail.tried.length, 3);
    assert.equal(await desk.stillPending(), 3);
  });

  it('gives up at once what was refused, and notifies the requester', async () => {
    desk.mail.answer(({ delivery }) => (delivery.recipient.kind === 'provider' ? 'refused' : 'accepted'));
    const { request } = await desk.contact();
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'givenUp', copy: 'sent' });
    assert.deepEqual(
      desk.notices.map(({ request, delivery }) => [
        request.reference,
        delivery.recipient.name,
        delivery.state.kind,
      ]),
      [[request.reference, 'Fabrikam', 'givenUp']],
    );
    const { id, reference } = request;
    assert.deepEqual((await desk.history())[1], {
      kind: 'contactGivenUp',
      request: id,
      reference,
      recipients: [fabrikam.id],
    });
    await desk.time.pass(25 * hour);
    assert.equal(desk.mail.tried.length, 2);
  });

  it('gives up after a day, says so once, and leaves it at that', async () => {
    desk.mail.answer(({ delivery }) =>
      delivery.recipient.kind === 'provider' ? 'out of order' : 'accepted',
    );
    const { request } = await desk.contact();
    await desk.time.pass(24 * hour - 1);
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'waiting', copy: 'sent' });
    assert.deepEqual(desk.notices, []);
    await desk.time.pass(1);
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'givenUp', copy: 'sent' });
    desk.mail.answer(() => 'accepted');
    await desk.time.pass(48 * hour);
    assert.equal(desk.notices.length, 1);
    assert.equal(await desk.stillPending(), 0);
    assert.deepEqual(arrivals(), { 'megan@contoso.example': 1 });
  });

  it('lets no silent server delay the e-mails of others', async () => {
    desk.mail.answer(({ delivery }) => (delivery.recipient.name === 'Fabrikam' ? 'silent' : 'accepted'));
    const needs = ['one', 'two', 'three', 'four', 'five', 'six'];
    const asked = Promise.all(needs.map((text) => desk.contact({ form: { ...filledForm, needs: text } })));
    await desk.time.pass(2 * 30_000);
    await asked;
    assert.equal(arrivals()['megan@contoso.example'], needs.length);
    assert.equal(desk.mail.maxAtOnce(), 4);
  });

  it('does not resend what was accepted while the store could not be written', async () => {
    desk.mail.answer(() => {
      desk.store.broken = true;
      return 'accepted';
    });
    const asked = desk.contact();
    await desk.time.pass(2000);
    const { request } = await asked;
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'waiting', copy: 'waiting' });
    await desk.time.pass(10 * hour);
    desk.store.broken = false;
    await desk.time.pass(minute);
    assert.deepEqual(await desk.states(request.id), { Fabrikam: 'sent', copy: 'sent' });
    assert.deepEqual(arrivals(), once);
  });

  it('tries an e-mail once, whoever asks for it at the same moment', async () => {
    desk.mail.answer(() => 'silent');
    const asked = desk.contact();
    await desk.time.pass(2000);
    const { request } = await asked;
    const others = [desk.deliverNow(request), desk.deliverNow(request)];
    await desk.time.pass(27_999);
    assert.equal(desk.mail.tried.length, 2);
    desk.mail.answer(() => 'accepted');
    await desk.time.pass(60_000);
    await Promise.all([...others, desk.deliverNow(request)]);
    assert.equal(desk.mail.tried.length, 4);
    assert.deepEqual(arrivals(), once);
  });

  it('logs neither names nor addresses nor what was written', async () => {
    desk.mail.answer(({ delivery }) => (delivery.recipient.kind === 'provider' ? 'refused' : 'out of order'));
    await desk.contact();
    await desk.time.pass(25 * hour);
    assert.ok(desk.logged.length > 0);
    assert.doesNotMatch(JSON.stringify(desk.logged), /megan|contoso|fabrikam|mailboxes/i);
  });
});
