import assert from 'node:assert/strict';
import { update } from '../../../src/application/ports/changes.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { personId, providerId, type InvitationId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  adele,
  alex,
  contoso,
  fabrikam,
  granularOffer,
  lee,
  megan,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';
import { numberedLink } from '../../support/examples/many-links.ts';
import { breakableStore } from '../../support/ports/breakable-store.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

const nestor: Actor = { tenant: contoso, person: personId('nestor'), name: 'Nestor Wilke' };
const ofLee = { kind: 'person', of: lee.person } as const;
const ofFabrikam = { kind: 'partner', of: fabrikam.id } as const;

const nothing = { cancelled: 0, shared: 0, others: 0, settled: 0, unsaved: 0 };

describe('Several pending invitations', () => {
  let desk: ReturnType<typeof invitationDesk>;
  beforeEach(() => {
    desk = invitationDesk();
  });

  const paste = async (actor: Actor, number: number, offer: DatedOffer = resellerOffer) =>
    (await desk.paste(actor, { origin: 'pasted', offer: { ...offer, link: numberedLink(number) } }))
      .invitation.id;

  async function pasteMany(actor: Actor, count: number, first = 0, offer?: DatedOffer) {
    const ids: InvitationId[] = [];
    for (let number = first; number < first + count; number += 1) ids.push(await paste(actor, number, offer));
    return ids;
  }

  const cancel = (actor: Actor, group: typeof ofLee | typeof ofFabrikam, upTo = '', withSubmitted = false) =>
    desk.cancelGroup(actor, { group, upTo: upTo as InvitationId, withSubmitted, reason: 'A flood.' });

  const statusOf = async (id: InvitationId) => (await desk.stored(id))?.status;
  const cancelledIn = async () =>
    (await desk.history()).flatMap(({ event, by }) =>
      event.kind === 'invitationCancelled' ? [{ id: event.invitation, by }] : [],
    );

  it('that one person pasted are cancelled at once, each with its decision and its entry in the history', async () => {
    const theirs = await pasteMany(lee, 20);
    const [other] = await pasteMany(nestor, 1, 100);
    const signed = await desk.receive();
    const opened = await desk.openGroup(megan, ofLee);
    assert.deepEqual(
      opened.pasted.map(({ id }) => id),
      theirs,
    );
    assert.deepEqual(await cancel(megan, ofLee, theirs.at(-1)), { ...nothing, cancelled: 20 });
    for (const id of theirs) {
      const status = await statusOf(id);
      assert.deepEqual(status, {
        kind: 'cancelled',
        by: { person: megan.person, name: megan.name },
        at: desk.clock.now(),
        reason: 'A flood.',
      });
    }
    assert.deepEqual((await cancelledIn()).map(({ id }) => id).sort(), theirs);
    assert.deepEqual((await desk.pendingIds()).sort(), [other, signed].sort());
    assert.equal(
      (await desk.paste(lee, { origin: 'pasted', offer: { ...resellerOffer, link: numberedLink(500) } }))
        .outcome,
      'received',
    );
  });

  it('of one partner are cancelled without those submitted with a signature, unless these are named', async () => {
    const signed = await desk.receive();
    const pasted = [...(await pasteMany(lee, 3)), ...(await pasteMany(nestor, 2, 50))];
    const opened = await desk.openGroup(megan, ofFabrikam);
    assert.deepEqual([opened.pasted.length, opened.submitted.map(({ id }) => id)], [5, [signed]]);
    assert.deepEqual(await cancel(megan, ofFabrikam, pasted.at(-1)), { ...nothing, cancelled: 5 });
    assert.deepEqual(await desk.pendingIds(), [signed]);
    assert.deepEqual(await cancel(megan, ofFabrikam, pasted.at(-1), true), { ...nothing, cancelled: 1 });
  });

  it('that were submitted with a signature since, or pasted by an administrator too, stay', async () => {
    const theirs = await pasteMany(lee, 4);
    await desk.post({ postedId: 'genuine', offer: { ...resellerOffer, link: numberedLink(1) } });
    await desk.paste(megan, {
      origin: 'pasted',
      offer: { ...resellerOffer, message: 'Another.', link: numberedLink(2) },
    });
    assert.deepEqual(await cancel(adele, ofLee, theirs.at(-1)), { ...nothing, cancelled: 2, shared: 2 });
    assert.deepEqual(await desk.pendingIds(), [theirs[1], theirs[2]]);
  });

  for (const [who, other] of [
    ['an administrator', adele],
    ['a colleague', nestor],
  ] as const) {
    it(`that ${who} pasted too, even without saying more, are not among those of one person`, async () => {
      const theirs = await pasteMany(lee, 4);
      const asked = await desk.openGroup(megan, ofLee);
      assert.deepEqual([asked.pasted.length, asked.shared, asked.known], [4, 0, 4]);
      await paste(lee, 0);
      await paste(other, 1);
      await paste(other, 2, { ...resellerOffer, message: 'Another.' });
      const opened = await desk.openGroup(megan, ofLee);
      assert.deepEqual(
        opened.pasted.map(({ id }) => id),
        [theirs[0], theirs[3]],
      );
      assert.deepEqual([opened.shared, opened.known], [2, 4]);
      assert.deepEqual(await cancel(megan, ofLee, theirs.at(-1)), { ...nothing, cancelled: 2, shared: 2 });
      assert.deepEqual((await desk.pendingIds()).sort(), [theirs[1], theirs[2]].sort());
      // Of their partner they are cancelled still.
      assert.deepEqual(await cancel(megan, ofFabrikam, theirs.at(-1)), { ...nothing, cancelled: 2 });
    });
  }

  it('that others claimed something of stay, also where it was stored by an older desk', async () => {
    const [first, second] = await pasteMany(lee, 2);
    assert.ok(first !== undefined && second !== undefined);
    await paste(nestor, 0, { ...resellerOffer, message: 'Another.' });
    const index = await desk.store.get(contoso, 'pendingInvitation', first);
    assert.ok(index?.value.first !== undefined);
    const { first: _, ...older } = index.value;
    await desk.store.commit(contoso, [update('pendingInvitation', index, older)]);
    const opened = await desk.openGroup(megan, ofLee);
    assert.deepEqual([opened.pasted.map(({ id }) => id), opened.shared], [[second], 1]);
    assert.deepEqual(await cancel(megan, ofLee, second), { ...nothing, cancelled: 1, shared: 1 });
  });

  it('that came after the question was asked stay', async () => {
    const before = await pasteMany(lee, 3);
    const [after] = await pasteMany(lee, 1, 90);
    await cancel(megan, ofLee, before.at(-1));
    assert.deepEqual(await desk.pendingIds(), [after]);
  });

  it('are cancelled by whoever may decide each of them, and by nobody else, who is on record', async () => {
    const reseller = await pasteMany(lee, 2);
    const granular = await pasteMany(lee, 2, 50, granularOffer);
    const last = granular.at(-1);
    await assert.rejects(desk.openGroup(nestor, ofLee), { code: 'not-allowed' });
    await assert.rejects(cancel(nestor, ofLee, last), { code: 'not-allowed' });
    assert.equal((await desk.history()).at(-1)?.event.kind, 'decisionRefused');
    assert.equal((await desk.pendingIds()).length, 4);
    const opened = await desk.openGroup(alex, ofLee);
    assert.deepEqual([opened.pasted.length, opened.others.length], [2, 2]);
    assert.deepEqual(await cancel(alex, ofLee, last), { ...nothing, cancelled: 2, others: 2 });
    assert.deepEqual(await desk.pendingIds(), granular);
    assert.equal((await statusOf(reseller[0] ?? ('' as InvitationId)))?.kind, 'cancelled');
    assert.deepEqual(await cancel(adele, ofLee, last), { ...nothing, cancelled: 2 });
  });

  it('stay where a card names an invitation that does not exist, or one that came before them', async () => {
    const [earlier] = await pasteMany(nestor, 1, 70);
    await pasteMany(lee, 2);
    for (const upTo of ['unknown', 'zzz']) {
      await assert.rejects(cancel(megan, ofLee, upTo), { code: 'invitation-not-found' });
    }
    assert.deepEqual(await cancel(megan, ofLee, earlier), { ...nothing, cancelled: 0 });
    assert.equal((await desk.pendingIds()).length, 3);
  });

  it('are decided once each, whoever decides at the same moment', async () => {
    const theirs = await pasteMany(lee, 20);
    const last = theirs.at(-1);
    const [one, other, ...singly] = await Promise.all([
      cancel(megan, ofLee, last),
      cancel(adele, ofFabrikam, last),
      ...theirs.slice(5, 10).map((id) => desk.authorize(megan, id)),
    ]);
    const decided = (await desk.history()).filter(({ event }) =>
      ['invitationCancelled', 'invitationAuthorized'].includes(event.kind),
    );
    assert.equal(decided.length, 20);
    const authorized = singly.filter(({ decidedNow }) => decidedNow).length;
    const authorizedNow = singly.filter(({ invitation }) => invitation.status.kind === 'authorized').length;
    assert.equal(authorized, authorizedNow);
    assert.equal(one.cancelled + other.cancelled + authorized, 20);
    assert.deepEqual(await desk.pendingIds(), []);
  });

  it('are two hundred at a time, and the next press goes on', async () => {
    desk = invitationDesk({ pendingLimits: { perPerson: 0, perTenant: 0 } });
    await pasteMany(lee, 450);
    for (const [cancelled, further] of [
      [200, 250],
      [200, 50],
      [50, 0],
    ]) {
      const opened = await desk.openGroup(megan, ofLee);
      assert.deepEqual([opened.pasted.length, opened.further], [cancelled, further]);
      const receipt = await cancel(megan, ofLee, opened.pasted.at(-1)?.id);
      assert.deepEqual(receipt, { ...nothing, cancelled });
    }
  });

  it('that cannot be saved stay pending, and are counted', async () => {
    const store = breakableStore(memoryStore());
    desk = invitationDesk({
      store: {
        ...store,
        commit: async (tenant, changes) => {
          await store.commit(tenant, changes);
          store.broken = changes.some(
            (change) => change.type === 'append' && change.value.event.kind === 'invitationCancelled',
          );
        },
      },
      pendingLimits: { perPerson: 0, perTenant: 0 },
    });
    const theirs = await pasteMany(lee, 50);
    assert.deepEqual(await cancel(megan, ofLee, theirs.at(-1)), { ...nothing, cancelled: 20, unsaved: 30 });
    assert.equal((await desk.pendingIds()).length, 30);
    await assert.rejects(cancel(megan, ofLee, theirs.at(-1)), { code: 'store-unavailable' });
  });

  it('of a partner with a malformed id are those of that id alone', async () => {
    const partner = { id: providerId('constructor'), idIsGuess: true };
    const [one] = await pasteMany(lee, 1, 5, { ...resellerOffer, partner });
    await pasteMany(lee, 1, 6);
    const opened = await desk.openGroup(megan, { kind: 'partner', of: partner.id });
    assert.deepEqual(
      opened.pasted.map(({ id }) => id),
      [one],
    );
  });
});
