import assert from 'node:assert/strict';
import { privilegedRoleIds } from '../../../src/domain/partners/role-template-ids.ts';
import { textOf } from '../../support/cards/card-text.ts';
import { adeleId, homeTenant } from '../../support/examples/example-ids.ts';
import { forwarded, mail } from '../../support/tenant/mails.ts';
import { messageOfLinks, numberedLink } from '../../support/examples/many-links.ts';
import { until } from '../../support/processes/until.ts';
import { openLinkedDesk, type DeskUser, type LinkedDesk } from '../../support/tenant/linked-desk.ts';

const address = 'partners@contoso.example';
const adele: DeskUser = { tenant: homeTenant, id: adeleId, name: 'Adele Vance' };
const gdapLink =
  'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/8a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d-3b33e682-00c3-41ee-9dd2-a548adf56438';

describe('A desk in production that reads a mailbox', () => {
  let linked: LinkedDesk;

  before(async () => {
    linked = await openLinkedDesk({
      INVITATION_MAILBOX: `${homeTenant}/${address}`,
      PERSON_PENDING_INVITATIONS: '8',
      METRICS_PORT: '0',
    });
    const home = linked.tenant();
    home.assignRole({ principal: adeleId, role: privilegedRoleIds.globalAdministrator });
    home.mailboxes.open(address);
    home.mailboxes.open('ceo@contoso.example', { isInScope: false });
    home.mailboxes.deliver('ceo@contoso.example', mail(numberedLink(999)));
    await linked.start();
    await linked.install(adele);
  });
  after(() => linked.close());
  afterEach(() => {
    linked.assertWellBehaved();
    const foreign = linked.microsoft365.calls.filter(
      ({ service, path }) => service === 'mail' && !path.startsWith(`/v1.0/users/${address}/`),
    );
    assert.deepEqual(foreign, [], 'no other mailbox is asked for');
  });

  const mailboxes = () => linked.tenant().mailboxes;
  const cards = (text: RegExp) => linked.sentTo(adele).filter((each) => text.test(each.text));
  const lists = () => linked.microsoft365.calls.filter(({ path }) => path.includes('/messages/delta')).length;
  /** Waits until the mailbox was listed twice more: what is in it was read. */
  const afterReads = async () => {
    const wanted = lists() + 2;
    await until(() => lists() >= wanted);
  };

  it('posts a card for the invitation of a mail, with its sender as the mail system found it', async () => {
    mailboxes().deliver(address, mail(`Lunch on Friday?`));
    mailboxes().deliver(
      address,
      mail(`Requested roles: Directory Readers\nDuration: 365 days\n${gdapLink}`, {
        from: 'Fabrikam <sales@fabrikam.example>',
        results: 'spf=pass; dkim=none; dmarc=fail action=none',
      }),
    );
    const { card } = await linked.told(adele, /sales@fabrikam\.example/);
    assert.ok(card);
    assert.match(textOf(card), /DMARC/);
    assert.match(textOf(card), /Directory Readers/);
    assert.equal(cards(/Lunch/).length, 0);
    const history = textOf(await linked.say(adele, 'history'));
    assert.match(history, new RegExp(`The mailbox ${address}`));
  });

  it('brings it once, though the desk is started anew and Microsoft has it begin the list anew', async () => {
    const before = cards(/sales@fabrikam\.example/).length;
    await linked.desk().stop();
    mailboxes().generation += 1;
    mailboxes().deliver(address, forwarded(mail(numberedLink(1))));
    await linked.start();
    await linked.told(adele, /lee@contoso\.example/);
    await afterReads();
    assert.equal(cards(/sales@fabrikam\.example/).length, before);
    const [first] = mailboxes().mailsOf(address) ?? [];
    mailboxes().touch(address, first?.id ?? '');
    mailboxes().remove(address, first?.id ?? '');
    await afterReads();
    assert.equal(cards(/lee@contoso\.example/).length, 1);
  });

  it('goes on past mails that are too large, broken, or gone before they are read', async () => {
    mailboxes().deliver(address, `${mail('x')}${'y'.repeat(10 * 1024 * 1024)}`);
    mailboxes().deliver(address, 'no mail at all');
    linked.tenant().faults.add(/\/\$value$/, { kind: 'throttled', retryAfter: 2 }, 1);
    mailboxes().deliver(address, mail(numberedLink(2), { from: 'after@large.example' }));
    await linked.told(adele, /after@large\.example/);
  });

  it('leaves in the mailbox what is too much, says so once, and reads on once some are cancelled', async () => {
    for (let n = 0; n < 3; n += 1)
      mailboxes().deliver(address, mail(messageOfLinks(5, 100 + n * 10), { from: `flood${n}@evil.example` }));
    await linked.told(adele, new RegExp(`More invitations wait in the mailbox ${address}`));
    const list = await linked.say(adele, 'invitations');
    const asked = await linked.press(adele, list, /that came by mail/);
    await linked.press(adele, asked, /^Cancel \d+ invitations$/);
    await linked.told(adele, /flood2@evil\.example/);
    assert.equal(cards(/More invitations wait/).length, 1);
  });
});
