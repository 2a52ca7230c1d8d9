import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFrom } from '../../src/domain/instant.ts';
import { actions } from '../../src/teams/bot/card-actions.ts';
import { cardsIn } from '../support/cards/card-text.ts';
import { startDeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { bytesOf, signedHeaders } from '../support/desk/open-intake.ts';
import { activityOf, type Deed } from '../support/desk/tenant-steps.ts';
import { tenantWords } from '../support/desk/tenant-words.ts';
import { exampleSecret } from '../support/examples/example-intake.ts';
import { until } from '../support/processes/until.ts';
import { openChannel } from '../support/servers/channel.ts';
import { openIdentityStandIn } from '../support/servers/identity-stand-in.ts';
import { smtpInbox } from '../support/servers/smtp-inbox.ts';
import { adeleId, homeTenant } from '../support/examples/example-ids.ts';

/** What people and partners write in this session, names and addresses included; all of it contains a mark. */
const words = tenantWords('quoxa', '1');
const name = words.nameOf('Adele');

const press = (verb: string): Deed => ({ kind: 'press', button: verb, foreign: false, asSubmit: false });
const session: readonly Deed[] = [
  { kind: 'install' },
  ...words.said.map((_, which): Deed => ({ kind: 'say', which })),
  ...words.mails.flatMap((_, which): Deed[] => [
    { kind: 'paste', which },
    { kind: 'handOver', which },
    press('invitation.authorize'),
    press('invitation.confirm'),
  ]),
  { kind: 'say', which: 0 },
  press('provider.open'),
  press('contact.open'),
  press('contact.send'),
  ...[...actions.keys()].map(press),
];

/** Runs a session with valid and invalid requests. @returns the desk's output, and secrets that must not be in it */
async function printedIn(mode: 'sandbox' | 'production') {
  const folder = await mkdtemp(join(tmpdir(), 'partner-desk-log-'));
  const recipients: string[] = [];
  const [identity, channel, inbox] = await Promise.all([
    openIdentityStandIn(folder),
    openChannel(),
    smtpInbox({
      // Like real servers, quotes the address that it refuses.
      onRcptTo: ({ address }, _session, done) => {
        recipients.push(address);
        done(recipients.length === 1 ? new Error(`no such user: ${address}`) : null);
      },
    }),
  ]);
  const desk = await startDeskProcess({
    ...(mode === 'production' && {
      ...identity.environment,
      SERVICE_URLS: new URL(channel.serviceUrl).origin,
    }),
    DESK_MODE: mode,
    LOG_LEVEL: 'trace',
    DATA_DIR: join(folder, 'data'),
    MAIL: inbox.address,
    MAIL_FROM: 'Partner Desk <desk@desk.example>',
  });
  const token = mode === 'production' ? await identity.sign(channel.serviceUrl) : '';
  const authorization = token === '' ? undefined : `Bearer ${token}`;
  const received: string[] = [];
  const signatures: string[] = [];

  async function act(deed: Deed): Promise<void> {
    const told = activityOf(deed, words, { own: cardsIn(received), foreign: [], foreignMark: 'nobody' });
    if (told === undefined) return;
    const from = { id: `29:${adeleId}`, name, aadObjectId: adeleId };
    const activity = { ...messageToDesk(channel.serviceUrl, ''), from, ...told };
    const { status, text } = await desk.post(activity, authorization);
    assert.equal(status, 200);
    received.push(...channel.posted.splice(0).map((posted) => JSON.stringify(posted)), text);
  }

  async function post(path: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
    const { 'x-desk-signature': signature = 'none' } = headers;
    signatures.push(signature.replace('v1=', ''));
    return (await fetch(`${desk.url}${path}`, { method: 'POST', body, headers })).status;
  }

  try {
    // The first token triggers fetching the channel's keys, which may time out; retry.
    const help = messageToDesk(channel.serviceUrl, 'help');
    await until(async () => (await desk.post(help, authorization)).status === 200);
    for (const deed of session) await act(deed);
    const invitation = bytesOf(words.submitted(homeTenant, 1, 'reseller'));
    const signed = signedHeaders(invitation, instantFrom(Date.now()));
    assert.equal(await post('/api/invitations', invitation, signed), 202);
    assert.equal(await post('/api/invitations', invitation, { ...signed, 'x-desk-timestamp': '1' }), 401);
    const malformed = bytesOf({
      ...words.submitted(homeTenant, 2, 'partner'),
      function: words.mark,
      more: words.mark,
    });
    assert.equal(
      await post('/api/invitations', malformed, signedHeaders(malformed, instantFrom(Date.now()))),
      400,
    );
    const json = {
      'content-type': 'application/json',
      ...(authorization !== undefined && { authorization }),
    };
    const message = messageToDesk(channel.serviceUrl, words.mark);
    assert.equal(await post('/api/messages', bytesOf(message).slice(0, -2), json), 400);
    assert.equal(await post('/api/messages', bytesOf({ ...message, from: words.mark }), json), 400);
    if (mode === 'production') {
      const forged = { ...json, authorization: `Bearer ${token.slice(0, -3)}abc` };
      assert.equal(await post('/api/messages', bytesOf(message), forged), 401);
    }
    // With the channel down, the turn fails and is logged.
    await channel.close();
    await desk.post(message, authorization);
    assert.ok(
      received.join('\n').includes(words.mark) && inbox.messages.length > 0,
      'the session went as it was meant to',
    );
  } finally {
    await desk.stop();
    await Promise.all([identity.close(), channel.close().catch(() => undefined), inbox.close()]);
    await rm(folder, { recursive: true, force: true });
  }
  const secrets = [
    ...[words.mark, words.inputs['phone'] ?? '', exampleSecret, ...recipients, ...signatures],
    ...(token === '' ? [] : [token, ...token.split('.'), identity.environment.MicrosoftAppPassword]),
  ].filter((secret) => secret !== '' && secret !== 'none');
  return { printed: desk.printed(), secrets };
}

describe('The log of a desk', function () {
  for (const mode of ['sandbox', 'production'] as const) {
    it(`tells in ${mode}, at every level, what happened, but no secret and nothing of what people wrote`, async () => {
      const { printed, secrets } = await printedIn(mode);
      for (const told of [
        'e-mail handed to the mail server',
        'a turn failed',
        'Refused a submitted invitation',
      ]) {
        assert.ok(printed.includes(told), told);
      }
      for (const secret of secrets) {
        const at = printed.toLowerCase().indexOf(secret.toLowerCase());
        assert.equal(at, -1, `“${secret}” is in “${printed.slice(Math.max(0, at - 300), at + 300)}”`);
      }
      assert.doesNotMatch(printed, /[\w.+-]+@[\w-]+\.[\w.]+/, 'it names an e-mail address');
    });
  }
});
