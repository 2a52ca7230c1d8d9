import assert from 'node:assert/strict';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { attachedCard, conversation, type Speaker } from '../../support/desk/conversation.ts';
import { fileFrom, mailOf, resellerLinkOf } from '../../support/examples/example-mails.ts';
import { endlessFile, openFileServer, withFile } from '../../support/servers/file-server.ts';

const partner = '3b33e682-00c3-41ee-9dd2-a548adf56438';
const genuine = mailOf({ link: resellerLinkOf(partner) });
const forged = mailOf({
  link: resellerLinkOf(partner).replace('microsoft.com', 'microsoft.com.evil.example'),
});
const outlookFile = Buffer.from('d0cf11e0a1b11ae1000000000000000000000000', 'hex');

describe('A mail that is sent as a file', () => {
  let server: Awaited<ReturnType<typeof openFileServer>>;
  let chat: ReturnType<typeof conversation>;

  beforeEach(async () => {
    server = await openFileServer(withFile(genuine));
    chat = conversation();
  });
  afterEach(() => server.close());

  async function send(fields: object, who: Partial<Speaker> = {}) {
    const { posted } = await chat.send({ type: 'message', ...fields }, who);
    return attachedCard(posted);
  }
  const sendFile = (name: string, fields: object = {}) =>
    send({ attachments: [fileFrom(server.address, name)], ...fields });

  async function history() {
    const { items } = await chat.store.entries(tenantId('tenant-1'), 'audit', { limit: 100 });
    return items.map(({ event }) => event.kind);
  }

  for (const name of ['Invitation.eml', 'mail.txt', 'mail.msg', 'mail', 'mail.mht']) {
    it(`is read, named ${name}: what parses as a mail is one`, async () => {
      assert.match(textOf(await sendFile(name)), /^Accept Partner Invitation/);
      assert.deepEqual(await history(), ['invitationReceived']);
      const { items } = await chat.store.list(tenantId('tenant-1'), 'invitation', { limit: 10 });
      assert.deepEqual(
        items.map(({ value }) => [value.origin.kind, value.mail?.from, value.mail?.headersBy]),
        [['file', 'sales@fabrikam.example', 'anybody']],
      );
    });
  }

  it('is read whatever was typed beside it, which is no command', async () => {
    assert.match(textOf(await sendFile('x.eml', { text: 'notify here' })), /^Accept Partner Invitation/);
    assert.deepEqual(await history(), ['invitationReceived']);
  });

  it('with a forged link is warned of', async () => {
    server.behaveAs(withFile(forged));
    const card = await sendFile('x.eml');
    assert.match(textOf(card), /^Do not open this link/);
    assert.deepEqual(buttonsOf(card), []);
    assert.deepEqual(await history(), []);
  });

  it('without an invitation is not kept, and that is said', async () => {
    server.behaveAs(withFile('From: a@b.example\r\nSubject: s\r\n\r\nGood morning'));
    assert.match(
      textOf(await sendFile('x.eml')),
      /no partner invitation in this mail, and nothing of it was kept/,
    );
    assert.deepEqual(await history(), []);
  });

  for (const [what, content, words] of [
    ['in Outlook’s own format', outlookFile, /Outlook’s own format \(\.msg\).*Save it as \.eml/],
    [
      'that is a picture',
      Buffer.from('89504e470d0a1a0a', 'hex'),
      /This file is no mail that the desk can read/,
    ],
    ['that is empty', Buffer.alloc(0), /This file is no mail/],
    ['that is a web page', '<!doctype html><p>x</p>', /This file is no mail/],
  ] as const) {
    it(`${what} is answered with what to do`, async () => {
      server.behaveAs(withFile(content));
      assert.match(textOf(await sendFile('x.eml')), words);
      assert.deepEqual(await history(), []);
    });
  }

  it('is refused where it lies elsewhere than in Microsoft 365, and nothing is asked for', async () => {
    const attachments = [fileFrom('https://contoso.sharepoint.com.evil.example/x', 'x.eml')];
    assert.match(textOf(await send({ attachments })), /does not lie in Microsoft 365/);
    assert.deepEqual(server.requests, []);
  });

  it('is refused without end, in French too', async () => {
    server.behaveAs(endlessFile);
    const attachments = [fileFrom(server.address, 'x.eml')];
    assert.match(textOf(await send({ attachments }, { locale: 'fr-FR' })), /Le fichier dépasse 10 Mo/);
  });

  it('with others is read with each, and each is told of', async () => {
    const contents = [genuine, forged, outlookFile, 'From: a@b.example\r\nSubject: s\r\n\r\nx', genuine];
    server.behaveAs((request, response) => {
      withFile(contents[server.requests.length - 1] ?? '')(request, response);
    });
    const elsewhere = fileFrom('https://evil.example/', 'e.eml');
    const own = ['*a*.eml', 'b.eml', 'c.msg', 'd.eml'].map((name) => fileFrom(server.address, name));
    const attachments = [elsewhere, ...own, ...own];
    const card = await send({ attachments, text: resellerLinkOf('3b33e682-00c3-41ee-9dd2-a548adf56439') });
    assert.deepEqual(
      textOf(card)
        .split('\n')
        .filter((line) => line !== '')
        .slice(0, 8)
        .map((line) => line.slice(0, 50)),
      [
        'What came of your files',
        'Your message: The invitation is in your chat with ',
        'e.eml: The file was not read: it does not lie in M',
        '*a*.eml: The invitation is in your chat with Partn',
        'b.eml: Do not open this link. It looks like a part',
        'c.msg: This is a mail in Outlook’s own format (.ms',
        'd.eml: There is no partner invitation in this mail',
        'Only the first 5 files of a message are read. Send',
      ],
    );
    assert.deepEqual(await history(), ['invitationReceived', 'invitationReceived']);
    assert.equal(server.requests.length, 4);
  });

  it('is not one that a picture in a pasted mail, or a file without an address, makes', async () => {
    const others = [
      { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/x' },
      { contentType: 'application/vnd.microsoft.teams.file.download.info', content: null },
      { contentType: 'application/vnd.microsoft.teams.file.download.info', content: { downloadUrl: 7 } },
    ];
    assert.match(textOf(await send({ text: 'partners', attachments: others })), /^Partners/);
  });

  it('cannot come in a shared chat: the person is told where it can', async () => {
    const who = { kind: 'groupChat', conversation: '19:group@thread.v2' } as const;
    const placeholder = {
      contentType: 'text/html',
      content: '<p>&nbsp;</p><attachment id="1"></attachment>',
    };
    for (const attachment of [placeholder, fileFrom(server.address, 'x.eml')]) {
      const card = await send({ text: '', attachments: [attachment] }, who);
      assert.match(textOf(card), /^I cannot see what you attached/);
    }
    assert.deepEqual(server.requests, []);
    assert.match(textOf(await send({ text: 'partners', attachments: [placeholder] }, who)), /^Partners/);
  });
});
