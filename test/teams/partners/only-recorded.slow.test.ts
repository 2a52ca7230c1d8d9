import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf, cardsIn, textOf } from '../../support/cards/card-text.ts';
import { unfoundedClaims } from '../../support/cards/claim-words.ts';
import { textUnitsOf } from '../../support/cards/text-units.ts';
import { processSecret, startDesk } from '../../support/desk/built-desk.ts';
import { type DeskProcess } from '../../support/desk/desk-process.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { homeTenant } from '../../support/examples/example-ids.ts';
import { submittedGranular, submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { runCommand } from '../../support/processes/run-command.ts';
import { until } from '../../support/processes/until.ts';
import { openProduction, type Production } from '../../support/servers/production.ts';
import { submitSigned } from '../../support/servers/submit-signed.ts';

const sentence = /recorded here; nothing was done in Microsoft 365 yet/i;
const northwind = '3f1d3e0c-0000-4000-8000-0000000000aa';

describe('A production desk without Microsoft 365', function () {
  let production: Production;
  let data: string;
  let identity: Production['identity'];
  let channel: Production['channel'];
  let desk: DeskProcess;
  let checked = 0;
  let shownBefore = 0;

  before(async () => {
    production = await openProduction();
    data = join(production.folder, 'data');
    ({ identity, channel } = production);
    await decideAsBefore();
    shownBefore = channel.posted.length;
    desk = await production.start({ INVITATION_SECRET: processSecret });
  });
  after(() => production.close());

  /** Leaves decisions that count as in effect, which is what production stored too before it told the two apart. */
  async function decideAsBefore(): Promise<void> {
    const sandbox = startDesk(data);
    const url = await sandbox.listening;
    const send = async (activity: object): Promise<AdaptiveCard> => {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      return answered(await response.text());
    };
    await invite(url, { ...submittedReseller, id: 'old-1' });
    await invite(url, {
      ...submittedGranular,
      id: 'old-2',
      partner: { tenantId: northwind, name: 'Northwind' },
    });
    assert.match(textOf(await authorize(send, 'Fabrikam')), /In effect\./);
    assert.match(textOf(await authorize(send, 'Northwind', 'Authorize and grant')), /In effect\./);
    assert.equal(await sandbox.stop(), 0);
  }

  async function invite(url: string, body: object): Promise<void> {
    const submitted = { ...body, tenantId: homeTenant, expiresAt: undefined };
    assert.equal(await submitSigned(url, submitted), 202);
  }

  type Send = (activity: object) => Promise<AdaptiveCard>;

  const press = (send: Send, card: AdaptiveCard, title: string): Promise<AdaptiveCard> => {
    const button = buttonsOf(card).find((one) => one.title === title);
    if (button === undefined) throw new Error(`no button “${title}” on ${textOf(card)}`);
    const { verb, data: pressed } = button;
    const value = { action: { type: 'Action.Execute', verb, data: pressed }, trigger: 'manual' };
    return send({
      ...messageToDesk(channel.serviceUrl, ''),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
    });
  };

  async function authorize(send: Send, partner: string, secondStep?: string): Promise<AdaptiveCard> {
    const list = await say(send, 'invitations');
    const next = await press(send, await press(send, list, `Review ${partner}`), 'Authorize');
    return secondStep === undefined ? next : press(send, next, secondStep);
  }

  /** Types a message. @returns the card that is posted in reply */
  async function say(send: Send, text: string): Promise<AdaptiveCard> {
    const before = channel.posted.length;
    await send(messageToDesk(channel.serviceUrl, text)).catch(() => undefined);
    const replies = () =>
      cardsIn(
        channel.posted
          .slice(before)
          .filter(({ activity }) => activity['replyToId'] === 'activity-1')
          .map(({ activity }) => JSON.stringify(activity)),
      );
    await until(() => replies().length > 0);
    const [card] = replies();
    if (card === undefined) throw new Error(`no card answers “${text}”`);
    return card;
  }

  /** In production: every card that comes back is checked. */
  const send: Send = async (activity) => {
    const token = await identity.sign(channel.serviceUrl);
    const { text, status } = await desk.post(activity, `Bearer ${token}`);
    assert.equal(status, 200);
    return checkedCard(answered(text));
  };

  function checkedCard(card: AdaptiveCard): AdaptiveCard {
    checked += 1;
    assert.deepEqual(unfoundedClaims('en', textUnitsOf(card)), []);
    return card;
  }

  const said = async (text: string) => checkedCard(await say(send, text));

  it('shows what was decided before as recorded here only, with the page where it is done', async () => {
    const partners = await said('partners');
    assert.match(textOf(partners), sentence);
    const northwindCard = await press(send, partners, 'Open Northwind');
    assert.match(textOf(northwindCard), sentence);
    const decided = await press(send, await said('invitations'), 'Decided');
    const outcome = await press(send, decided, 'Review Northwind');
    assert.match(textOf(outcome), sentence);
    assert.match(textOf(outcome), /Only a Global Administrator can finish this request there\./);
    assert.ok(buttonsOf(outcome).some(({ title }) => title === 'Open the admin center'));
    await said('history');
    await said('review partners');
    await said('help');
  });

  it('claims no more of what is decided now, to whoever is told', async () => {
    await send({ ...messageToDesk(channel.serviceUrl, ''), type: 'installationUpdate', action: 'add' }).catch(
      () => undefined,
    );
    await invite(desk.url, { ...submittedGranular, id: 'new-1' });
    const outcome = await authorize(send, 'Fabrikam', 'Authorize and record these permissions');
    assert.match(textOf(outcome), /^Authorization recorded\n/);
    assert.match(textOf(outcome), sentence);
    const question = await press(
      send,
      await press(send, await said('partners'), 'Open Northwind'),
      'Remove delegated permissions',
    );
    const removed = await press(send, question, 'Remove delegated permissions');
    assert.match(textOf(removed), /^Removal recorded\n/);
    assert.match(textOf(removed), sentence);
    assert.ok(buttonsOf(removed).some(({ title }) => title === 'Open the admin center'));
    await said('history');
    await until(() => channel.posted.some(({ method }) => method === 'PUT'));
    for (const { activity } of channel.posted.slice(shownBefore)) {
      for (const text of [activity['text'], activity['summary']]) {
        if (typeof text === 'string') assert.deepEqual(unfoundedClaims('en', [{ text, block: text }]), []);
      }
      for (const card of cardsIn([JSON.stringify(activity)])) checkedCard(card);
    }
    assert.ok(checked > 15, String(checked));
  });

  it('says so beside each decision in its files', async () => {
    for (const format of ['csv', 'jsonl']) {
      const { output, exitCode } = await runCommand('audit', ['export', '--format', format], data);
      assert.equal(exitCode, 0);
      const decisions = output
        .split('\n')
        .filter((line) => /invitationAuthorized|delegatedAdminRemoved/.test(line));
      assert.equal(decisions.length, 4);
      for (const line of decisions) assert.match(line, sentence);
    }
  });

  it('is not started in a sandbox that would read a real tenant', async () => {
    const refused = startDesk(join(production.folder, 'refused'), { PARTNER_AUTHORITY: 'microsoft365' });
    assert.notEqual(await refused.ended, 0);
    const [line, ...others] = refused.lines.filter((one) => one.includes('PARTNER_AUTHORITY'));
    assert.match(line ?? '', /PARTNER_AUTHORITY must be records in a sandbox without credentials/);
    assert.deepEqual(others, []);
  });
});

/** The card of an answer. */
function answered(text: string): AdaptiveCard {
  const [card] = cardsIn([text]);
  if (card === undefined) throw new Error(`no card in: ${text}`);
  return card;
}
