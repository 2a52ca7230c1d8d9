import assert from 'node:assert/strict';
import { insert } from '../../../src/application/ports/changes.ts';
import type { Roles } from '../../../src/application/ports/authority.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import type { TenantAlert, TenantChange } from '../../../src/domain/tenant/tenant-alert.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { hostileText } from '../../support/examples/hostile-text.ts';
import { globalAdministrator, userAdministrator } from '../../support/examples/invitation-examples.ts';
import { noTrust } from '../../support/examples/seen-partners.ts';
import { everyoneHas, rolesOf } from '../../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');
const stranger = providerId('9c0a34e1-54b2-4a7e-8b1c-0a2f6e9d7c11');
const gained: TenantChange = { kind: 'accessGained', roles: [globalAdministrator, userAdministrator] };
const administrators = new Set<AdminRole>(['globalAdministrator']);
const roles = rolesOf([
  ['adele', administrators],
  ['alex', new Set<AdminRole>(['relationshipAdministrator'])],
  ['megan', new Set<AdminRole>(['billingAdministrator'])],
]);
const alex = { person: 'alex', conversation: 'chat of alex' };

describe('a change in the tenant that nobody decided here', () => {
  it('says first what happened and how risky that is, then who it is and that its name proves nothing', async () => {
    const { chat, card } = await opened(gained);
    const lines = textOf(card).split('\n');
    assert.deepEqual(lines.slice(0, 6), [
      'Northwind Traders has access to your tenant, and nobody decided that here.',
      'Includes Global Administrator: full control of your tenant, every account and all data.',
      'Northwind Traders – as its own tenant calls itself, which proves nothing',
      'northwind.example',
      `Tenant ${stranger}`,
      'First seen on 23 November 2026 at 09:00 UTC.',
    ]);
    assert.match(JSON.stringify(card), /"Global Administrator","color":"attention"/);
    assert.match(textOf(await chat.say('alertes')), /Gained access · Global Administrator|A obtenu un accès/);
  });

  for (const [change, said] of [
    [
      { kind: 'accessGained', roles: 'notKnown' },
      /could not be read. Take it for powerful until you have looked/,
    ],
    [{ kind: 'accessGained', roles: ['some-new-role'] }, /Privileged: A role that this desk does not know/],
    [
      { kind: 'accessReturned', roles: [userAdministrator] },
      /has access to your tenant again.*\nPrivileged: User Administrator\./,
    ],
    [{ kind: 'accessGrown', more: [globalAdministrator] }, /has more roles.*\nIncludes Global Administrator/],
    [
      { kind: 'otherRolesApproved', more: [globalAdministrator], missing: [userAdministrator] },
      /Roles beyond those of the invitation:\nGlobal Administrator · Privileged\nRoles of the invitation that were not approved: User Administrator/,
    ],
    [
      { kind: 'accessGone', roles: [userAdministrator] },
      /Roles that it had:\nUser Administrator.*\nNothing is left to take away/,
    ],
    [
      { kind: 'trustChanged', before: noTrust, after: { ...noTrust, acceptsMfa: true } },
      /relies on what that tenant says[^]*without being asked again: a second factor/,
    ],
    [
      { kind: 'trustChanged', before: { ...noTrust, acceptsMfa: true }, after: noTrust },
      /relies less than before[^]*Accepted no longer: a second factor/,
    ],
    [
      { kind: 'signInAfterSilence', signedInAt: monday, since: later(monday, -95 * 86_400_000) },
      /signed in on 23 November 2026 at 09:00 UTC\. Before that, no sign-in was seen since 20 August 2026/,
    ],
  ] satisfies readonly (readonly [TenantChange, RegExp])[]) {
    it(`has its own sentence and next step: ${change.kind}, ${JSON.stringify(change).slice(-60)}`, async () => {
      assert.match(textOf((await opened(change)).card), said);
    });
  }

  it('offers to remove only what can be removed, and opens the page where it was changed', async () => {
    const titles = async (change: TenantChange) =>
      buttonsOf((await opened(change)).card).map(({ title }) => title);
    const removal = 'Remove delegated permissions';
    assert.ok((await titles(gained)).includes(removal));
    assert.ok((await titles(gained)).includes('Open the admin center'));
    assert.ok(!(await titles({ kind: 'accessGone', roles: 'notKnown' })).includes(removal));
    const trust = await titles({
      kind: 'trustChanged',
      before: noTrust,
      after: { ...noTrust, acceptsMfa: true },
    });
    assert.ok(!trust.includes(removal));
    assert.ok(trust.includes('Open Microsoft Entra'));
  });

  it('is called expected by whoever may, with a note, on record', async () => {
    const { chat, card } = await opened(gained);
    const outcome = await chat.press(card, 'It was expected', { note: `  ${hostileText}  ` });
    assert.match(
      textOf(outcome),
      /Adele Vance said on 23 November 2026 at 09:00 UTC that this was expected\./,
    );
    assert.ok(textOf(outcome).includes(`Note: ${hostileText}`));
    assert.deepEqual(
      buttonsOf(outcome).map(({ title }) => title),
      ['Open partner', 'Open the admin center', 'All changes'],
    );
    assert.match(
      textOf(await chat.say('changes')),
      /No change waits for an answer|does not read Microsoft 365/,
    );
    const history = textOf(await chat.say('history'));
    assert.match(history, /Change in the tenant said to be expected: .*\n.*\nGained access\nNote: /);
  });

  it('shows the second presser who said it, and keeps the first note', async () => {
    const { chat, card } = await opened(gained);
    const presses = [
      chat.press(card, 'It was expected', { note: 'First.' }),
      chat.press(card, 'It was expected', { note: 'Second.' }),
    ];
    await Promise.allSettled(presses);
    const last = await chat.press(card, 'It was expected', { note: 'Third.' }, alex);
    assert.match(textOf(last), /Note: First\./);
    assert.doesNotMatch(textOf(last), /Third/);
    assert.deepEqual(await events(chat), ['tenantAlertExpected']);
  });

  it('is not answered by somebody without the role: the card says who can, and the attempt is on record', async () => {
    const { chat, card } = await opened(gained, everyoneHas(administrators), { roles });
    const megan = { person: 'megan', conversation: 'chat of megan' };
    const refused = await chat.press(card, 'It was expected', { note: 'Mine.' }, megan);
    assert.match(
      textOf(refused),
      /Only these roles can answer: Global Administrator and Customer Delegated Admin/,
    );
    assert.ok(!buttonsOf(refused).some(({ verb }) => verb === 'tenant.expected'));
    assert.deepEqual(await events(chat), ['tenantChangeRefused']);
  });

  it('stays open while roles cannot be read, and offers to try again with the note', async () => {
    const failing: Roles = {
      ...everyoneHas(administrators),
      rolesOf: () => Promise.reject(new DomainError('roles-unavailable', {})),
    };
    const { chat, card } = await opened(gained, failing);
    const refused = await chat.press(card, 'It was expected', { note: 'Agreed with them.' });
    assert.match(textOf(refused), /did not say in time which roles you have, so nothing was changed/);
    assert.match(textOf(refused), /a permission may be missing/, 'else somebody presses again for ever');
    const [again] = buttonsOf(refused);
    assert.equal(again?.title, 'Try again');
    assert.equal(again.data['note'], 'Agreed with them.');
    assert.deepEqual(await events(chat), []);
  });

  it('of another tenant, or invented, is not found', async () => {
    const { chat, card } = await opened(gained);
    const foreign = { tenant: 'tenant-2', conversation: 'elsewhere' };
    assert.match(
      textOf(await chat.press(card, 'It was expected', {}, foreign)),
      /No such change is on record/,
    );
    assert.match(textOf(await chat.say('changes')), /Northwind Traders/);
  });
});

describe('the list of changes', () => {
  it('holds those that nobody called expected, newest first, a page at a time', async () => {
    const chat = conversation();
    const { store } = chat;
    for (let number = 1; number <= 20; number += 1) {
      const name = { name: `Partner ${String(number).padStart(2, '0')}` };
      const id = `alert-${String(number).padStart(4, '0')}`;
      const by = { person: 'adele', name: 'Adele Vance' } as never;
      const expected = number % 5 === 0 ? { expected: { by, at: monday } } : {};
      await store.commit(tenant, [insert('tenantAlert', id, { ...alertOf(gained), id, name, ...expected })]);
    }
    const first = await chat.say('what changed');
    assert.deepEqual(namesOn(first), ['19', '18', '17', '16', '14', '13', '12', '11']);
    const second = await chat.press(first, 'More');
    assert.deepEqual(namesOn(second), ['09', '08', '07', '06', '04', '03', '02', '01']);
    assert.ok(!buttonsOf(second).some(({ title }) => title === 'More'));
    const newest = await chat.press(second, 'Newest');
    assert.deepEqual(namesOn(newest), namesOn(first));
    assert.match(
      textOf(await chat.press(newest, 'Open Partner 19')),
      /^Partner 19 has access to your tenant/,
    );
  });

  it('says so where the desk reads no tenant', async () => {
    assert.match(textOf(await conversation().say('alerts')), /does not read Microsoft 365/);
    assert.match(
      textOf(await conversation().say('changements', { locale: 'fr-FR' })),
      /ne lit pas Microsoft 365/,
    );
  });
});

type Chat = ReturnType<typeof conversation>;

function alertOf(change: TenantChange): TenantAlert {
  const name = { name: 'Northwind Traders', domain: 'northwind.example' };
  return { id: 'alert-0001', partner: stranger, name, at: monday, change };
}

/** The card of an alert, opened from the list. */
async function opened(change: TenantChange, held: Roles = everyoneHas(administrators), given = {}) {
  const chat = conversation({ roles: held, ...given });
  const alert = alertOf(change);
  await chat.store.commit(tenant, [insert('tenantAlert', alert.id, alert)]);
  return { chat, card: await chat.press(await chat.say('changes'), 'Open Northwind Traders') };
}

function namesOn(card: Parameters<typeof textOf>[0]): readonly string[] {
  return [...textOf(card).matchAll(/^Partner (\d\d)$/gm)].map(([, number = '']) => number);
}

async function events({ store }: Chat): Promise<readonly string[]> {
  const { items } = await store.entries(tenant, 'audit', { limit: 100 });
  return items.map(({ event }) => event.kind);
}
