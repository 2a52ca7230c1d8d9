import assert from 'node:assert/strict';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import { systemClock } from '../../src/adapters/system/system-clock.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import type { AdaptiveCard } from '../../src/teams/cards/card.ts';
import { buttonsOf, textOf } from '../support/cards/card-text.ts';
import { startDeskProcess } from '../support/desk/desk-process.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { bytesOf, signedHeaders } from '../support/desk/open-intake.ts';
import { adeleId } from '../support/examples/example-ids.ts';
import { messageOfLinks } from '../support/examples/many-links.ts';
import { submittedReseller } from '../support/examples/submitted-invitations.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { recordedLog } from '../support/ports/recorded-log.ts';
import { until } from '../support/processes/until.ts';
import { openConnector } from '../support/servers/connector-stand-in.ts';

const tenant = submittedReseller.tenantId;
const subscribers = Array.from({ length: 19 }, (_, index) => `subscriber-${index}`);
const messages = 30;
const linksEach = 155;

function messageFrom(serviceUrl: string, person: string, text: string) {
  return {
    ...messageToDesk(serviceUrl, text, tenant),
    from: { id: `29:${person}`, name: person, aadObjectId: person },
    conversation: { id: person, tenantId: tenant, conversationType: 'personal' },
  };
}

describe('A flood of pasted invitations', function () {
  const folder = temporaryFolder();

  it('is bounded, and a genuine invitation reaches everyone at once', async () => {
    const connector = await openConnector();
    const environment = { DESK_MODE: 'sandbox', DATA_DIR: folder(), LOG_LEVEL: 'warn' };
    const desk = await startDeskProcess(environment);
    const from = (person: string, text: string) => messageFrom(connector.serviceUrl, person, text);
    for (const person of subscribers) {
      await desk.post({ ...from(person, ''), type: 'installationUpdate', action: 'add' });
    }

    for (let message = 0; message < messages; message += 1) {
      await desk.post(from('mallory', messageOfLinks(linksEach, message * linksEach)));
    }
    const told = () => connector.taken.filter(({ conversation }) => subscribers.includes(conversation));
    await until(() => told().length > 3 * subscribers.length);

    const body = bytesOf(submittedReseller);
    const before = told().length;
    const response = await fetch(`${desk.url}/api/invitations`, {
      method: 'POST',
      body,
      headers: signedHeaders(body, systemClock.now()),
    });
    assert.equal(response.status, 202);
    const isGenuine = ({ activity }: (typeof connector.taken)[number]) =>
      activity['summary'] === 'Fabrikam sent a partner invitation.';
    const reached = () =>
      new Set(
        told()
          .filter(isGenuine)
          .map(({ conversation }) => conversation),
      ).size;
    // Each chat may be taking a post just then, and each may get another until the announcement is fanned out.
    const most = before + 4 * subscribers.length;
    await until(() => reached() === subscribers.length || told().length > most);
    assert.equal(reached(), subscribers.length);
    const until19 = told().length - before;

    assert.equal(await desk.stop(), 0);
    const store = openLowdbStore({ folder: folder(), log: recordedLog() });
    const count = async (kind: 'pendingInvitation' | 'pendingPost' | 'invitation') =>
      (await store.list(tenantId(tenant), kind, { limit: 100_000 })).items.length;
    const kept = await count('invitation');
    const waiting = await count('pendingPost');
    assert.equal(kept, 21);
    assert.equal(await count('pendingInvitation'), 21);
    assert.ok(waiting <= 20 * subscribers.length);
    await store.close();
    await connector.close();
    process.stdout.write(
      `    ${messages * linksEach} links pasted, ${kept - 1} kept; ${until19} posts until ${subscribers.length} chats had the genuine one, ${waiting} waiting after it\n`,
    );
  });

  it('is cancelled by an administrator with one question, and everyone’s cards change without a message', async () => {
    const connector = await openConnector();
    const environment = { DESK_MODE: 'sandbox', DATA_DIR: folder(), LOG_LEVEL: 'warn' };
    const desk = await startDeskProcess(environment);
    const readers = subscribers.slice(0, 3);
    for (const person of [...readers, adeleId]) {
      const installed = { type: 'installationUpdate', action: 'add' };
      await desk.post({ ...messageFrom(connector.serviceUrl, person, ''), ...installed });
    }
    for (let message = 0; message < 3; message += 1) {
      await desk.post(messageFrom(connector.serviceUrl, 'mallory', messageOfLinks(5, 10 * message)));
    }
    const sentTo = (person: string, isUpdate: boolean) =>
      connector.taken.filter(
        ({ conversation, method }) => conversation === person && (method === 'PUT') === isUpdate,
      );
    // The welcome, and an invitation each.
    await until(() => readers.every((person) => sentTo(person, false).length === 16));

    const press = async (card: AdaptiveCard, title: string): Promise<AdaptiveCard> => {
      const { verb, data } = buttonsOf(card).find((button) => button.title === title) ?? {};
      assert.ok(verb !== undefined, textOf(card));
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const invoke = { type: 'invoke', name: 'adaptiveCard/action', value };
      const { text } = await desk.post({ ...messageFrom(connector.serviceUrl, adeleId, ''), ...invoke });
      return (JSON.parse(text) as { value: AdaptiveCard }).value;
    };
    await desk.post(messageFrom(connector.serviceUrl, adeleId, 'cancel all invitations pasted by mallory'));
    const question = () =>
      sentTo(adeleId, false).find(({ activity }) =>
        JSON.stringify(activity).includes('Cancel 15 invitations?'),
      );
    await until(() => question() !== undefined);
    const asked = question()?.activity as { attachments: readonly [{ content: AdaptiveCard }] };
    const outcome = await press(asked.attachments[0].content, 'Cancel 15 invitations');
    assert.match(textOf(outcome), /You cancelled 15 invitations\. Nothing was granted\./);
    await until(() => readers.every((person) => sentTo(person, true).length === 15));
    for (const person of readers) assert.equal(sentTo(person, false).length, 16);
    assert.equal(await desk.stop(), 0);
    await connector.close();
  });
});
