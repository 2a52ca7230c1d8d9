import assert from 'node:assert/strict';
import { parseMail } from '../../../../src/adapters/mime/parse-mail.ts';
import { readMailbox } from '../../../../src/application/invitations/mailbox/read-mailbox.ts';
import { mailboxWatchId } from '../../../../src/application/invitations/mailbox/receive-mailed-invitations.ts';
import type { Store } from '../../../../src/application/ports/store.ts';
import { DomainError } from '../../../../src/domain/domain-error.ts';
import { invitationId } from '../../../../src/domain/identifiers.ts';
import { day, later, type Instant } from '../../../../src/domain/instant.ts';
import { silentSince } from '../../../../src/domain/tenant/mailbox-watch.ts';
import { claimsIn } from '../../../../src/domain/invitations/claims/claims.ts';
import { textOfMessage } from '../../../../src/domain/invitations/message/message-text.ts';
import { mailboxGroup } from '../../../../src/domain/invitations/pending-group.ts';
import { knownRoles } from '../../../../src/i18n/known-roles.ts';
import { invitationDesk } from '../../../support/desk/invitation-desk.ts';
import { contoso, lee, megan, received } from '../../../support/examples/invitation-examples.ts';
import { forwarded, mail } from '../../../support/tenant/mails.ts';
import { messageOfLinks, numberedLink } from '../../../support/examples/many-links.ts';
import { memoryMailbox } from '../../../support/ports/memory-mailbox.ts';
import { memoryStore } from '../../../support/ports/memory-store.ts';
import { recordedLog } from '../../../support/ports/recorded-log.ts';
import { recordedMeter } from '../../../support/ports/recorded-meter.ts';

const address = 'partners@contoso.example';
const gdapLink = `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/8a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d-3b33e682-00c3-41ee-9dd2-a548adf56438`;

/** A desk that reads one mailbox; several may share a store, and the mailbox. */
function mailDesk({
  store = memoryStore(),
  mailbox = memoryMailbox(),
  perPerson = 20,
  prefix = '',
  of = address,
}: {
  readonly store?: Store;
  readonly mailbox?: ReturnType<typeof memoryMailbox>;
  readonly perPerson?: number;
  readonly prefix?: string;
  readonly of?: string;
} = {}) {
  const desk = invitationDesk({ store, pendingLimits: { perPerson, perTenant: 200 } });
  const log = recordedLog();
  const meter = recordedMeter();
  const ports = {
    ...desk,
    newId: () => `${prefix}${desk.newId()}`,
    mailboxReader: mailbox.reader,
    parseMail,
    claimsIn: (message: Parameters<typeof textOfMessage>[0]) => claimsIn(textOfMessage(message), knownRoles),
    announcements: { wake: () => undefined },
    pendingLimits: { perPerson },
    interval: 300_000,
    meter,
    log,
  };
  return {
    ...desk,
    mailbox,
    meter,
    log,
    read: (signal = new AbortController().signal) =>
      readMailbox(ports, { tenant: contoso, address: of }, signal),
    /** What came of each mail, in order. */
    outcomes: () => meter.events.flatMap((event) => (event.kind === 'mailboxMail' ? [event.outcome] : [])),
    async announced() {
      const { items } = await store.list(contoso, 'announcement', { limit: 1000 });
      return items.map(({ value }) => value);
    },
    async invitations() {
      const { items } = await store.list(contoso, 'invitation', { limit: 1000 });
      return items.map(({ value }) => value);
    },
    async watch() {
      return (await store.get(contoso, 'mailboxWatch', mailboxWatchId))?.value;
    },
  };
}

const at = (minutes: number): Instant => later(received, minutes * 60_000);

describe('The mailbox that is read for invitations', () => {
  it('brings an invitation, with whom the mail says it is from, and is told as late as what people paste', async () => {
    const { mailbox, read, ...desk } = mailDesk();
    mailbox.put('1', at(-5), mail(`Dear customer,\nplease accept ${numberedLink(1)}`));
    assert.deepEqual(await read(), { kind: 'complete' });
    const [invitation, ...others] = await desk.invitations();
    assert.equal(others.length, 0);
    assert.deepEqual(invitation?.origin, { kind: 'mailbox', address });
    assert.deepEqual(invitation.mail, {
      from: 'sales@fabrikam.example',
      fromName: 'Fabrikam',
      results: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
      headersBy: 'mailbox',
    });
    const [{ subject, to, priority } = {}] = await desk.announced();
    assert.deepEqual(
      [subject, to, priority],
      [{ kind: 'invitation', invitation: invitation.id }, { kind: 'everyone' }, 'pasted'],
    );
    assert.deepEqual(
      (await desk.history()).map(({ by, event }) => [by, event.kind]),
      [[{ mailbox: address }, 'invitationReceived']],
    );
  });

  it('keeps nothing of other mail, and logs neither its sender nor its subject', async () => {
    const { mailbox, read, ...desk } = mailDesk();
    mailbox.put('lunch', at(-5), mail('Lunch?', { from: 'Secret Admirer <who@love.example>' }));
    const disguised =
      '<a href="https://admin.rnicrosoft.com/x">https://admin.microsoft.com/AdminPortal/Home#/partners/invitation</a>';
    mailbox.put('phish', at(-4), mail(disguised, { type: 'html', from: 'who@love.example' }));
    mailbox.put('garbage', at(-3), '\u0000\u0001PK garbage');
    mailbox.put('empty', at(-2), '');
    mailbox.put('large', at(-1), { kind: 'tooLarge' });
    mailbox.put('moved', at(-1), { kind: 'gone' });
    assert.deepEqual(await read(), { kind: 'complete' });
    assert.deepEqual(desk.outcomes(), [
      'nothing',
      'suspicious',
      'unreadable',
      'unreadable',
      'tooLarge',
      'gone',
    ]);
    assert.deepEqual(await desk.invitations(), []);
    assert.deepEqual(await desk.announced(), []);
    assert.deepEqual((await desk.store.list(contoso, 'handledMail', { limit: 10 })).items, []);
    assert.doesNotMatch(desk.log.everything(), /love|Admirer|invitation\.example|Lunch/);
    assert.match(desk.log.lines.join('\n'), /imitates an invitation/);
  });

  it('brings five invitations of a mail at most, and those of a mail that is attached to it', async () => {
    const { mailbox, read, ...desk } = mailDesk();
    mailbox.put('five', at(-2), mail(messageOfLinks(7)));
    mailbox.put('forwarded', at(-1), forwarded(mail(`Accept ${numberedLink(50)}`)));
    await read();
    const invitations = await desk.invitations();
    assert.equal(invitations.length, 6);
    assert.equal(invitations.at(-1)?.mail?.from, 'lee@contoso.example', 'whom the mail system saw');
    assert.equal((await desk.announced()).length, 6);
  });

  it('takes what a mail claims for no more than what somebody without a role says', async () => {
    const { mailbox, read, ...desk } = mailDesk();
    mailbox.put('1', at(-9), mail(`Roles: Directory Readers\n${gdapLink}`));
    await read();
    const [first] = await desk.invitations();
    const roles = ['Global Reader', 'User Administrator', 'Billing Administrator', 'Global Administrator'];
    for (const [index, role] of roles.entries())
      mailbox.put(
        `more ${index}`,
        at(index),
        mail(`Roles: ${role}\n${gdapLink}`, { from: `a${index}@evil.example` }),
      );
    await read();
    const [invitation, ...others] = await desk.invitations();
    assert.equal(others.length, 0, 'one invitation');
    assert.deepEqual(
      invitation?.claims?.map(({ source }) => (source.kind === 'mailbox' ? source.from : source.kind)),
      ['sales@fabrikam.example', 'a0@evil.example', 'a1@evil.example', 'a2@evil.example'],
      'whoever writes is told apart, and all mail adds three times at most',
    );
    assert.equal(invitation.partner.name?.value, first?.partner.name?.value);
  });

  it('brings a mail’s invitations once, whatever ends in the middle', async () => {
    const store = memoryStore();
    const mailbox = memoryMailbox();
    for (let n = 1; n <= 8; n += 1) mailbox.put(`${n}`, at(-20 + n), mail(messageOfLinks(2, n * 10)));
    // Commits fail at every position in turn, as of a desk that is killed there; each next one goes on.
    for (let allowed = 0; allowed < 30; allowed += 1) {
      let left = allowed % 4;
      const dying: Store = {
        ...store,
        commit: async (tenant, changes) => {
          if ((left -= 1) < 0) throw new DomainError('store-unavailable', {});
          await store.commit(tenant, changes);
        },
      };
      await mailDesk({ store: dying, mailbox, prefix: `${allowed} ` })
        .read()
        .catch(() => undefined);
    }
    const desk = mailDesk({ store, mailbox, prefix: 'last ' });
    assert.deepEqual(await desk.read(), { kind: 'complete' });
    assert.equal((await desk.invitations()).length, 16);
    assert.equal((await desk.announced()).length, 16);
    assert.equal((await desk.history()).length, 16);
  });

  it('brings them once where two desks read at once, and within the limit', async () => {
    const store = memoryStore();
    const mailbox = memoryMailbox();
    for (let n = 1; n <= 12; n += 1) mailbox.put(`${n}`, at(-20 + n), mail(numberedLink(n)));
    const desks = ['one ', 'two '].map((prefix) => mailDesk({ store, mailbox, prefix, perPerson: 10 }));
    await Promise.all(desks.map((desk) => desk.read()));
    await Promise.all(desks.map((desk) => desk.read()));
    const [desk] = desks;
    assert.equal((await desk?.invitations())?.length, 10);
    const told = (await desk?.announced())?.filter(({ subject }) => subject.kind === 'mailboxFull');
    assert.equal(told?.length, 1);
  });

  it('brings nothing back that was decided, when a link expires and the list begins anew', async () => {
    const { mailbox, read, ...desk } = mailDesk();
    for (let n = 1; n <= 5; n += 1) mailbox.put(`${n}`, at(-20 + n), mail(numberedLink(n)));
    await read();
    const [first] = await desk.invitations();
    await desk.cancel(megan, first?.id ?? invitationId(''));
    mailbox.expire();
    mailbox.put('6', at(1), mail(numberedLink(6)));
    assert.deepEqual(await read(), { kind: 'complete' });
    assert.equal((await desk.invitations()).length, 6);
    assert.equal((await desk.pendingIds()).length, 5);
    // Sent again by its partner, it is a new one.
    mailbox.put('again', at(2), mail(numberedLink(1)));
    await read();
    assert.equal((await desk.pendingIds()).length, 6);
  });

  it('goes on where it was after a restart, and reads no message twice', async () => {
    const { mailbox, read, store } = mailDesk();
    for (let n = 1; n <= 7; n += 1) mailbox.put(`${n}`, at(-20 + n), mail('Hello.'));
    await read();
    mailbox.put('8', at(1), mail(numberedLink(8)));
    await mailDesk({ store, mailbox }).read();
    assert.deepEqual(mailbox.reads, ['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('announces nothing that is older than 30 days, and remembers for longer what a message brought', async () => {
    const { mailbox, read, ...desk } = mailDesk();
    mailbox.put('years ago', later(received, -31 * day), mail(numberedLink(1)));
    mailbox.put('recent', later(received, -29 * day), mail(numberedLink(2)));
    await read();
    assert.deepEqual(mailbox.reads, ['recent']);
    const [invitation] = await desk.invitations();
    await desk.cancel(megan, invitation?.id ?? invitationId(''));
    // Somebody marks it as read much later: it is listed again.
    await desk.time.pass(10 * day);
    mailbox.expire();
    await read();
    assert.equal((await desk.invitations()).length, 1);
    await desk.time.pass(10 * day);
    await read();
    assert.deepEqual((await desk.store.list(contoso, 'handledMail', { limit: 10 })).items, [], 'forgotten');
  });

  it('begins anew where another mailbox is set', async () => {
    const { mailbox, read, ...desk } = mailDesk();
    mailbox.put('1', at(-5), mail(numberedLink(1)));
    await read();
    const other = memoryMailbox();
    other.put('1', at(-4), mail(numberedLink(2)));
    await mailDesk({ store: desk.store, mailbox: other, of: 'new@contoso.example', prefix: 'b' }).read();
    assert.equal((await desk.invitations()).length, 2);
    assert.equal((await desk.watch())?.address, 'new@contoso.example');
  });

  describe('that fails', () => {
    it('is tried less and less often, and says since when and why', async () => {
      const { mailbox, read, ...desk } = mailDesk();
      mailbox.fail({ kind: 'notRead', why: 'refused' });
      await read();
      await desk.time.pass(60_000);
      assert.deepEqual(await read(), { kind: 'failed', why: 'refused' });
      assert.deepEqual(
        [(await desk.watch())?.failing, (await desk.watch())?.nextReadAt],
        [{ since: received, why: 'refused' }, at(11)],
      );
      const watch = (await desk.watch()) ?? assert.fail();
      assert.equal(silentSince(watch, at(59)), undefined, 'not for an outage of minutes');
      assert.equal(silentSince(watch, at(61)), received);
      assert.equal(silentSince(watch, at(600)), undefined, 'not where it is not read any more');
      mailbox.fail(undefined);
      await read();
      assert.equal((await desk.watch())?.failing, undefined);
    });

    it('at one message alone is not held up by it for ever', async () => {
      const { mailbox, read, ...desk } = mailDesk();
      mailbox.put('broken', at(-5), { kind: 'notRead', why: 'unavailable' });
      mailbox.put('fine', at(-4), mail(numberedLink(1)));
      for (let round = 1; round <= 5; round += 1) assert.equal((await read()).kind, 'failed');
      assert.deepEqual(await read(), { kind: 'complete' });
      assert.equal((await desk.invitations()).length, 1);
      assert.deepEqual(desk.outcomes(), ['unreadable', 'invitation']);
    });

    it('at one message after the other is not held up by them for ever', async () => {
      const { mailbox, read, ...desk } = mailDesk();
      mailbox.put('broken', at(-5), { kind: 'notRead', why: 'unavailable' });
      mailbox.put('broken, too', at(-4), { kind: 'notRead', why: 'unavailable' });
      mailbox.put('fine', at(-3), mail(numberedLink(1)));
      for (let round = 1; round <= 10; round += 1) assert.equal((await read()).kind, 'failed');
      assert.deepEqual(await read(), { kind: 'complete' });
      assert.equal((await desk.invitations()).length, 1);
      mailbox.expire();
      assert.deepEqual(await read(), { kind: 'complete' }, 'nor when the list begins anew');
    });

    it('does not begin anew without end, where every link is expired', async () => {
      const { mailbox, read } = mailDesk();
      mailbox.put('1', at(-5), mail('Hello.'));
      await read();
      mailbox.fail({ kind: 'expired' });
      assert.deepEqual(await read(), { kind: 'failed', why: 'unavailable' });
    });

    it('keeps what was read when it is stopped', async () => {
      const { mailbox, read, ...desk } = mailDesk();
      const stopping = new AbortController();
      mailbox.put('1', at(-5), mail(numberedLink(1)));
      mailbox.put('2', at(-4), () => {
        stopping.abort();
        return Promise.resolve({ kind: 'notRead', why: 'unavailable' });
      });
      await read(stopping.signal);
      assert.equal((await desk.watch())?.failures ?? 0, 0, 'that is no failure');
      mailbox.replace('2', { kind: 'read', mime: Buffer.from(mail(numberedLink(2))) });
      await read();
      assert.equal((await desk.invitations()).length, 2);
    });
  });

  describe('that is flooded', () => {
    const flood = (count: number, from = 0) => {
      const mailbox = memoryMailbox(10);
      for (let n = 0; n < count; n += 1)
        mailbox.put(`${from + n}`, at(-count + n), mail(numberedLink(from + n)));
      return mailbox;
    };

    it('leaves what is too much in the mailbox, says so once, and goes on when there is room', async () => {
      const mailbox = flood(8);
      const { read, ...desk } = mailDesk({ mailbox, perPerson: 3 });
      assert.deepEqual(await read(), { kind: 'full' });
      const read1 = mailbox.reads.length;
      await read();
      await read();
      assert.equal(mailbox.reads.length, read1, 'nothing is read while nothing can be stored');
      assert.equal((await desk.pendingIds()).length, 3);
      const told = async () =>
        (await desk.announced()).filter(({ subject }) => subject.kind === 'mailboxFull').length;
      assert.equal(await told(), 1);
      await desk.cancel(megan, invitationId((await desk.pendingIds())[0] ?? ''));
      await read();
      assert.equal((await desk.pendingIds()).length, 3);
      assert.equal(await told(), 1, 'once a day at most');
      for (let rounds = 0; rounds < 10; rounds += 1) {
        for (const id of await desk.pendingIds()) await desk.cancel(megan, invitationId(id));
        await read();
      }
      assert.equal((await desk.invitations()).length, 8);
      assert.equal((await desk.watch())?.fullSince, undefined);
    });

    it('keeps nobody from pasting, and is cancelled at once', async () => {
      const mailbox = flood(30);
      const { read, ...desk } = mailDesk({ mailbox, perPerson: 20 });
      await read();
      const offer = {
        partner: { id: 'pasted-partner' as never, idIsGuess: false },
        function: 'reseller',
        delegatedAdmin: { kind: 'none' },
        link: numberedLink(900),
      } as const;
      await desk.paste(lee, { origin: 'pasted', offer });
      const opened = await desk.openGroup(megan, mailboxGroup);
      assert.equal(opened.pasted.length, 20);
      const upTo = invitationId((await desk.pendingIds()).at(-1) ?? '');
      const receipt = await desk.cancelGroup(megan, { group: mailboxGroup, upTo, withSubmitted: false });
      assert.equal(receipt.cancelled, 20);
      assert.equal((await desk.pendingIds()).length, 1, 'what was pasted stays');
    });

    it('does not take along what somebody pasted, too', async () => {
      const { mailbox, read, ...desk } = mailDesk();
      mailbox.put('1', at(-5), mail(numberedLink(1)));
      mailbox.put('2', at(-4), mail(numberedLink(2)));
      await read();
      const [first] = await desk.invitations();
      assert.ok(first?.link !== undefined);
      await desk.paste(lee, { origin: 'pasted', offer: { ...first, link: first.link } });
      const opened = await desk.openGroup(megan, mailboxGroup);
      assert.deepEqual([opened.pasted.length, opened.shared], [1, 1]);
    });
  });
});
