import assert from 'node:assert/strict';
import { partnerRelationshipsPage } from '../../../src/domain/invitations/admin-center-page.ts';
import { watchAccessEnd } from '../../../src/application/partners/announce-access-end.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { Language } from '../../../src/domain/language.ts';
import { subscriberIdOf, type Audience } from '../../../src/domain/notifications/subscriber.ts';
import { renderPosts } from '../../../src/teams/bot/render-posts.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { acceptOffers } from '../../support/desk/accept-offers.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { globalAdministrator, offerOf } from '../../support/examples/invitation-examples.ts';
import { memoryDirectory } from '../../support/ports/memory-directory.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');
const day = 24 * 60 * 60 * 1000;
const licences = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
const roles = rolesOf(
  new Map<string, ReadonlySet<AdminRole>>([
    ['adele', new Set(['globalAdministrator'])],
    ['alex', new Set(['billingAdministrator'])],
  ]),
);
const adele: Audience = { kind: 'person', person: personId('adele') };

function offer(autoExtends: boolean): DatedOffer {
  return {
    ...offerOf('resellerAndDelegatedAdministrator'),
    delegatedAdmin: {
      kind: 'granular',
      roles: { value: [licences, globalAdministrator], claimed: false },
      durationDays: { value: 100, claimed: false },
      autoExtends: { value: autoExtends, claimed: false },
    },
  };
}

describe('the card about the end of delegated administration', () => {
  it('says who, when, which roles and which of them are privileged, what stays and what to do', async () => {
    const desk = await deskAfter(93 * day);
    assert.equal(
      textOf(await desk.cardFor(adele)),
      [
        'Delegated administration ends soon',
        'Fabrikam',
        'It ends in 7 days, on 3 March 2027 at 09:00 UTC.',
        'Roles that end:',
        '2 roles\u00a0· 1 privileged',
        'Global Administrator · Privileged',
        'License Administrator',
        'Fabrikam can still work with you as a reseller.',
        'What has ended cannot be restored. If it is needed longer, ask Fabrikam for a new invitation.',
        'Sandbox: decisions take effect in the desk’s own records only.',
      ].join('\n'),
    );
  });

  it('is in French for a French reader', async () => {
    const desk = await deskAfter(99 * day);
    const text = textOf(await desk.cardFor(adele, 'fr'));
    assert.match(text, /^L’administration déléguée se termine bientôt\nFabrikam\n/);
    assert.match(text, /Elle se termine demain, le 3 mars 2027 à 09:00 UTC\./);
    assert.match(text, /Fabrikam peut toujours travailler avec vous en tant que revendeur\./);
  });

  it('leads to the partner, and to the question whether to remove the permissions', async () => {
    const desk = await deskAfter(93 * day);
    const card = await desk.cardFor(adele);
    assert.match(textOf(await desk.chat.press(card, 'Open partner')), /Delegated administration: active/);
    const question = await desk.chat.press(card, 'Remove delegated permissions');
    assert.match(textOf(question), /^Remove delegated permissions\?[^]*Fabrikam/);
  });

  it('offers no removal to a person who may not, but to a channel, where the press is checked', async () => {
    const desk = await deskAfter(93 * day);
    const alex: Audience = { kind: 'person', person: personId('alex') };
    assert.deepEqual(titlesOf(await desk.cardFor(alex)), ['Open partner']);
    const card = await desk.cardFor({ kind: 'group', conversation: '19:partners@thread.tacv2' });
    assert.deepEqual(titlesOf(card), ['Open partner', 'Remove delegated permissions']);
    const refused = await desk.chat.press(card, 'Remove delegated permissions', {}, { person: 'alex' });
    assert.match(textOf(refused), /Global Administrator/);
    assert(!titlesOf(refused).includes('Remove delegated permissions'));
  });

  it('says that it extends itself, and what to do about that', async () => {
    const desk = await deskAfter(70 * day, true);
    const text = textOf(await desk.cardFor(adele));
    assert.match(text, /^Delegated administration extends itself soon\n/);
    assert.match(
      text,
      /It extends itself by 180 days in 30 days, on 3 March 2027 at 09:00 UTC, and asks nobody\./,
    );
    assert.match(text, /Roles that go on:/);
    assert.doesNotMatch(text, /can still work|cannot be restored/);
  });

  it('says once it has ended that it has, with nothing left to remove; list and details agree', async () => {
    const desk = await deskAfter(101 * day);
    const card = await desk.cardFor(adele);
    assert.match(
      textOf(card),
      /^Delegated administration has ended\nFabrikam\nIt ended on 3 March 2027 at 09:00 UTC\.\nRoles that it has no more:/,
    );
    assert.deepEqual(titlesOf(card), ['Open partner']);
    const details = textOf(await desk.chat.press(card, 'Open partner'));
    assert.match(details, /Delegated administration: ended on 3 March 2027/);
    assert.match(details, /Partner Desk · Delegated administration ended/);
    assert.match(textOf(await desk.chat.say('partners')), /Delegated administration: ended on 3 March 2027/);
    assert.match(
      textOf(await desk.chat.say('history')),
      /Delegated administration of Fabrikam ended\n[^\n]* · Partner Desk\nBefore: [^\n]*delegated permissions\s· 2 roles\nAfter: [^\n]*delegated permissions ended\n/,
    );
  });
});

/** A desk on which Fabrikam has administration for 100 days, after this time; with what it announces then. */
async function deskAfter(milliseconds: number, autoExtends = false) {
  const chat = conversation({ roles });
  const { store, time, log } = chat;
  await acceptOffers({ store, clock: time.clock }, [offer(autoExtends)]);
  await time.pass(milliseconds);
  const ports = { store, clock: time.clock, timer: time.timer, log };
  const endWatch = watchAccessEnd({ ...ports, announcements: { wake: () => undefined } });
  await time.settle();
  endWatch();
  const announced = await store.list(tenant, 'announcement', { limit: 10 });
  const subject = announced.items.map(({ value }) => value.subject).find(({ kind }) => kind !== 'invitation');
  const directory = memoryDirectory([]);
  const sources = {
    store,
    directory,
    roles,
    clock: time.clock,
    reviewEveryDays: 90,
    partnersPage: partnerRelationshipsPage,
    wording: { isSandbox: true, isOnlyRecorded: false },
  };
  const draw = renderPosts(sources);
  return {
    chat,
    async cardFor(audience: Audience, language: Language = 'en'): Promise<AdaptiveCard> {
      const subscriber = {
        id: subscriberIdOf(audience),
        audience,
        reference: {},
        language,
        state: 'reachable',
        isTold: true,
      } as const;
      const rendering = subject && (await draw(tenant, subject, { subscriber, language }));
      assert(rendering?.card.kind === 'card');
      return rendering.card.card as AdaptiveCard;
    },
  };
}

function titlesOf(card: AdaptiveCard): readonly string[] {
  return buttonsOf(card).map(({ title }) => title);
}
