import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstSearch } from '../../../src/teams/turn/first-search.ts';
import { startDesk, type DeskProcess } from '../../support/desk/built-desk.ts';
import { filesUnder } from '../../support/files/files-under.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { until } from '../../support/processes/until.ts';

const [tenant, admin, person] = [randomUUID(), randomUUID(), randomUUID()];
const zones = ['Europe/Paris', 'America/Los_Angeles', 'Asia/Tokyo', 'UTC'];
const count = 1000;

type Changes = Readonly<Record<string, unknown>>;

/** Files that are not the tenant's, such as those of conversations. */
const outside = (files: readonly string[]) => files.filter((file) => !file.startsWith('tenants'));

/** A press, each in a conversation of its own and from a time zone other than the last. */
function press(number: number, verb: string, changes: Changes = {}, data: object = {}) {
  const id = `chat-${randomUUID()}`;
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    id: `activity-${number}`,
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: `29:${randomUUID()}`, name: `Name ${number}`, aadObjectId: person },
    recipient: { id: '28:desk', name: `Partner Desk ${number}` },
    conversation: { id, tenantId: tenant, conversationType: 'personal' },
    channelData: { tenant: { id: tenant } },
    locale: number % 2 === 0 ? 'en-US' : 'fr-FR',
    localTimezone: zones[number % zones.length],
    ...changes,
  };
}

describe(`${count} turns that are refused, each with ids of its own,`, () => {
  const folder = temporaryFolder();
  let desk: DeskProcess;
  let url: string;

  async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    const admins = `${admin}=globalAdministrator`;
    desk = startDesk(folder(), { ALLOWED_TENANTS: tenant, ADMINS: admins, ...environment });
    url = await desk.listening;
    await until(async () => (await fetch(`${url}/ready`)).ok);
  }
  afterEach(() => desk.kill());

  async function post(activity: object) {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Sends all, some at a time. @returns how many of the responses match */
  async function sendAll(activity: (number: number) => object, expected: RegExp): Promise<number> {
    let matches = 0;
    for (let first = 0; first < count; first += 20) {
      const some = Array.from({ length: 20 }, (_, index) => post(activity(first + index)));
      for (const { status, text } of await Promise.all(some))
        if (expected.test(`${status} ${text}`)) matches += 1;
    }
    return matches;
  }

  /** How many commits there were, and every file but those of journals and records, which hold them. */
  async function stored() {
    const files = (await filesUnder(folder())).filter(({ isFolder }) => !isFolder).map(({ path }) => path);
    const journals = files.filter((path) => /journal.*\.jsonl$/.test(path));
    const texts = await Promise.all(journals.map((path) => readFile(join(folder(), path), 'utf8')));
    const sequences = texts
      .flatMap((text) => [...text.matchAll(/"sequence":(\d+)/g)])
      .map(([, n]) => Number(n));
    const others = files.filter((path) => !/^tenants.*(?:journal|records|entries)/.test(path));
    return { commits: Math.max(0, ...sequences), files: others };
  }

  async function storesNothing(activity: (number: number) => object, expected: RegExp): Promise<void> {
    const before = await stored();
    assert.equal(await sendAll(activity, expected), count);
    assert.deepEqual(await stored(), before);
  }

  const strangers = (number: number) => ({
    from: { id: `29:${number}`, name: `Name ${number}`, aadObjectId: randomUUID() },
  });

  it('store nothing because the tenant is not served', async () => {
    await start();
    await storesNothing((number) => {
      const id = randomUUID();
      const conversation = { id: `chat-${number}`, tenantId: id, conversationType: 'personal' };
      return press(number, 'help.show', { conversation, channelData: { tenant: { id } } });
    }, /does not serve|n’est pas ouvert/);
  });

  it('store nothing because nobody says who it is', async () => {
    await start();
    const nobody = (number: number) => ({ from: { id: `29:${number}`, name: 'Nobody' } });
    await storesNothing((number) => press(number, 'help.show', nobody(number)), /who you are|qui vous êtes/);
  });

  it('store nothing because they cannot be read, or ask for what the desk does not do', async () => {
    await start();
    await storesNothing((number) => press(number, 'help.show', { conversation: { id: '' } }), /^400/);
    await storesNothing((number) => ({ ...press(number, ''), name: `invoke/${number}` }), /^501/);
    await storesNothing((number) => press(number, `verb.${number}`), /no longer works|n’est plus valable/);
    await storesNothing(
      (number) => press(number, 'providers.show', {}, { state: number }),
      /no longer works|n’est plus valable/,
    );
  });

  it('store nothing because one person is too fast, or everybody in the tenant is', async () => {
    await start({ PERSON_TURNS_PER_MINUTE: '1', TENANT_TURNS_PER_MINUTE: '2' });
    for (const changes of [() => ({}), strangers]) {
      const before = await stored();
      // The rate limits let a turn through now and then, if this takes minutes.
      const refused = await sendAll(
        (number) => press(number, 'help.show', changes(number)),
        /That was a lot|Cela fait beaucoup|asks a lot|envoie beaucoup/,
      );
      const accepted = count - refused;
      assert.ok(accepted < count / 10, `${accepted} accepted`);
      const after = await stored();
      assert.ok(after.commits - before.commits <= accepted);
      assert.deepEqual(outside(after.files), outside(before.files));
    }
  });

  it('store one refusal of a person who has not the role, and twenty of all kinds', async () => {
    await start();
    const cancel = (invitation: string) => (number: number) =>
      press(number, 'invitation.cancel', {}, { invitation });
    const refused = /Ask someone|Adressez-vous|no such invitation|n’a pas reçu/;
    const before = await stored();
    assert.equal(await sendAll(cancel(randomUUID()), refused), count);
    const after = await stored();
    assert.equal(after.commits - before.commits, 1);
    assert.equal(await sendAll((number) => cancel(randomUUID())(number), refused), count);
    const last = await stored();
    assert.equal(last.commits - after.commits, 19);
    assert.deepEqual(outside(last.files), outside(before.files));
  });

  it('leave nothing behind where they are answered either, but a time zone now and then', async () => {
    await start();
    const before = await stored();
    assert.equal(await sendAll((number) => press(number, 'help.show'), /^200/), count);
    const after = await stored();
    assert.ok(after.commits - before.commits <= 6, `${after.commits - before.commits} commits`);
    assert.deepEqual(outside(after.files), outside(before.files));
    const search = { state: firstSearch };
    assert.equal(await sendAll((number) => press(number, 'providers.show', {}, search), /^200/), count);
  });
});
