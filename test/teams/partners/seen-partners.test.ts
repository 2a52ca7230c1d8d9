import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { remove, update, upsert } from '../../../src/application/ports/changes.ts';
import { providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { day, later } from '../../../src/domain/instant.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { PartnerActivity } from '../../../src/domain/tenant/partner-activity.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf, nodesOf, textOf } from '../../support/cards/card-text.ts';
import { acceptOffers } from '../../support/desk/accept-offers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { from } from '../../support/desk/partner-desk.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import {
  globalAdministrator,
  granularOffer,
  offerOf,
  resellerOffer,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { memoryTenant } from '../../support/ports/memory-tenant.ts';
import { movingTime } from '../../support/ports/moving-time.ts';

const tenant = tenantId('tenant-1');
const litware = '0f0f0f0f-1111-4000-8000-000000000001';
const support = 'b4c546a4-7dac-46a6-a7dd-ed822a11efd3';
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const minute = 60_000;

/** A chat with a desk that reads Microsoft 365, in which Adele authorized these offers. */
async function reading(...offers: readonly DatedOffer[]) {
  const time = movingTime(monday);
  const store = memoryStore();
  const microsoft365 = memoryTenant(time.clock);
  const authority = awaitingAuthority(time.clock);
  const chat = conversation({ store, time, authority, tenantReader: microsoft365.reader });
  await acceptOffers({ store, clock: time.clock, authority }, offers);
  const ports = { store, clock: time.clock, newId, announcements: { wake: () => undefined } };
  return {
    ...chat,
    microsoft365,
    /** Another round of reads, ten minutes later. */
    async read() {
      await time.pass(10 * minute);
      await microsoft365.round(ports, tenant);
    },
    open: async (name: string) => chat.press(await chat.say('partners'), name),
  };
}

const idOf = (name: string) => from(name).partner.id;

function namesIn(card: AdaptiveCard): readonly (string | undefined)[] {
  return [...textOf(card).matchAll(/^\d\. ([^\n›–]+?)\s*[–›]/gm)].map(([, name]) => name?.trim());
}

function colorOf(card: AdaptiveCard, said: RegExp): unknown {
  return nodesOf(card).find(({ text }) => said.test(String(text)))?.['color'];
}

describe('“partners” of a desk that reads Microsoft 365', () => {
  it('shows whoever has access, decided here or not, those that nobody decided first', async () => {
    const chat = await reading(from('Adatum'), from('Tailspin Toys'));
    chat.microsoft365.show(from('Adatum'));
    chat.microsoft365.set(litware, {
      isProvider: true,
      heldRoles: [globalAdministrator, helpdesk],
      name: { name: 'Litware Cloud Services' },
    });
    await chat.read();
    const list = await chat.say('partners');
    assert.deepEqual(namesIn(list), ['Litware Cloud Services', 'Adatum', 'Tailspin Toys']);
    assert.match(
      textOf(list),
      /^Partners\nMicrosoft 365 as read on 23 November 2026 at 09:10 UTC\.[^]*Litware Cloud Services – as it calls itself\s›\n⚠\sUnknown to this desk\s· 2 roles\s· 2 privileged\nFirst seen 23 November 2026\n⚠\sGlobal Administrator/,
    );
    assert.match(textOf(list), /Adatum\s›\nConfirmed in Microsoft 365\s· 1 role\s· 1 privileged\n/);
    assert.match(textOf(list), /Tailspin Toys\s›\nAwaiting Microsoft 365\s· 1 role decided\n/);
    assert.equal(colorOf(list, /Unknown to this desk/), 'attention');
    assert.equal(colorOf(list, /Confirmed in/), 'good');
  });

  it('speaks French as an administrator in France does', async () => {
    const chat = await reading(from('Adatum'), from('Tailspin Toys'));
    chat.microsoft365.show(from('Adatum'));
    chat.microsoft365.set(litware, { isProvider: true, heldRoles: [helpdesk] });
    chat.microsoft365.set(support, { isProvider: true, heldRoles: [helpdesk] });
    await chat.read();
    const text = textOf(await chat.say('partenaires', { locale: 'fr-FR' }));
    for (const words of [
      'Inconnu de ce service',
      'Confirmé dans Microsoft 365',
      'En attente de Microsoft 365',
      'Support Microsoft',
    ])
      assert.match(text, new RegExp(words));
  });

  it('calls one by its id that gives no name, and Microsoft Support by its name', async () => {
    const chat = await reading();
    chat.microsoft365.set(litware, { isProvider: true, heldRoles: [helpdesk] });
    chat.microsoft365.set(support, { isProvider: true, heldRoles: [helpdesk], name: { name: 'Mallory' } });
    await chat.read();
    const list = await chat.say('partners');
    assert.deepEqual(namesIn(list), [`Tenant ${litware}`, 'Microsoft Support']);
    assert.doesNotMatch(textOf(list), /Mallory/);
  });

  it('says that Microsoft 365 was never read, and of what was refused, which permission is missing', async () => {
    const chat = await reading(from('Adatum'));
    assert.match(textOf(await chat.say('partners')), /^Partners\nMicrosoft 365 was never read whole so far/);
    chat.microsoft365.fail(['roles', 'subscriptions'], 'refused');
    await chat.read();
    const list = await chat.say('partners');
    assert.match(
      textOf(list),
      /never read whole so far[^]*Not read: the roles that partners hold \(permission RoleManagement\.Read\.Directory is missing\) and who sold your subscriptions \(permission Organization\.Read\.All is missing\)\./,
    );
    assert.equal(colorOf(list, /never read whole/), 'attention');
  });

  it('takes nothing from a failed read, and says since when the list is old', async () => {
    const chat = await reading(from('Adatum'));
    chat.microsoft365.show(from('Adatum'));
    await chat.read();
    chat.microsoft365.take(idOf('Adatum'));
    chat.microsoft365.fail(['providers', 'roles']);
    await chat.read();
    await chat.read();
    const list = await chat.say('partners');
    assert.match(
      textOf(list),
      /last read whole on 23 November 2026 at 09:10 UTC\.[^]*Microsoft 365 did not answer[^]*Confirmed in Microsoft 365/,
    );
    assert.doesNotMatch(textOf(list), /Gone/);
    assert.equal(colorOf(list, /last read whole/), 'attention');
  });

  it('says that a list is days old, if nothing was read since', async () => {
    const chat = await reading(from('Adatum'));
    await chat.read();
    await chat.time.pass(3 * day);
    const list = await chat.say('partners');
    assert.match(textOf(list), /^Partners\nNot read for 3 days\. Microsoft 365 as read on 23 November/);
    assert.equal(colorOf(list, /Not read for/), 'attention');
  });

  it('finds and pages those that only Microsoft 365 shows, too', async () => {
    const chat = await reading(...['A', 'B', 'C', 'D'].map((name) => from(name)));
    for (const number of [1, 2, 3]) {
      chat.microsoft365.set(litware.replace(/1$/, String(number)), {
        isProvider: true,
        heldRoles: [helpdesk],
        name: { name: `Litware ${number}`, domain: 'litware.example' },
      });
    }
    await chat.read();
    const list = await chat.say('partners');
    assert.match(textOf(list), /1–5 of 7 partners/);
    const next = await chat.press(list, 'Next');
    assert.match(textOf(next), /6–7 of 7 partners/);
    const found = await chat.press(list, 'Search', { text: 'litware 2' });
    assert.deepEqual(namesIn(found), ['Litware 2']);
    const sellers = await chat.press(list, 'Search', { function: 'reseller' });
    assert.match(textOf(sellers), /No partner matches/);
  });

  it('shows one that sold subscriptions, and has no access, as that', async () => {
    const chat = await reading();
    chat.microsoft365.set(litware, { sells: true, name: { name: 'Litware' } });
    await chat.read();
    const list = await chat.say('partners');
    assert.match(textOf(list), /Litware – as it calls itself\s›\nReseller, known from subscriptions only\n/);
    assert.ok(!buttonsOf(list).some(({ title }) => title === 'Remove delegated permissions'));
  });
});

describe('“partners” of a desk of records', () => {
  it('claims nothing of Microsoft 365, whatever was read before it became one', async () => {
    const before = await reading(from('Adatum'));
    before.microsoft365.set(litware, { isProvider: true, heldRoles: [helpdesk] });
    await before.read();
    const chat = conversation({ store: before.store, time: before.time });
    const list = await chat.say('partners');
    assert.deepEqual(namesIn(list), ['Adatum']);
    assert.doesNotMatch(textOf(list), /as read on|Unknown|Confirmed/);
    assert.match(textOf(await chat.press(list, 'Open Adatum')), /Delegated administration: awaiting/);
  });
});

describe('the card of a partner that Microsoft 365 shows', () => {
  it('begins with who it is, how it stands and what that means', async () => {
    const chat = await reading();
    chat.microsoft365.set(litware, {
      isProvider: true,
      heldRoles: [helpdesk],
      sells: true,
      trust: { acceptsMfa: true, acceptsCompliantDevice: false, acceptsHybridJoinedDevice: false },
      name: { name: 'Litware' },
    });
    await chat.read();
    const card = await chat.open('Open Litware');
    const text = textOf(card);
    assert.match(
      text,
      /^Litware – as it calls itself; nothing confirms it\n⚠\sUnknown to this desk\s· 1 role\s· 1 privileged\nIt has access to your tenant, and nobody decided that here\. /,
    );
    assert.match(text, /Roles it holds:\nHelpdesk Administrator · Privileged\n/);
    assert.match(text, /accepts from the tenant of this partner: multifactor authentication \(MFA\)\./);
    assert.match(text, /It sold subscriptions that you have\./);
    // As where the provider has no such list: that says nothing about the cloud.
    assert.match(
      text,
      /Which roles it may be given could not be read: Microsoft 365 does not show it here\./,
    );
    assert.match(
      text,
      /What Microsoft 365 does not tell this desk\nWho of its people[^]*Until when[^]*Azure/,
    );
    const urls = nodesOf(card).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
    assert.deepEqual(urls, [
      'https://portal.azure.com/#view/Microsoft_Azure_Billing/SubscriptionsBladeV2',
      'https://admin.microsoft.com/Adminportal/Home#/partners',
    ]);
    assert.ok(!buttonsOf(card).some(({ title }) => title === 'Contact'));
  });

  it('tells the roles that were not decided here from those that were', async () => {
    const chat = await reading(from('Adatum'));
    chat.microsoft365.set(idOf('Adatum'), { isProvider: true, heldRoles: [userAdministrator, helpdesk] });
    await chat.read();
    const text = textOf(await chat.open('Open Adatum'));
    assert.match(text, /^Adatum\n⚠\sMore than was decided\s· 2 roles/);
    assert.match(
      text,
      /Roles it holds that were not decided here:\nHelpdesk Administrator[^\n]*\n[^]*Roles it holds:\nUser Administrator/,
    );
  });

  it('names what was decided and is not seen', async () => {
    const two = [userAdministrator, helpdesk];
    assert.ok(granularOffer.delegatedAdmin.kind === 'granular');
    const offer: DatedOffer = {
      ...granularOffer,
      delegatedAdmin: { ...granularOffer.delegatedAdmin, roles: { value: two, claimed: false } },
    };
    const chat = await reading(from('Adatum', offer));
    chat.microsoft365.set(idOf('Adatum'), { isProvider: true, heldRoles: [helpdesk] });
    await chat.read();
    const text = textOf(await chat.open('Open Adatum'));
    assert.match(text, /Decided here, but not seen:\nUser Administrator/);
  });

  it('says of a function that Microsoft 365 cannot show that it cannot', async () => {
    const chat = await reading(from('Adatum', offerOf('lineOfBusinessPartner')));
    await chat.read();
    const text = textOf(await chat.open('Open Adatum'));
    assert.match(text, /^Adatum\nMicrosoft 365 cannot show it\nDecided here\. Nothing in Microsoft 365/);
  });

  it('never calls in effect what a desk of records decided before', async () => {
    const time = movingTime(monday);
    const store = memoryStore();
    await acceptOffers({ store, clock: time.clock }, [from('Adatum'), from('Northwind', resellerOffer)]);
    const microsoft365 = memoryTenant(time.clock);
    const chat = conversation({ store, time, tenantReader: microsoft365.reader });
    const list = await chat.say('partners');
    for (const name of ['Adatum', 'Northwind']) {
      const text = textOf(await chat.press(list, `Open ${name}`));
      assert.doesNotMatch(text, /[Ii]n effect|active/);
      assert.match(text, /Decided here before this desk read Microsoft 365; that does not show/);
    }
  });
});

describe('whether a partner uses its access', () => {
  async function withActivity(
    kept: Partial<PartnerActivity> | undefined,
    outcome?: 'read' | 'refused' | 'unlicensed',
  ) {
    const chat = await reading();
    const id = providerId(litware);
    chat.microsoft365.set(litware, { isProvider: true, heldRoles: [helpdesk], name: { name: 'Litware' } });
    await chat.read();
    const snapshot = await chat.store.get(tenant, 'tenantSnapshot', 'snapshot');
    assert.ok(snapshot);
    const known = await chat.store.get(tenant, 'partnerActivity', id);
    const part = outcome && { at: chat.time.clock.now(), outcome };
    const { signIns: _signIns, audits: _audits, ...others } = snapshot.value.reads;
    const reads = { ...others, ...(part && { signIns: part, audits: part }) };
    const activity = kept && { partner: id, signIns: [], changes: [], ...kept };
    await chat.store.commit(tenant, [
      update('tenantSnapshot', snapshot, { ...snapshot.value, reads }),
      ...(activity ? [upsert('partnerActivity', id, activity, known)] : []),
      ...(!activity && known ? [remove('partnerActivity', known)] : []),
    ]);
    return textOf(await chat.open('Open Litware'));
  }

  it('is shown by the last sign-in and what it changed', async () => {
    const text = await withActivity(
      {
        lastSignInAt: monday,
        signInsSince: later(monday, -day),
        signIns: [{ at: monday, application: 'Azure Portal', succeeded: true }],
        changesSince: later(monday, -day),
        changes: [
          { at: monday, activity: 'Reset user password', by: 'eve', correlationId: '1', relation: 'by' },
          { at: monday, activity: 'Set Partnership', by: 'adele', correlationId: '2', relation: 'about' },
        ],
      },
      'read',
    );
    assert.match(text, /Last sign-in seen: 23 November 2026 at 09:00 UTC, Azure Portal\n/);
    assert.match(text, /What it changed:\n23 November 2026 at 09:00 UTC: Reset user password \(eve\)/);
    assert.doesNotMatch(text, /Set Partnership/);
  });

  it('is never denied: it says since when no sign-in was seen', async () => {
    const since = later(monday, -day);
    const text = await withActivity({ signInsSince: since, changesSince: since }, 'read');
    assert.match(text, /No sign-in seen since 22 November 2026\./);
    assert.match(text, /No change by it seen since 22 November 2026/);
    assert.doesNotMatch(text, /unused|never signed in/i);
  });

  it('is not known without the licence or the permission, which it names', async () => {
    assert.match(
      await withActivity(undefined, 'unlicensed'),
      /sign-ins cannot be read: your tenant has no licence for it \(Microsoft Entra ID P1 or P2\)/,
    );
    assert.match(
      await withActivity(undefined, 'refused'),
      /sign-ins cannot be read: permission AuditLog\.Read\.All is missing\.\nWhat it changed cannot be read: permission AuditLog/,
    );
    assert.match(await withActivity(undefined), /sign-ins have not been read yet/);
  });
});

describe('a removal at a desk that reads Microsoft 365', () => {
  it('says what is to be done, where and by whom; it is confirmed once it was seen', async () => {
    const chat = await reading(from('Adatum'));
    chat.microsoft365.show(from('Adatum'));
    await chat.read();
    const question = await chat.press(await chat.open('Open Adatum'), 'Remove delegated permissions');
    assert.match(textOf(question), /done in the admin center, not by this desk:\nAdatum\nConfirmed in/);
    const outcome = await chat.press(question, 'Remove delegated permissions');
    assert.match(
      textOf(outcome),
      /^Removal: awaiting Microsoft 365\nAdatum\nAdele Vance decided on [^\n]* to remove its delegated permissions\.\nTo be done in the admin center by somebody who has one of these roles: Global Administrator or Customer Delegated Admin Relationship Administrator\. /,
    );
    assert.match(JSON.stringify(outcome), /admin\.microsoft\.com\/Adminportal\/Home#\/partners/);
    assert.match(textOf(await chat.say('partners')), /Removal: awaiting Microsoft 365\s· 1 role/);
    chat.microsoft365.take(idOf('Adatum'));
    await chat.read();
    assert.match(textOf(await chat.say('partners')), /Removal: awaiting Microsoft 365/);
    await chat.read();
    assert.match(textOf(await chat.say('partners')), /Removal confirmed in Microsoft 365/);
  });

  it('is offered of one that nobody decided about', async () => {
    const chat = await reading();
    chat.microsoft365.set(litware, {
      isProvider: true,
      heldRoles: [helpdesk],
      name: { name: 'Litware Cloud' },
    });
    await chat.read();
    const question = await chat.press(await chat.open('Open Litware Cloud'), 'Remove delegated permissions');
    assert.match(
      textOf(question),
      /Litware Cloud\n⚠\sUnknown to this desk\s· 1 role[^]*Helpdesk Administrator/,
    );
    const outcome = await chat.press(question, 'Remove delegated permissions');
    assert.match(textOf(outcome), /^Removal: awaiting Microsoft 365\nLitware Cloud\n/);
  });
});
