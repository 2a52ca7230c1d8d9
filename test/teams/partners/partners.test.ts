import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { everyPartner } from '../../../src/teams/turn/every-partner.ts';
import { buttonsOf, inputsOf, textOf } from '../../support/cards/card-text.ts';
import { acceptOffers } from '../../support/desk/accept-offers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import type { DeskSetting } from '../../support/desk/memory-desk.ts';
import { from } from '../../support/desk/partner-desk.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { exampleProviders } from '../../support/examples/example-providers.ts';
import { hostileText } from '../../support/examples/hostile-text.ts';
import {
  fabrikam,
  globalAdministrator,
  granularOffer,
  offerOf,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';
import { memoryTenant } from '../../support/ports/memory-tenant.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const contoso = tenantId('tenant-1');
const adatum = { value: 'Adatum', claimed: false };
const roles = rolesOf(
  new Map<string, ReadonlySet<AdminRole>>([
    ['adele', new Set(['globalAdministrator'])],
    ['megan', new Set(['relationshipAdministrator'])],
    ['alex', new Set(['billingAdministrator'])],
  ]),
);
const both = offerOf('resellerAndDelegatedAdministrator');

describe('“partners”', () => {
  for (const words of [
    'partners',
    'list partners',
    'who has access to our tenant?',
    'nos partenaires',
    'qui a accès à notre locataire ?',
  ]) {
    it(`shows for “${words}” every partner with what it may do, since when and until when`, async () => {
      const chat = await working(both, from('Northwind', resellerOffer));
      const list = await chat.say(words);
      assert.match(textOf(list), /^Partners\n/);
      assert.match(
        textOf(list),
        /1\. Fabrikam\s›\nReseller & delegated administrator\nDelegated administration: active\s· 1 role\s· 1 privileged\nSince 23 November 2026\s· extends itself on 22 November 2028 \(730 days left\)\n⚠\sExtends itself/,
      );
      assert.match(
        textOf(list),
        /2\. Northwind\s›\nReseller\nNo delegated permissions\nSince 23 November 2026/,
      );
    });
  }

  it('shows what deserves attention first, and marks it', async () => {
    const chat = await working(
      from('Adatum', resellerOffer),
      from('Northwind', granular([globalAdministrator])),
      from('Woodgrove', { ...granularOffer, delegatedAdmin: { kind: 'classic' } }),
    );
    const text = textOf(await chat.say('partners'));
    assert.deepEqual(
      [...text.matchAll(/\d\. (\w+)/g)].map(([, name]) => name),
      ['Woodgrove', 'Northwind', 'Adatum'],
    );
    assert.match(
      text,
      /Woodgrove[^]*active\s· classic \(DAP\)[^]*no end date\n⚠\sClassic DAP\n[^]*2\. Northwind/,
    );
    assert.match(text, /⚠\sGlobal Administrator\s· ⚠\sExtends itself/);
  });

  it('says what ends soon, what nobody reviewed, and what has ended', async () => {
    const chat = await working(from('Woodgrove', granular([], { autoExtends: false, days: 100 })));
    await chat.time.pass(95 * day);
    assert.match(
      textOf(await chat.say('partners')),
      /until 3 March 2027 \(5 days left\)\n⚠\sEnds within 30 days\s· ⚠\sNot reviewed for 95 days/,
    );
    await chat.time.pass(5 * day);
    const list = await chat.say('partners');
    assert.match(textOf(list), /Delegated administration: ended on 3 March 2027/);
    assert.doesNotMatch(textOf(list), /⚠/);
  });

  it('is searched by name, narrowed to a function or to delegated permissions, and shown whole again', async () => {
    const chat = await working(
      both,
      from('Northwind', resellerOffer),
      from('Adatum', offerOf('oemPcPartner')),
    );
    const list = await chat.say('partners');
    const search = async (inputs: Readonly<Record<string, string>>) => {
      const found = textOf(await chat.press(list, 'Search', inputs));
      return [...found.matchAll(/\d\. (\w+)/g)].map(([, name]) => name);
    };
    assert.deepEqual(await search({ text: 'NORTH' }), ['Northwind']);
    assert.deepEqual(await search({ function: 'oemPcPartner' }), ['Adatum']);
    assert.deepEqual(await search({ onlyDelegated: 'true' }), ['Fabrikam']);
    const none = await chat.press(list, 'Search', { text: 'Litware' });
    assert.match(textOf(none), /No partner matches/);
    assert.match(textOf(await chat.press(none, 'All partners')), /Fabrikam[^]*Adatum[^]*Northwind/);
  });

  it('comes page by page, and keeps what is ticked', async () => {
    const names = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf'];
    const chat = await working(...names.map((name) => from(name)));
    const first = await chat.say('partners');
    assert.match(textOf(first), /1–5 of 7 partners/);
    const second = await chat.press(first, 'Next', { 'tick.id of Bravo': 'true' });
    assert.match(textOf(second), /6–7 of 7 partners[^]*Golf[^]*1 partner selected/);
    const back = await chat.press(second, 'Previous');
    assert.equal(inputsOf(back)['tick.id of Bravo'], 'true');
  });

  it('is empty before the first invitation is authorized', async () => {
    const card = await conversation().say('partners');
    assert.match(textOf(card), /Your organisation has no partner yet/);
    assert.deepEqual(
      buttonsOf(card).map(({ title }) => title),
      ['Invitations'],
    );
  });

  it('is in French for a French reader', async () => {
    const chat = await working(both);
    const text = textOf(await chat.say('nos partenaires', { locale: 'fr-FR' }));
    assert.match(text, /^Partenaires\n/);
    assert.match(text, /Administration déléguée : active\s· 1 rôle\s· dont 1 privilégié/);
    assert.match(text, /se prolonge d’elle-même le 22 novembre 2028/);
  });
});

describe('a partner that is opened', () => {
  it('shows what it may do, by whose authorization, which agreement, and each role with what it allows', async () => {
    const chat = await working(both);
    const text = textOf(await open(chat, 'Fabrikam'));
    for (const said of [
      'Fabrikam\nfabrikam.com\nTenant 3b33e682-00c3-41ee-9dd2-a548adf56438',
      'Reseller & delegated administrator\nIt may sell Microsoft products to your organisation, and manage',
      'Adele Vance authorized it on 23 November 2026 at 09:00 UTC.',
      'Microsoft Cloud Agreement',
      'Roles it holds:\nUser Administrator · Privileged\n',
      '23 November 2026 at 09:00 UTC · Adele Vance · Invitation authorized',
    ]) {
      assert.ok(text.includes(said), said);
    }
  });

  it('offers Contact where the directory has it, and Back', async () => {
    const [provider] = exampleProviders;
    assert(provider !== undefined);
    const chat = await working({ ...resellerOffer, partner: { ...fabrikam, id: provider.id } });
    const details = await open(chat, 'Fabrikam');
    assert.match(textOf(details), /In the provider directory as/);
    assert.ok(textOf(await chat.press(details, 'Contact')).includes(provider.name));
    assert.match(textOf(await chat.press(details, 'Back to partners')), /^Partners/);
    const unlisted = await open(await working(both), 'Fabrikam');
    assert.ok(!buttonsOf(unlisted).some(({ title }) => title === 'Contact'));
  });

  it('has a switch for what an MPSA partner may see, which takes effect and is recorded', async () => {
    const chat = await working(offerOf('mpsaPartner'));
    const details = await open(chat, 'Fabrikam');
    assert.match(textOf(details), /It may not see what you bought/);
    const switched = await chat.press(details, 'Let it see other purchases');
    assert.match(
      textOf(switched),
      /^Saved\.\n[^]*It may see what you bought[^]*Adele Vance · Partner settings changed/,
    );
    assert.match(textOf(await chat.press(switched, 'Stop showing it other purchases')), /It may not see/);
    assert.deepEqual((await history(chat)).slice(2), ['partnerSettingsChanged', 'partnerSettingsChanged']);
  });

  it('takes the account of a partner, and refuses what is none', async () => {
    const chat = await working(offerOf('partner'));
    const details = await open(chat, 'Fabrikam');
    const wrong = await chat.press(details, 'Save the account', { account: 'nobody' });
    assert.match(textOf(wrong), /^That is not an account of your organisation/);
    const saved = await chat.press(wrong, 'Save the account', { account: 'fabrikam@contoso.example' });
    assert.match(textOf(saved), /Account that you gave it: fabrikam@contoso\.example/);
  });

  it('leads to its whole history', async () => {
    const chat = await working(both, from('Northwind'));
    const history = textOf(await chat.press(await open(chat, 'Fabrikam'), 'History'));
    assert.match(history, /Invitation of Fabrikam authorized/);
    assert.doesNotMatch(history, /Northwind/);
  });

  it('refreshes without changing anything', async () => {
    const chat = await working(both);
    const { refresh } = (await open(chat, 'Fabrikam')) as unknown as {
      refresh: { action: { verb: string; data: object } };
    };
    const before = await history(chat);
    await press(chat, refresh.action.verb, refresh.action.data);
    assert.deepEqual(await history(chat), before);
  });
});

describe('“Remove delegated permissions”', () => {
  it('asks first: whose and which, what stays, and what this does not do', async () => {
    const chat = await working(both);
    const question = await chat.press(await open(chat, 'Fabrikam'), 'Remove delegated permissions');
    const text = textOf(question);
    assert.match(text, /^Remove delegated permissions\?/);
    assert.match(
      text,
      /Fabrikam\nDelegated administration: active\s· 1 role\s· 1 privileged\nUser Administrator · Privileged\n/,
    );
    assert.match(text, /Fabrikam can still work with you as a reseller\./);
    assert.match(
      text,
      /does not end the relationship, and it does not touch Azure role assignments or accounts/,
    );
    assert.match(text, /Why\? \(optional\)/);
    assert.ok(!(await history(chat)).includes('delegatedAdminRemoved'));
  });

  it('then removes them, records it with the reason, and leaves no button to press again', async () => {
    const chat = await working(both);
    const outcome = await removed(chat, { reason: 'Contract ended.' });
    assert.match(
      textOf(outcome),
      /^Delegated permissions removed\nFabrikam\nAdele Vance removed its delegated permissions on 23 November 2026 at 09:00 UTC\. In effect\.\nReason: Contract ended\./,
    );
    assert.deepEqual(
      buttonsOf(outcome).map(({ title }) => title),
      ['Partners'],
    );
    assert.equal((await history(chat)).at(-1), 'delegatedAdminRemoved');
    const list = await chat.press(outcome, 'Partners', {}, { person: 'megan' });
    assert.match(textOf(list), /Fabrikam[^]*Delegated permissions: removed on 23 November 2026/);
    assert.match(textOf(await open(chat, 'Fabrikam')), /Adele Vance removed its delegated permissions/);
  });

  it('keeps a partner that was nothing else among the partners', async () => {
    const chat = await working(granularOffer);
    const question = await chat.press(await open(chat, 'Fabrikam'), 'Remove delegated permissions');
    assert.match(
      textOf(question),
      /Fabrikam stays among your partners, without permissions, and can be invited again/,
    );
  });

  it('twice is harmless, and says who did it', async () => {
    const chat = await working(both);
    const question = await chat.say('revoke Fabrikam');
    await chat.press(question, 'Remove delegated permissions');
    await chat.time.pass(3_600_000);
    const again = await chat.press(question, 'Remove delegated permissions', {}, { person: 'megan' });
    assert.match(
      textOf(again),
      /Adele Vance removed its delegated permissions on 23 November 2026 at 09:00 UTC/,
    );
    assert.equal((await history(chat)).filter((kind) => kind === 'delegatedAdminRemoved').length, 1);
    assert.match(
      textOf(await chat.say('revoke Fabrikam')),
      /^This partner has no delegated permissions[^]*Adele Vance removed its delegated permissions/,
    );
  });

  it('awaits Microsoft 365, and is confirmed, where the tenant is the truth', async () => {
    const authority = awaitingAuthority({ now: () => monday });
    const chat = await workingWith({ authority }, both);
    const tenant = memoryTenant(chat.time.clock);
    const read = async () => {
      await chat.time.pass(1000);
      const announcements = { wake: () => undefined };
      await tenant.round({ store: chat.store, clock: chat.time.clock, newId, announcements }, contoso);
    };
    assert.match(textOf(await chat.say('partners')), /Delegated administration: awaiting Microsoft 365/);
    const outcome = await removed(chat);
    assert.match(textOf(outcome), /Awaiting Microsoft 365: they are not gone until/);
    assert.ok(buttonsOf(outcome).some(({ title }) => title === 'Open the admin center'));
    assert.match(textOf(await chat.say('partners')), /removal awaiting Microsoft 365/);
    await read();
    await read();
    assert.match(textOf(await chat.say('partners')), /Delegated permissions: removed on/);
  });

  for (const words of [
    'remove delegated permissions from Fabrikam',
    'Please revoke Fabrikam',
    'revoke fabrikam, please',
    'remove the permissions of fabrikam.com',
    'supprimer les autorisations déléguées de Fabrikam',
    'Révoque Fabrikam s’il te plaît',
  ]) {
    it(`is asked at once for “${words}”`, async () => {
      const chat = await working(both, from('Northwind'));
      const text = textOf(await chat.say(words));
      assert.match(text, /^Remove delegated permissions\?[^]*\nFabrikam\n/);
      assert.doesNotMatch(text, /Northwind/);
    });
  }

  it('asks which partner, where a name is that of several', async () => {
    const chat = await working(from('Fabrikam Paris'), from('Fabrikam Lyon'), from('Northwind'));
    const list = await chat.say('revoke Fabrikam');
    assert.match(textOf(list), /Which one do you mean\?/);
    assert.match(textOf(list), /Fabrikam Lyon[^]*Fabrikam Paris/);
    assert.doesNotMatch(textOf(list), /Northwind/);
    const twins = await working(from('Adatum'), { ...granularOffer, partner: { ...fabrikam, name: adatum } });
    const question = await twins.say('revoke Adatum for me');
    assert.match(textOf(question), /Which one do you mean\?[^]*1\. Adatum[^]*2\. Adatum/);
  });

  it('says so where nobody has that name, and where the partner has nothing to remove', async () => {
    const chat = await working(resellerOffer);
    assert.match(
      textOf(await chat.say('revoke Litware')),
      /You have no partner called “Litware”[^]*Fabrikam/,
    );
    assert.match(textOf(await chat.say('revoke Fabrikam')), /^This partner has no delegated permissions/);
    assert.match(
      textOf(await chat.say('remove delegated permissions')),
      /Tick those to take delegated permissions away/,
    );
  });

  it('of several, ticked in the list: one question that names them all, an outcome for each', async () => {
    const chat = await working(from('Alpha'), from('Bravo'), from('Charlie'));
    const list = await chat.say('partners');
    const nobody = await chat.press(list, 'Remove delegated permissions');
    assert.match(textOf(nobody), /Tick at least one partner/);
    const question = await chat.press(list, 'Remove delegated permissions', {
      'tick.id of Alpha': 'true',
      'tick.id of Charlie': 'true',
    });
    assert.match(textOf(question), /^Remove the delegated permissions of 2 partners\?[^]*Alpha[^]*Charlie/);
    assert.doesNotMatch(textOf(question), /Bravo/);
    const outcome = await chat.press(question, 'Remove delegated permissions');
    assert.match(textOf(outcome), /^Delegated permissions removed\nAlpha\n[^]*\nCharlie\n/);
    assert.match(
      textOf(await chat.say('partners')),
      /Bravo[^]*active[^]*Alpha[^]*removed on[^]*Charlie[^]*removed on/,
    );
  });

  it('of several, one of which fails: says so for that one, and removes the others', async () => {
    const chat = await working(from('Alpha'), from('Bravo', resellerOffer));
    const partners = ['id of Alpha', 'id of Bravo', 'id of nobody'];
    const { posted } = await press(chat, 'partner.remove', { partners, state: everyPartner });
    const said = JSON.stringify(posted);
    assert.match(said, /Not every permission was removed/);
    assert.match(said, /This partner has no delegated permissions/);
    assert.match(said, /Your organisation has no such partner/);
    assert.match(textOf(await chat.say('partners')), /Alpha[^]*removed on/);
  });
});

describe('a person without the role', () => {
  it('sees the partners, and who can remove permissions, but no button for it', async () => {
    const chat = await workingWith({ roles }, both);
    const details = await open(chat, 'Fabrikam', { person: 'alex' });
    assert.match(
      textOf(details),
      /Only these roles can remove delegated permissions: Global Administrator and Customer Delegated Admin Relationship Administrator/,
    );
    assert.deepEqual(
      buttonsOf(details).map(({ title }) => title),
      ['History', 'Back to partners'],
    );
  });

  it('is refused at the press as well, and the refusal is on record', async () => {
    const chat = await workingWith({ roles }, both);
    const question = await chat.say('revoke Fabrikam');
    const refused = await chat.press(question, 'Remove delegated permissions', {}, { person: 'alex' });
    assert.match(textOf(refused), /^Nothing was removed\nFabrikam\nYou cannot decide this yourself/);
    assert.equal((await history(chat)).at(-1), 'partnerChangeRefused');
    assert.match(textOf(await chat.say('partners')), /Delegated administration: active/);
    assert.match(
      textOf(await chat.say('revoke Fabrikam', { person: 'alex' })),
      /You cannot decide this yourself/,
    );
  });

  it('changes no settings', async () => {
    const chat = await workingWith({ roles }, offerOf('mpsaPartner'));
    const details = await open(chat, 'Fabrikam', { person: 'alex' });
    const forged = await chat.press(details, 'Let it see other purchases', {}, { person: 'lee' });
    assert.match(textOf(forged), /^You cannot decide this yourself[^]*It may not see/);
    assert.match(
      textOf(await chat.press(details, 'Let it see other purchases', {}, { person: 'alex' })),
      /^Saved/,
    );
  });
});

it('an administrator of another tenant sees and changes nothing, whatever ids he sends', async () => {
  const chat = await working(both);
  const before = await chat.store.get(contoso, 'relationship', fabrikam.id);
  const data = {
    partner: fabrikam.id,
    partners: [fabrikam.id],
    function: 'mpsaPartner',
    seesOtherPartners: 'true',
    state: everyPartner,
    tenant: 'tenant-1',
  };
  for (const verb of [
    'partner.show',
    'partner.removeAsk',
    'partner.remove',
    'partner.settings',
    'partners.list',
  ]) {
    const { posted } = await press(chat, verb, data, 'adele', 'tenant-2');
    assert.doesNotMatch(JSON.stringify(posted), /fabrikam\.com|"text":"Fabrikam"|Open Fabrikam/, verb);
  }
  assert.deepEqual(await chat.store.get(contoso, 'relationship', fabrikam.id), before);
  const own = await chat.store.entries(tenantId('tenant-2'), 'audit', { limit: 10 });
  assert.deepEqual(
    own.items.map(({ event }) => event.kind),
    ['unknownRefused', 'unknownRefused'],
  );
});

describe('a name from outside', () => {
  for (const [what, name] of [
    ['Markdown', hostileText],
    ['right-to-left text', 'شركة فابريكام'],
    ['emoji', '🤝 Fabrikam 👩🏽‍💻'],
    ['256 characters', 'Fabrikam '.repeat(40).slice(0, 256).trim()],
  ] as const) {
    it(`with ${what} is shown as it was written, on every card`, async () => {
      const chat = await working(from(name));
      const list = await chat.say('partners');
      const row = buttonsOf(list).find(({ verb }) => verb === 'partner.show');
      const details = await chat.press(list, row?.title ?? '');
      const question = await chat.press(details, 'Remove delegated permissions');
      const outcome = await chat.press(question, 'Remove delegated permissions');
      for (const card of [list, details, question, outcome]) {
        assert.ok(textOf(card).includes(name.slice(0, 60)), textOf(card));
      }
    });
  }

  it('is said to be a claim where nothing confirms it; one without a name is told by its tenant', async () => {
    const claimed = from('Contoso Support');
    const { id } = claimed.partner;
    const chat = await working(
      { ...claimed, partner: { id, idIsGuess: false, name: { value: 'Contoso Support', claimed: true } } },
      { ...resellerOffer, partner: { id: fabrikam.id, idIsGuess: false } },
    );
    const text = textOf(await chat.say('partners'));
    assert.match(text, /1\. Contoso Support – name not confirmed/);
    assert.match(text, /2\. Tenant 3b33e682-00c3-41ee-9dd2-a548adf56438/);
  });

  it('cannot turn the text around it: the marks that would are gone', async () => {
    const chat = await working(from('Fabri\u202emak'));
    assert.match(textOf(await chat.say('partners')), /Fabrimak/);
  });
});

const day = 24 * 3600 * 1000;
type Chat = ReturnType<typeof conversation>;

/** A chat with a desk where Adele authorized these offers. */
function working(...offers: readonly DatedOffer[]): Promise<Chat> {
  return workingWith({}, ...offers);
}

async function workingWith(setting: DeskSetting, ...offers: readonly DatedOffer[]): Promise<Chat> {
  const chat = conversation(setting);
  const { store, time } = chat;
  await acceptOffers({ store, clock: time.clock, authority: setting.authority }, offers);
  return chat;
}

async function open(chat: Chat, name: string, who = {}): Promise<AdaptiveCard> {
  return chat.press(await chat.say('partners', who), `Open ${name}`, {}, who);
}

async function removed(chat: Chat, inputs: Readonly<Record<string, string>> = {}): Promise<AdaptiveCard> {
  const question = await chat.press(await open(chat, 'Fabrikam'), 'Remove delegated permissions');
  return chat.press(question, 'Remove delegated permissions', inputs);
}

function press(chat: Chat, verb: string, data: object, person = 'adele', tenant = 'tenant-1') {
  const value = { action: { type: 'Action.Execute', verb, data } };
  return chat.send({ type: 'invoke', name: 'adaptiveCard/action', value }, { person, tenant });
}

/** The kinds of the recorded events, oldest first. */
async function history({ store }: Chat): Promise<readonly string[]> {
  const { items } = await store.entries(contoso, 'audit', { limit: 100 });
  return items.map(({ event }) => event.kind);
}

function granular(
  added: readonly string[],
  { autoExtends = true, days = 730 }: { readonly autoExtends?: boolean; readonly days?: number } = {},
): DatedOffer {
  assert(
    granularOffer.delegatedAdmin.kind === 'granular' && granularOffer.delegatedAdmin.roles !== 'notKnown',
  );
  const { roles: asked } = granularOffer.delegatedAdmin;
  return {
    ...granularOffer,
    delegatedAdmin: {
      kind: 'granular',
      roles: { value: [...asked.value, ...added], claimed: false },
      durationDays: { value: days, claimed: false },
      autoExtends: { value: autoExtends, claimed: false },
    },
  };
}
