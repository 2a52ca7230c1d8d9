import assert from 'node:assert/strict';
import { microsoft365Authority } from '../../../src/adapters/authority/microsoft365-authority.ts';
import { insert } from '../../../src/application/ports/changes.ts';
import type { TenantReader } from '../../../src/application/ports/tenant-reader.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { awaitedEffectId, type AwaitedDecision } from '../../../src/domain/tenant/awaited-effect.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { invitationId, tenantId } from '../../../src/domain/identifiers.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import {
  fabrikam,
  granularOffer,
  offerOf,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';
import { everyoneHas, rolesOf } from '../../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');
const page = 'https://admin.example/partners';
const authority = microsoft365Authority({ partnersPage: page, clock: { now: () => monday } });
/** That there is one makes the desk speak of the tenant as it is; nothing is read of it here. */
const tenantReader: TenantReader = {
  observe: () => Promise.reject(new Error('not read')),
  activity: () => Promise.reject(new Error('not read')),
  link: () => Promise.reject(new Error('not read')),
  heldBack: () => 0,
};
const classicOffer: DatedOffer = { ...granularOffer, delegatedAdmin: { kind: 'classic' } };

describe('an authorization that Microsoft 365 does not show yet', () => {
  it('says what is still to be done, that only a Global Administrator can, and opens the exact page', async () => {
    const { outcome } = await authorized(granularOffer);
    assert.match(
      textOf(outcome),
      /Awaiting Microsoft 365\.\nA Global Administrator still has to approve the request.*No other role can/,
    );
    assert.match(textOf(outcome), /Once it is done there:\nIt may manage/);
    assert.match(JSON.stringify(outcome), new RegExp(`"url":"${page}"`));
    assert.ok(!titles(outcome).includes('Done at Microsoft'), 'it will be seen there');
  });

  for (const invitedAs of ['partner', 'mpsaPartner', 'oemPcPartner', 'lineOfBusinessPartner'] as const) {
    it(`can be said to be done as ${invitedAs}, which nothing there shows: a word, never confirmed`, async () => {
      const { chat, outcome, id } = await authorized(offerOf(invitedAs));
      await store(chat, { kind: 'authorization', invitation: id, partner: fabrikam.id });
      const said = await chat.press(outcome, 'Done at Microsoft');
      assert.match(
        textOf(said),
        /Adele Vance says that it was done at Microsoft \(23 November 2026 at 09:00 UTC\)\. Microsoft 365 does not show it\./,
      );
      assert.doesNotMatch(textOf(said), /Confirmed|It may now/);
      assert.ok(!titles(said).includes('Done at Microsoft'));
      assert.deepEqual(await awaited(chat), []);
      assert.match(
        textOf(await chat.say('history')),
        /Said to be done at Microsoft, not shown by Microsoft 365: Fabrikam/,
      );
    });
  }

  it('can be said to be done once: the second presser sees who did', async () => {
    const { chat, outcome } = await authorized(offerOf('oemPcPartner'));
    await chat.press(outcome, 'Done at Microsoft');
    const alex = { person: 'alex', conversation: 'chat of alex' };
    assert.match(
      textOf(await chat.press(outcome, 'Done at Microsoft', {}, alex)),
      /Adele Vance says that it was done/,
    );
    assert.equal((await events(chat)).filter((kind) => kind === 'doneAtMicrosoft').length, 1);
  });

  it('cannot be said to be done where Microsoft 365 will show it, whatever is sent', async () => {
    for (const offer of [granularOffer, resellerOffer]) {
      const { chat, id } = await authorized(offer);
      const data = { invitation: id };
      const value = { action: { type: 'Action.Execute', verb: 'tenant.done', data }, trigger: 'manual' };
      const { posted } = await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value });
      assert.doesNotMatch(JSON.stringify(posted), /says that it was done/);
      assert.ok(!(await events(chat)).includes('doneAtMicrosoft'));
    }
  });

  it('cannot be said to be done without the role, which is on record', async () => {
    const { chat, outcome } = await authorized(
      offerOf('oemPcPartner'),
      rolesOf([['adele', new Set(['globalAdministrator'])]]),
    );
    const lee = { person: 'lee', conversation: 'chat of lee' };
    assert.match(
      textOf(await chat.press(outcome, 'Done at Microsoft', {}, lee)),
      /You cannot decide this yourself/,
    );
    assert.deepEqual((await events(chat)).at(-1), 'tenantChangeRefused');
  });
});

describe('a removal of classic administration, which Microsoft 365 does not show', () => {
  it('offers to say that it was done, and shows the word', async () => {
    const { chat } = await authorized(classicOffer);
    const removed = await remove(chat);
    await store(chat, { kind: 'removal', partner: fabrikam.id });
    assert.match(textOf(removed), /press “Done at Microsoft” once it is done there/);
    const said = await chat.press(removed, 'Done at Microsoft');
    assert.match(
      textOf(said),
      /Adele Vance says that it was done at Microsoft .*Microsoft 365 does not show it\./,
    );
    assert.ok(!titles(said).includes('Done at Microsoft'));
    assert.deepEqual(await awaited(chat), []);
    const relationship = await chat.store.get(tenant, 'relationship', fabrikam.id);
    const access = relationship?.value.delegatedAdmin;
    assert.deepEqual(access?.kind === 'removed' && access.effect.kind, 'said');
  });

  it('is refused of granular permissions, which it shows', async () => {
    const { chat } = await authorized(granularOffer);
    assert.ok(!titles(await remove(chat)).includes('Done at Microsoft'));
    assert.doesNotMatch(JSON.stringify(await done(chat)), /says that it was done/);
    assert.ok(!(await events(chat)).includes('doneAtMicrosoft'));
  });
});

type Chat = ReturnType<typeof conversation>;

async function authorized(offer: DatedOffer, roles = everyoneHas(new Set(['globalAdministrator' as const]))) {
  const chat = conversation({ authority, roles, tenantReader });
  const ports = { store: chat.store, clock: chat.time.clock, newId, roles, log: chat.log };
  const submitted = { postedId: 'inv-1', offer, withdrawn: false };
  const { invitation } = await receiveSubmittedInvitation(ports, tenant, submitted);
  const card = await chat.press(await chat.say('invitations'), 'Review Fabrikam');
  const next = await chat.press(card, 'Authorize');
  const isSecondStep = titles(next).includes('Authorize and grant');
  const outcome = isSecondStep ? await chat.press(next, 'Authorize and grant') : next;
  return { chat, outcome, id: invitationId(invitation.id) };
}

async function remove(chat: Chat): Promise<AdaptiveCard> {
  const asked = await chat.say('revoke Fabrikam');
  const [button] = buttonsOf(asked).filter(({ verb }) => verb === 'partner.remove');
  return chat.press(asked, button?.title ?? '');
}

async function done(chat: Chat) {
  const data = { partner: fabrikam.id };
  const value = { action: { type: 'Action.Execute', verb: 'tenant.done', data }, trigger: 'manual' };
  return (await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value })).posted;
}

/** The watch stores what is awaited with the decision. */
async function store({ store: records }: Chat, of: AwaitedDecision): Promise<void> {
  const id = awaitedEffectId(of);
  if ((await records.get(tenant, 'awaitedEffect', id)) !== undefined) return;
  await records.commit(tenant, [insert('awaitedEffect', id, { of, since: monday })]);
}

async function awaited({ store }: Chat): Promise<readonly unknown[]> {
  return (await store.list(tenant, 'awaitedEffect', { limit: 10 })).items;
}

function titles(card: Parameters<typeof buttonsOf>[0]): readonly string[] {
  return buttonsOf(card).map(({ title }) => title);
}

async function events({ store }: Chat): Promise<readonly string[]> {
  const { items } = await store.entries(tenant, 'audit', { limit: 100 });
  return items.map(({ event }) => event.kind);
}
