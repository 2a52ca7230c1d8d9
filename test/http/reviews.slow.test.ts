import assert from 'node:assert/strict';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import type { AdminRole } from '../../src/domain/admin-role.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import { everyPartner } from '../../src/teams/turn/every-partner.ts';
import { acceptOffers } from '../support/desk/accept-offers.ts';
import { openDesk } from '../support/desk/open-desk.ts';
import { from } from '../support/desk/partner-desk.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { recordedLog } from '../support/ports/recorded-log.ts';
import { rolesOf } from '../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');
const review = '000001';
const alpha = 'id of Alpha';
const admins = Array.from(
  { length: 10 },
  (_, number) => [`person-${number}`, new Set<AdminRole>(['globalAdministrator'])] as const,
);

describe('A review over HTTP, on files', () => {
  // Close before the folder is removed: an open store still writes to it.
  afterEach(() => close());
  const folder = temporaryFolder();
  let store: ReturnType<typeof openLowdbStore>;
  let desk: Awaited<ReturnType<typeof openDesk>>;

  async function open(): Promise<void> {
    store = openLowdbStore({ folder: folder(), log: recordedLog() });
    desk = await openDesk({ store, roles: rolesOf(new Map(admins)) });
  }

  async function close(): Promise<void> {
    await desk.close();
    await store.close();
  }

  beforeEach(async () => {
    await open();
    await acceptOffers({ store, clock: desk.chat.time.clock }, [from('Alpha'), from('Bravo')]);
  });

  let presses = 0;
  function press(person: string, verb: string, data: object) {
    presses += 1;
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const message = { ...desk.message('', person), id: `press ${presses}` };
    return desk.post({ ...message, type: 'invoke', name: 'adaptiveCard/action', value });
  }

  async function seen(): Promise<string | undefined> {
    const access = (await store.get(tenant, 'relationship', alpha))?.value.delegatedAdmin;
    return access?.kind === 'active' ? access.grants.at(-1)?.invitation : undefined;
  }

  async function recorded(): Promise<readonly string[]> {
    const { items } = await store.entries(tenant, 'audit', { limit: 1000 });
    return items.map(({ event }) => event.kind).slice(4);
  }

  it('is started once by everyone who starts it at once', async () => {
    const answers = await Promise.all(admins.map(([person]) => press(person, 'review.start', {})));
    for (const { text } of answers) assert.match(text, /Partner 1 of 2/);
    assert.deepEqual(await recorded(), ['reviewStarted']);
  });

  it('of 100 simultaneous presses of Keep one has an effect and an entry, and all are shown who it was', async () => {
    await press('person-0', 'review.start', {});
    const data = { review, partner: alpha, seen: await seen() };
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => press(`person-${index % 10}`, 'review.keep', data)),
    );
    const who = new Set(
      answers.map(({ text }) => /Alpha: The person person-\d kept its delegated permissions/.exec(text)?.[0]),
    );
    assert.equal(who.size, 1);
    assert.ok(!who.has(undefined));
    for (const { text } of answers) assert.match(text, /Partner 2 of 2/);
    assert.deepEqual(await recorded(), ['reviewStarted', 'delegatedAdminKept']);
  });

  it('agrees with the relationship, whichever of Keep and Remove comes first', async () => {
    await press('person-0', 'review.start', {});
    const keeping = { review, partner: alpha, seen: await seen() };
    const removing = { partners: [alpha], state: everyPartner, review };
    await Promise.all([
      press('person-1', 'review.keep', keeping),
      press('person-2', 'partner.remove', removing),
      press('person-3', 'review.keep', keeping),
      press('person-4', 'partner.remove', removing),
    ]);
    const isRemoved = (await recorded()).includes('delegatedAdminRemoved');
    const access = (await store.get(tenant, 'relationship', alpha))?.value.delegatedAdmin.kind;
    assert.equal(access, isRemoved ? 'removed' : 'active');
    const { text } = await press('person-5', 'review.show', { review, partner: alpha });
    assert.match(text, isRemoved ? /removed its delegated permissions/ : /kept its delegated permissions/);
  });

  it('goes on after a restart where it was, with what was decided, by whom and the note', async () => {
    await press('person-0', 'review.start', {});
    await press('person-1', 'review.keep', {
      review,
      partner: alpha,
      seen: await seen(),
      note: 'Runs our mail.',
    });
    await close();
    await open();
    const { text } = await press('person-2', 'review.start', {});
    assert.match(text, /Partner 2 of 2/);
    await press('person-2', 'review.skip', { review, partner: 'id of Bravo' });
    const finished = await press('person-2', 'review.finish', { review });
    assert.match(
      finished.text,
      /The person person-1 kept its delegated permissions[^]*Note: Runs our mail\./,
    );
    await close();
    await open();
    assert.equal((await recorded()).at(-1), 'reviewFinished');
    assert.match((await press('person-3', 'review.show', { review })).text, /Review finished/);
  });
});
