import assert from 'node:assert/strict';
import { MemoryStorage } from 'botbuilder';
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
import { hostileText } from '../../support/examples/hostile-text.ts';
import {
  globalAdministrator,
  granularOffer,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';
import { memoryTenant } from '../../support/ports/memory-tenant.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const contoso = tenantId('tenant-1');
const megan = { person: 'megan' };
const roles = rolesOf(
  new Map<string, ReadonlySet<AdminRole>>([
    ['adele', new Set(['globalAdministrator'])],
    ['megan', new Set(['relationshipAdministrator'])],
    ['alex', new Set(['billingAdministrator'])],
  ]),
);
const three = [from('Alpha'), from('Bravo'), from('Charlie')];
const day = 24 * 3600 * 1000;

describe('“review partners”', () => {
  for (const words of [
    'review partners',
    'Review our partners, please',
    'start the review',
    'reveiw partners',
    'passer en revue les partenaires',
    'passer en revue nos partenaires',
    'revue des partenaires',
  ]) {
    it(`begins for “${words}” with the first partner`, async () => {
      const chat = await working(...three);
      assert.match(
        textOf(await chat.say(words)),
        /^Review of partners\nPartner 1 of 3\nNothing decided yet\nAlpha\n/,
      );
    });
  }

  it('shows who it is, its functions and roles, the privileged ones marked, since and until, and what deserves attention', async () => {
    const chat = await working(
      from('Northwind', resellerOffer),
      from('Woodgrove', withGlobalAdministrator()),
    );
    await chat.time.pass(100 * day);
    const text = textOf(await chat.say('review partners'));
    for (const said of [
      /Partner 1 of 1\n/,
      /Woodgrove\nDelegated administrator\nDelegated administration: active\s· 2 roles\s· 2 privileged\n/,
      /Since 23 November 2026[^\n]*extends itself on 22 November 2028[^\n]*\(630 days left\)\n/,
      /\nNever reviewed\n/,
      /⚠\sGlobal Administrator\s· ⚠\sNot reviewed for 100 days\s· ⚠\sExtends itself\n/,
      /Roles it holds:\nUser Administrator · Privileged\nGlobal Administrator · Privileged\n/,
      /Note \(optional\)/,
    ])
      assert.match(text, said);
    assert.doesNotMatch(text, /Northwind/);
  });

  it('walks through those with delegated permissions, what deserves attention first, and says how far it is', async () => {
    const chat = await working(
      from('Alpha'),
      from('Northwind', resellerOffer),
      from('Zenith', withGlobalAdministrator()),
    );
    const first = await chat.say('review partners');
    assert.match(textOf(first), /Partner 1 of 2\n[^]*\nZenith\n/);
    const second = await chat.press(first, 'Keep');
    assert.match(
      textOf(second),
      /Partner 2 of 2\n1 kept\nZenith: Adele Vance kept its delegated permissions on 23 November 2026 at 09:00 UTC\.\nAlpha\n/,
    );
    const end = await chat.press(second, 'Keep');
    assert.match(textOf(end), /^Every partner has been looked at\n/);
  });

  it('says so, above the partners there are, where nobody has delegated permissions', async () => {
    const chat = await working(from('Northwind', resellerOffer));
    assert.match(
      textOf(await chat.say('review partners')),
      /^Partners\nNo partner has delegated permissions, so there is nothing to review\.\n[^]*Northwind/,
    );
    assert.deepEqual(
      (await history(chat)).filter((kind) => kind === 'reviewStarted'),
      [],
    );
  });

  it('is offered by the list of partners, and in help', async () => {
    const chat = await working(...three);
    const list = await chat.say('partners');
    assert.match(textOf(await chat.press(list, 'Review partners')), /^Review of partners\nPartner 1 of 3/);
    assert.match(
      textOf(await chat.say('help')),
      /review partners – goes through those with delegated permissions/,
    );
    const without = await (await working(from('Northwind', resellerOffer))).say('partners');
    assert.ok(!titlesOf(without).includes('Review partners'));
  });

  it('is in French for a French reader', async () => {
    const chat = await working(from('Alpha'));
    const french = { locale: 'fr-FR' };
    const card = await chat.say('revue des partenaires', french);
    assert.match(
      textOf(card),
      /^Revue des partenaires\nPartenaire 1 sur 1\nRien n’est encore décidé\nAlpha\n/,
    );
    assert.deepEqual(titlesOf(card), ['Conserver', 'Supprimer les autorisations déléguées', 'Plus tard']);
    const end = await chat.press(card, 'Conserver', { note: 'Encore utile.' }, french);
    assert.match(
      textOf(end),
      /^Tous les partenaires ont été passés en revue\n[^]*1 conservé\n[^]*Note : Encore utile\./,
    );
    assert.match(
      textOf(await chat.press(end, 'Terminer la revue', {}, french)),
      /^Revue terminée\nAdele Vance a terminé cette revue le 23 novembre 2026/,
    );
  });
});

describe('in a review, a partner', () => {
  it('that is kept is recorded as reviewed, with the note', async () => {
    const chat = await working(from('Alpha'));
    const end = await chat.press(await chat.say('review partners'), 'Keep', { note: 'Runs our mail.' });
    assert.match(
      textOf(end),
      /\nAlpha\nAdele Vance kept its delegated permissions on [^\n]+\nNote: Runs our mail\.\n/,
    );
    const told = textOf(await chat.say('history'));
    assert.match(told, /Delegated permissions of Alpha reviewed and kept\n[^\n]+\nNote: Runs our mail\./);
    await chat.time.pass(89 * day);
    assert.doesNotMatch(textOf(await chat.say('partners')), /Not reviewed/);
    await chat.press(end, 'Finish the review');
    assert.match(textOf(await chat.say('review partners')), /\nLast reviewed on 23 November 2026/);
  });

  it('that is to be removed is asked about first, then loses its permissions, and the review goes on', async () => {
    const chat = await working(...three);
    const question = await chat.press(await chat.say('review partners'), 'Remove delegated permissions');
    assert.match(textOf(question), /^Remove delegated permissions\?\n[^]*Alpha[^]*stays among your partners/);
    const back = await chat.press(question, 'Back to the review');
    assert.match(textOf(back), /Partner 1 of 3\nNothing decided yet\nAlpha/);
    const outcome = await chat.press(question, 'Remove delegated permissions', { reason: 'Contract ended.' });
    assert.match(
      textOf(outcome),
      /^Delegated permissions removed\nAlpha\nAdele Vance removed its delegated permissions/,
    );
    assert.deepEqual(titlesOf(outcome), ['Go on with the review']);
    const next = await chat.press(outcome, 'Go on with the review');
    assert.match(
      textOf(next),
      /Partner 2 of 3\n1 removed\nAlpha: Adele Vance removed its delegated permissions on [^\n]+ In effect\.\nBravo\n/,
    );
    assert.equal((await history(chat)).filter((kind) => kind === 'delegatedAdminRemoved').length, 1);
  });

  it('that was skipped comes again at the end, and counts as not reviewed where it is left so', async () => {
    const chat = await working(...three);
    const second = await chat.press(await chat.say('review partners'), 'Skip for now');
    assert.match(textOf(second), /Partner 2 of 3\n1 skipped\nBravo/);
    const third = await chat.press(second, 'Keep');
    const end = await chat.press(third, 'Keep');
    assert.match(textOf(end), /2 kept · 1 skipped\n1 partner was skipped and counts as not reviewed\.\n/);
    const again = await chat.press(end, 'Go back to those skipped');
    assert.match(textOf(again), /Partner 1 of 3\n[^]*\nAlpha\n[^]*Adele Vance skipped it on/);
    assert.match(textOf(await chat.press(again, 'Skip for now')), /^Every partner has been looked at/);
    assert.doesNotMatch(textOf(end), /Note this line/);
    const finished = await chat.press(end, 'Finish the review');
    const { count, hash } = await chat.store.head(contoso, 'audit');
    assert.match(
      textOf(finished),
      new RegExp(`Note this line outside of Partner Desk[^]*\\n${contoso} ${count} ${hash}\\n`),
    );
    assert.match(textOf(finished), /^Review finished\n[^]*1 skipped[^]*\nAlpha\nAdele Vance skipped it on/);
    await chat.time.pass(90 * day);
    assert.equal(textOf(await chat.say('partners')).match(/Not reviewed for 90 days/g)?.length, 3);
  });

  it('whose permissions were removed from the list counts as removed', async () => {
    const chat = await working(...three);
    const first = await chat.say('review partners');
    await chat.press(await chat.say('revoke Bravo'), 'Remove delegated permissions', {}, megan);
    const next = await chat.press(first, 'Keep');
    assert.match(textOf(next), /Partner 3 of 3\n1 kept · 1 removed\n[^]*\nCharlie\n/);
  });

  it('whose permissions ended meanwhile is passed over, and said to have ended', async () => {
    const chat = await working(endingAfter('Alpha', 10), from('Bravo'));
    const first = await chat.say('review partners');
    assert.match(textOf(first), /\nAlpha\n/);
    await chat.time.pass(10 * day);
    assert.match(
      textOf(await chat.press(first, 'Keep')),
      /1 ended by themselves\nAlpha: Its delegated permissions ended on 3 December 2026[^\n]*\nBravo\n/,
    );
  });

  it('that was authorized after it began is no part of it: somebody has just looked at it', async () => {
    const chat = await working(from('Alpha'));
    const first = await chat.say('review partners');
    await acceptOffers({ store: chat.store, clock: chat.time.clock }, [from('Delta')], 'later');
    const end = await chat.press(first, 'Keep');
    assert.match(textOf(end), /^Every partner has been looked at/);
    assert.doesNotMatch(textOf(end), /Delta/);
  });

  it('that was given other permissions since it was shown is not kept, but shown again', async () => {
    const chat = await working(from('Alpha'));
    const seen = await chat.say('review partners');
    await acceptOffers(
      { store: chat.store, clock: chat.time.clock },
      [from('Alpha', withGlobalAdministrator())],
      'later',
    );
    const again = await chat.press(seen, 'Keep');
    assert.match(
      textOf(again),
      /Alpha was given other permissions since you were shown them[^]*\nGlobal Administrator/,
    );
    assert.ok(!(await history(chat)).includes('delegatedAdminKept'));
    assert.match(textOf(await chat.press(again, 'Keep')), /^Every partner has been looked at/);
  });

  it('whose removal awaits Microsoft 365 is said to await it, in the summary too, until it is seen', async () => {
    const authority = awaitingAuthority({ now: () => monday });
    const chat = await workingWith({ authority }, from('Alpha'));
    const question = await chat.press(await chat.say('review partners'), 'Remove delegated permissions');
    const outcome = await chat.press(question, 'Remove delegated permissions');
    assert.ok(titlesOf(outcome).includes('Open the admin center'));
    const end = await chat.press(outcome, 'Go on with the review');
    assert.match(textOf(end), /Awaiting Microsoft 365: they are not gone until/);
    const finished = await chat.press(end, 'Finish the review');
    assert.match(textOf(finished), /Awaiting Microsoft 365/);
    const tenant = memoryTenant(chat.time.clock);
    for (const wake of [() => undefined, () => undefined]) {
      await chat.time.pass(1000);
      const ports = { store: chat.store, clock: chat.time.clock, newId, announcements: { wake } };
      await tenant.round(ports, contoso);
    }
    assert.doesNotMatch(textOf(await refreshed(chat, finished)), /Awaiting/);
  });

  for (const [what, name] of [
    ['Markdown', hostileText],
    ['right-to-left text', 'شركة فابريكام'],
    ['emoji', '🤝 Fabrikam 👩🏽‍💻'],
    ['256 characters', 'Fabrikam '.repeat(40).slice(0, 256).trim()],
  ] as const) {
    it(`with ${what} in its name is shown as it is written`, async () => {
      const chat = await working(from(name));
      const walk = await chat.say('review partners');
      const end = await chat.press(walk, 'Keep', { note: hostileText });
      for (const card of [walk, end]) assert.ok(textOf(card).includes(name.slice(0, 60)), textOf(card));
      assert.ok(textOf(end).includes(hostileText.slice(0, 30)));
    });
  }
});

describe('a review that two administrators share', () => {
  it('is the same for both: who comes second to a partner is told who decided what, and both go on', async () => {
    const chat = await working(...three);
    const adeles = await chat.say('review partners');
    const alsoMegan = conversation({ store: chat.store });
    const megans = await alsoMegan.say('review partners', megan);
    assert.match(textOf(megans), /Partner 1 of 3/);
    const [one, other] = await Promise.all([
      chat.press(adeles, 'Keep'),
      alsoMegan.press(megans, 'Keep', {}, megan),
    ]);
    for (const card of [one, other]) {
      assert.match(
        textOf(card),
        /Partner 2 of 3\n1 kept\nAlpha: Adele Vance kept its delegated permissions on [^\n]+\nBravo\n/,
      );
    }
    const kept = (await history(chat)).filter((kind) => kind === 'delegatedAdminKept');
    assert.equal(kept.length, 1);
    assert.equal((await history(chat)).filter((kind) => kind === 'reviewStarted').length, 1);
  });

  it('removes nothing that the other has kept since the question was asked', async () => {
    const chat = await working(...three);
    const card = await chat.say('review partners');
    const question = await chat.press(card, 'Remove delegated permissions', {}, megan);
    await chat.press(card, 'Keep');
    const told = await chat.press(question, 'Remove delegated permissions', {}, megan);
    assert.match(textOf(told), /Alpha: Adele Vance kept its delegated permissions[^\n]+\nBravo/);
    assert.ok(!(await history(chat)).includes('delegatedAdminRemoved'));
    const asked = await chat.press(card, 'Remove delegated permissions', {}, megan);
    assert.match(textOf(asked), /^Review of partners\n[^]*Alpha: Adele Vance kept/);
  });

  it('understands cards posted before its removal had a verb of its own', async () => {
    const chat = await working(...three);
    const card = await chat.say('review partners');
    const data = { partners: ['id of Alpha'], state: everyPartner, review: '000001' };
    const asked = await press(chat, 'partner.removeAsk', data);
    assert.match(JSON.stringify(asked.posted), /Remove delegated permissions\?.*Alpha.*Back to the review/);
    await chat.press(card, 'Keep');
    const told = await press(chat, 'partner.remove', { ...data, reason: 'Contract ended.' }, megan);
    assert.match(JSON.stringify(told.posted), /Alpha: Adele Vance kept its delegated permissions/);
    assert.ok(!(await history(chat)).includes('delegatedAdminRemoved'));
    const bravo = { ...data, partners: ['id of Bravo'] };
    assert.match(
      JSON.stringify((await press(chat, 'partner.remove', bravo)).posted),
      /Go on with the review/,
    );
    assert.ok((await history(chat)).includes('delegatedAdminRemoved'));
  });

  it('keeps nothing that the other has removed, and a removal that is pressed twice is done once', async () => {
    const chat = await working(...three);
    const card = await chat.say('review partners');
    const question = await chat.press(card, 'Remove delegated permissions', {}, megan);
    await chat.press(question, 'Remove delegated permissions', {}, megan);
    const told = await chat.press(card, 'Keep');
    assert.match(textOf(told), /Alpha: Adele Vance removed its delegated permissions[^\n]+\nBravo/);
    assert.match(textOf(await chat.press(question, 'Remove delegated permissions')), /\nBravo\n/);
    assert.deepEqual(
      (await history(chat)).filter((kind) => kind.startsWith('delegatedAdmin')),
      ['delegatedAdminRemoved'],
    );
  });

  it('is finished once, by whoever presses first; every older card says so and changes nothing', async () => {
    const chat = await working(...three.slice(0, 2));
    const first = await chat.say('review partners');
    const second = await chat.press(first, 'Keep');
    const question = await chat.press(second, 'Remove delegated permissions');
    const end = await chat.press(second, 'Skip for now');
    const both = await Promise.all([
      chat.press(end, 'Finish the review'),
      conversation({ store: chat.store }).press(end, 'Finish the review', {}, megan),
    ]);
    for (const card of both)
      assert.match(textOf(card), /^Review finished\nAdele Vance finished this review on/);
    const before = await history(chat);
    assert.equal(before.filter((kind) => kind === 'reviewFinished').length, 1);
    for (const [card, button] of [
      [first, 'Keep'],
      [second, 'Keep'],
      [second, 'Skip for now'],
      [end, 'Finish the review'],
      [question, 'Back to the review'],
    ] as const) {
      assert.match(textOf(await chat.press(card, button, {}, megan)), /^Review finished\n/, button);
    }
    assert.deepEqual(await history(chat), before);
  });

  it('goes on where it was after a restart', async () => {
    const store = memoryStore();
    const storage = new MemoryStorage();
    const chat = await workingWith({ store, storage }, ...three);
    const second = await chat.press(await chat.say('review partners'), 'Keep');
    const later = conversation({ store, storage });
    assert.match(textOf(await later.say('review partners', megan)), /Partner 2 of 3\n1 kept\nBravo/);
    assert.match(textOf(await later.press(second, 'Keep')), /Partner 3 of 3\n2 kept/);
  });
});

describe('a review', () => {
  it('that is finished is on record, with what it came to, and the next one starts anew', async () => {
    const chat = await working(...three.slice(0, 2));
    const second = await chat.press(await chat.say('review partners'), 'Keep');
    const question = await chat.press(second, 'Remove delegated permissions');
    const outcome = await chat.press(question, 'Remove delegated permissions');
    const end = await chat.press(outcome, 'Go on with the review');
    assert.match(textOf(end), /Finish the review to put it on record\.\n1 kept · 1 removed\n/);
    const finished = await chat.press(end, 'Finish the review');
    assert.match(
      textOf(finished),
      /^Review finished\nAdele Vance finished this review on [^\n]+\n1 kept · 1 removed\nBravo\nAdele Vance removed[^]*\nAlpha\nAdele Vance kept/,
    );
    assert.deepEqual(titlesOf(finished), ['Partners']);
    const told = textOf(await chat.say('history'));
    assert.match(
      told,
      /Review of partners finished\n[^\n]+\n1 kept · 1 removed\n[^]*Review of partners started/,
    );
    assert.match(textOf(await chat.say('review partners')), /Partner 1 of 1\nNothing decided yet\nAlpha/);
  });

  it('is not finished while somebody was not looked at', async () => {
    const chat = await working(...three);
    await chat.say('review partners');
    const { posted } = await press(chat, 'review.finish', { review: '000001' });
    assert.match(JSON.stringify(posted), /Partner 1 of 3/);
    assert.ok(!(await history(chat)).includes('reviewFinished'));
  });

  it('refreshes without changing anything, and shows what others decided', async () => {
    const chat = await working(...three);
    const card = await chat.say('review partners');
    await chat.press(card, 'Keep', {}, megan);
    const before = await history(chat);
    assert.match(textOf(await refreshed(chat, card)), /Alpha: Adele Vance kept[^\n]+\nBravo/);
    assert.deepEqual(await history(chat), before);
  });

  it('can be found in history by what happened', async () => {
    const chat = await working(from('Alpha'));
    await chat.press(await chat.say('review partners'), 'Keep');
    const list = await chat.say('history');
    const kept = textOf(await chat.press(list, 'Search', { kind: 'delegatedAdminKept', partner: 'Alpha' }));
    assert.match(kept, /Delegated permissions of Alpha reviewed and kept/);
    assert.doesNotMatch(kept, /\nReview of partners started/);
  });
});

describe('in a review, a person without the role', () => {
  it('starts none, and that is on record', async () => {
    const chat = await workingWith({ roles }, from('Alpha'));
    assert.match(
      textOf(await chat.say('review partners', { person: 'alex' })),
      /You cannot decide this yourself/,
    );
    assert.equal((await history(chat)).at(-1), 'reviewRefused');
  });

  it('sees the one that is open, and who may decide, but nothing to press', async () => {
    const chat = await workingWith({ roles }, from('Alpha'));
    await chat.say('review partners');
    const card = await chat.say('review partners', { person: 'alex' });
    assert.match(
      textOf(card),
      /\nAlpha\n[^]*Only these roles can keep or remove delegated permissions: Global Administrator and Customer/,
    );
    assert.deepEqual(titlesOf(card), ['Partners']);
  });

  it('is refused at each press as well, and nothing changes', async () => {
    const chat = await workingWith({ roles }, from('Alpha'));
    const card = await chat.say('review partners');
    const alex = { person: 'alex' };
    for (const button of ['Keep', 'Skip for now', 'Remove delegated permissions']) {
      assert.match(
        textOf(await chat.press(card, button, {}, alex)),
        /You cannot decide this yourself/,
        button,
      );
    }
    const end = await chat.press(card, 'Skip for now');
    assert.match(
      textOf(await chat.press(end, 'Finish the review', {}, alex)),
      /You cannot decide this yourself/,
    );
    const kinds = await history(chat);
    assert.deepEqual(kinds.slice(kinds.indexOf('reviewStarted') + 1), [
      'partnerChangeRefused',
      'reviewRefused',
      'reviewRefused',
    ]);
  });
});

it('an administrator of another tenant sees and changes nothing of a review, whatever ids he sends', async () => {
  const chat = await working(...three);
  await chat.say('review partners');
  const before = await chat.store.get(contoso, 'review', '000001');
  const kinds = await history(chat);
  const data = {
    review: '000001',
    partner: 'id of Alpha',
    partners: ['id of Alpha'],
    seen: 'any',
    tenant: 'tenant-1',
  };
  for (const verb of ['review.start', 'review.show', 'review.keep', 'review.skip', 'review.finish']) {
    const { posted } = await press(chat, verb, data, { person: 'adele', tenant: 'tenant-2' });
    assert.doesNotMatch(JSON.stringify(posted), /"Alpha"|Bravo/, verb);
  }
  assert.deepEqual(await chat.store.get(contoso, 'review', '000001'), before);
  assert.deepEqual(await history(chat), kinds);
});

type Chat = ReturnType<typeof conversation>;

/** A chat with a desk where Adele authorized these offers. */
function working(...offers: readonly DatedOffer[]): Promise<Chat> {
  return workingWith({}, ...offers);
}

async function workingWith(setting: DeskSetting, ...offers: readonly DatedOffer[]): Promise<Chat> {
  const chat = conversation(setting);
  await acceptOffers({ store: chat.store, clock: chat.time.clock, authority: setting.authority }, offers);
  return chat;
}

function titlesOf(card: AdaptiveCard): readonly string[] {
  return buttonsOf(card).map(({ title }) => title);
}

function press(chat: Chat, verb: string, data: object, who = {}) {
  const value = { action: { type: 'Action.Execute', verb, data } };
  return chat.send({ type: 'invoke', name: 'adaptiveCard/action', value }, who);
}

/** The card after its automatic refresh. */
async function refreshed(chat: Chat, card: AdaptiveCard): Promise<AdaptiveCard> {
  const { refresh } = card as unknown as { refresh: { action: { verb: string; data: object } } };
  const { posted } = await press(chat, refresh.action.verb, { ...refresh.action.data, ...inputsOf(card) });
  const [response] = posted as unknown as [{ value: { body: { value: AdaptiveCard } } }];
  return response.value.body.value;
}

/** The kinds of the recorded events, oldest first. */
async function history({ store }: Chat): Promise<readonly string[]> {
  const { items } = await store.entries(contoso, 'audit', { limit: 100 });
  return items.map(({ event }) => event.kind);
}

function withGlobalAdministrator(): DatedOffer {
  const { delegatedAdmin } = granularOffer;
  assert(delegatedAdmin.kind === 'granular' && delegatedAdmin.roles !== 'notKnown');
  const roles = { value: [...delegatedAdmin.roles.value, globalAdministrator], claimed: false };
  return { ...granularOffer, delegatedAdmin: { ...delegatedAdmin, roles } };
}

function endingAfter(name: string, days: number): DatedOffer {
  const { delegatedAdmin } = granularOffer;
  assert(delegatedAdmin.kind === 'granular');
  const durationDays = { value: days, claimed: false };
  const autoExtends = { value: false, claimed: false };
  return from(name, { ...granularOffer, delegatedAdmin: { ...delegatedAdmin, durationDays, autoExtends } });
}
