import assert from 'node:assert/strict';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import type { AdminRole } from '../../src/domain/admin-role.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import { everyPartner } from '../../src/teams/turn/every-partner.ts';
import { acceptOffers } from '../support/desk/accept-offers.ts';
import { openDesk } from '../support/desk/open-desk.ts';
import { fabrikam, offerOf } from '../support/examples/invitation-examples.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { recordedLog } from '../support/ports/recorded-log.ts';
import { rolesOf } from '../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');

describe('Removing delegated permissions over HTTP, on files', () => {
  const folder = temporaryFolder();
  const data = { partners: [fabrikam.id], state: everyPartner };
  let store: ReturnType<typeof openLowdbStore>;
  let desk: Awaited<ReturnType<typeof openDesk>>;

  beforeEach(async () => {
    store = openLowdbStore({ folder: folder(), log: recordedLog() });
    const admins = Array.from(
      { length: 20 },
      (_, number) => [`person-${number}`, new Set<AdminRole>(['globalAdministrator'])] as const,
    );
    const alex = ['alex', new Set<AdminRole>(['billingAdministrator'])] as const;
    desk = await openDesk({ store, roles: rolesOf(new Map([...admins, alex])) });
    await acceptOffers({ store, clock: desk.chat.time.clock }, [
      offerOf('resellerAndDelegatedAdministrator'),
    ]);
  });
  afterEach(async () => {
    await desk.close();
    await store.close();
  });

  function press(person: string, activity: string, from = 'tenant-1') {
    const value = { action: { type: 'Action.Execute', verb: 'partner.remove', data }, trigger: 'manual' };
    const message = { ...desk.message('', person, from), id: activity };
    return desk.post({ ...message, type: 'invoke', name: 'adaptiveCard/action', value });
  }

  async function recorded(): Promise<readonly string[]> {
    const { items } = await store.entries(tenant, 'audit', { limit: 1000 });
    return items.map(({ event }) => event.kind).slice(2);
  }

  async function access() {
    return (await store.get(tenant, 'relationship', fabrikam.id))?.value.delegatedAdmin.kind;
  }

  it('of 200 simultaneous presses one has an effect and an entry, and all are shown who it was', async () => {
    const presses = Array.from({ length: 200 }, (_, index) =>
      press(`person-${index % 20}`, `press ${index}`),
    );
    const answers = await Promise.all(presses);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.deepEqual(await recorded(), ['delegatedAdminRemoved']);
    const who = new Set(
      answers.map(({ text }) => /The person person-\d+ removed its delegated permissions/.exec(text)?.[0]),
    );
    assert.equal(who.size, 1);
    assert.ok(!who.has(undefined));
    assert.equal(await access(), 'removed');
  });

  it('refuses who lacks the role, says which it takes, and keeps the refusal', async () => {
    const { text } = await press('alex', 'press');
    assert.match(text, /Global Administrator or Customer Delegated Admin Relationship Administrator/);
    assert.deepEqual(await recorded(), ['partnerChangeRefused']);
    assert.equal(await access(), 'active');
  });

  it('shows another tenant nothing and lets it change nothing', async () => {
    const { text } = await press('person-1', 'press', 'tenant-2');
    assert.match(text, /Your organisation has no such partner/);
    assert.doesNotMatch(text, /"text":"Fabrikam"/);
    assert.deepEqual(await recorded(), []);
    assert.equal(await access(), 'active');
    const own = await store.entries(tenantId('tenant-2'), 'audit', { limit: 10 });
    assert.deepEqual(
      own.items.map(({ event }) => event.kind),
      ['unknownRefused'],
    );
  });
});
