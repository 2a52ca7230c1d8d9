import assert from 'node:assert/strict';
import type { Actor } from '../../../src/domain/actor.ts';
import { claimGroups, revisionOf } from '../../../src/domain/invitations/claim-groups.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { claimsOf } from '../../../src/domain/invitations/with-claim.ts';
import { invitationId, personId, providerId } from '../../../src/domain/identifiers.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  alex,
  contoso,
  fabrikam,
  globalAdministrator,
  granularOffer,
  lee,
  megan,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';

const directoryReaders = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b';
const request = `5d027261-d21f-4aa9-b7db-7fa1f56fb163-${fabrikam.id}`;
const link = `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${request}`;
const onNewHost = `https://admin.cloud.microsoft/?#/partners/invitation/granularAdminRelationships/${request}`;
const onlyLink = {
  kind: 'granular',
  roles: 'notKnown',
  durationDays: 'notKnown',
  autoExtends: 'notKnown',
} as const;

/** What a person pastes: the link, and what the mail around it claims. */
function mail(roles: readonly string[], days: number, at = link): DatedOffer & { readonly link: string } {
  return {
    partner: { id: fabrikam.id, idIsGuess: true, name: { value: 'Fabrikam', claimed: true } },
    function: 'delegatedAdministrator',
    delegatedAdmin: {
      ...onlyLink,
      roles: { value: roles, claimed: true },
      durationDays: { value: days, claimed: true },
    },
    link: at,
  };
}

const mild = mail([directoryReaders], 30);
const grave = mail([globalAdministrator], 730);
const signed: DatedOffer = { ...granularOffer, link };

describe('an invitation of which several people claim different things', () => {
  let desk: ReturnType<typeof invitationDesk>;
  beforeEach(() => {
    desk = invitationDesk();
  });

  const paste = (
    actor: Actor,
    offer: DatedOffer & { readonly link: string },
    origin: 'pasted' | 'message' = 'pasted',
  ) => desk.paste(actor, { origin, offer });

  const grants = async () => {
    const access = (await desk.relationship())?.delegatedAdmin;
    return access?.kind === 'active' ? access.grants : [];
  };

  for (const [order, first, second] of [
    ['the milder first', mild, grave],
    ['the graver first', grave, mild],
  ] as const) {
    it(`grants, and puts on record, what the second step named: ${order}`, async () => {
      const { invitation } = await paste(lee, first);
      await paste(megan, second);
      await desk.authorize(megan, invitation.id);
      const [grant, ...others] = await grants();
      assert.deepEqual(others, []);
      assert.ok(grant?.kind === 'granular' && grant.roles !== 'notKnown' && grant.until !== 'notKnown');
      assert.deepEqual([...grant.roles].sort(), [globalAdministrator, directoryReaders].sort());
      assert.equal(grant.until.slice(0, 10), '2028-11-22', '730 days');
      const last = (await desk.history()).at(-1)?.event;
      assert.ok(last?.kind === 'invitationAuthorized');
      assert.deepEqual([...last.after.roles].sort(), [globalAdministrator, directoryReaders].sort());
    });
  }

  it('is one invitation, however its link is written and by whatever way it comes', async () => {
    const { invitation } = await paste(lee, mild);
    for (const [actor, offer, origin] of [
      [alex, mail([userAdministrator], 90, onNewHost), 'pasted'],
      [megan, grave, 'message'],
    ] as const) {
      const again = await paste(actor, offer, origin);
      assert.deepEqual([again.outcome, again.invitation.id], ['known', invitation.id]);
    }
    const submitted = await desk.post({ offer: { ...signed, link: onNewHost } });
    assert.deepEqual([submitted.outcome, submitted.invitation.id], ['received', invitation.id]);
    assert.deepEqual(await desk.pendingIds(), [invitation.id]);
    const stored = await desk.stored(invitation.id);
    assert.equal(stored && claimsOf(stored).length, 4);
    assert.equal(stored?.partner.idIsGuess, false);
  });

  it('is confirmed only as it was shown: a claim that arrives meanwhile sends the person back', async () => {
    const { invitation } = await paste(lee, mild);
    const seen = revisionOf(invitation);
    await paste(megan, grave);
    await assert.rejects(desk.confirm(megan, invitation.id, seen), { code: 'invitation-changed' });
    await assert.rejects(desk.confirm(megan, invitation.id, undefined), { code: 'invitation-changed' });
    assert.deepEqual(await grants(), []);
    const now = await desk.stored(invitation.id);
    const { decidedNow } = await desk.confirm(megan, invitation.id, now && revisionOf(now));
    assert.ok(decidedNow);
  });

  it('is held up by a person who claims more again and again only a few times, each of them on record', async () => {
    const { invitation } = await paste(lee, mild);
    let refused = 0;
    for (let days = 31; days < 51; days += 1) {
      const shown = await desk.stored(invitation.id);
      await paste(lee, mail([directoryReaders], days));
      const now = await desk.stored(invitation.id);
      if (shown && now && revisionOf(shown) !== revisionOf(now)) {
        refused += 1;
        await assert.rejects(desk.confirm(megan, invitation.id, revisionOf(shown)), {
          code: 'invitation-changed',
        });
      }
    }
    assert.equal(refused, 3);
    const added = (await desk.history()).filter(({ event }) => event.kind === 'invitationClaimAdded');
    assert.deepEqual(
      added.map(({ by }) => by),
      [1, 2, 3].map(() => ({ person: lee.person, name: lee.name })),
    );
    await paste(megan, grave);
    const graver = await desk.stored(invitation.id);
    assert.ok(JSON.stringify(graver?.delegatedAdmin).includes(globalAdministrator));
    const { decidedNow } = await desk.confirm(megan, invitation.id, graver && revisionOf(graver));
    assert.ok(decidedNow);
  });

  it('is never granted as it was shown when a graver claim arrives at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { invitation } = await paste(lee, mild);
      const seen = revisionOf(invitation);
      const [decided] = await Promise.all([
        desk.confirm(megan, invitation.id, seen).catch(() => undefined),
        paste(alex, grave),
      ]);
      const stored = await desk.stored(invitation.id);
      const roles = stored?.delegatedAdmin.kind === 'granular' ? stored.delegatedAdmin.roles : 'notKnown';
      if (decided?.decidedNow === true)
        assert.deepEqual(roles, mild.delegatedAdmin.kind === 'granular' && mild.delegatedAdmin.roles);
      else assert.equal(stored?.status.kind, 'pending');
      for (const id of await desk.pendingIds()) await desk.cancel(megan, invitationId(id));
    }
  });

  it('keeps what was submitted apart, which no paste changes, and one that is submitted under its id again is refused', async () => {
    const { invitation } = await desk.post({ offer: signed });
    await paste(lee, grave);
    const stored = await desk.stored(invitation.id);
    const submitted = stored && claimGroups(stored).find(({ sources }) => sources[0].kind === 'submitted');
    assert.deepEqual(submitted?.claim.delegatedAdmin, signed.delegatedAdmin);
    assert.equal((await desk.post({ offer: signed })).outcome, 'known');
    await assert.rejects(desk.post({ offer: { ...signed, ...grave, partner: signed.partner } }), {
      code: 'invitation-differs',
    });
  });

  it('is withdrawn under the id that it was last submitted under', async () => {
    await paste(lee, mild);
    const first = await desk.post({ postedId: 'first', offer: signed });
    await desk.post({ postedId: 'second', offer: signed });
    const early = await desk.post({ postedId: 'first', offer: signed, withdrawn: true });
    assert.deepEqual([early.outcome, early.invitation.status.kind], ['known', 'pending']);
    const late = await desk.post({ postedId: 'second', offer: signed, withdrawn: true });
    assert.equal(late.outcome, 'withdrawn');
    assert.equal((await desk.stored(first.invitation.id))?.status.kind, 'withdrawn');
  });

  it('is not joined by one of another partner, or without a link that says which it is', async () => {
    await paste(lee, mild);
    const other = { ...signed.partner, id: providerId('00000000-0000-4000-8000-000000000009') };
    const reseller = `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${fabrikam.id}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;
    const sold = {
      ...signed,
      function: 'reseller',
      delegatedAdmin: { kind: 'none' },
      link: reseller,
    } as const;
    await desk.post({ postedId: 'sold', offer: sold });
    await desk.post({ postedId: 'sold by another', offer: { ...sold, partner: other } });
    for (const postedId of ['home-1', 'home-2'])
      await desk.post({ postedId, offer: { ...sold, link: 'https://admin.microsoft.com/Adminportal/Home' } });
    assert.equal((await desk.pendingIds()).length, 5);
  });

  it('keeps what administrators and the mail flow say, whoever else pastes it how often', async () => {
    const { invitation } = await paste(lee, mild);
    await paste(megan, grave);
    await desk.post({ offer: signed });
    for (let number = 0; number < 40; number += 1) {
      const somebody = { ...lee, person: personId(`person-${number}`), name: `Person ${number}` };
      await paste(somebody, mail([directoryReaders], 1 + number));
    }
    const stored = await desk.stored(invitation.id);
    const sources = stored ? claimsOf(stored).map(({ source }) => source) : [];
    assert.ok(sources.length <= 6);
    assert.ok(sources.some((source) => source.kind === 'submitted'));
    assert.ok(sources.some((source) => source.kind === 'person' && source.by.person === megan.person));
  });

  it('brings the cards up to date that were posted, and tells everyone when the mail flow submits it', async () => {
    const { invitation } = await paste(lee, mild);
    const announced = async () =>
      (await desk.store.list(contoso, 'announcement', { limit: 100 })).items.map(
        ({ value }) => value.to.kind,
      );
    assert.deepEqual(await announced(), ['everyone']);
    await paste(alex, mild);
    assert.deepEqual(await announced(), ['everyone'], 'nobody is told of what a card shows already');
    await paste({ ...lee, person: personId('other') }, mail([userAdministrator], 60));
    assert.deepEqual((await announced()).sort(), ['everyone', 'holders']);
    await desk.post({ offer: signed });
    assert.deepEqual((await announced()).sort(), ['everyone', 'everyone', 'holders']);
    assert.deepEqual(await desk.pendingIds(), [invitation.id]);
  });

  it('of today’s records is read, and joined, as it is', async () => {
    const { invitation } = await paste(lee, mild);
    const record = await desk.store.get(contoso, 'invitation', invitation.id);
    assert.ok(record);
    const { claims, ...old } = record.value;
    assert.equal(claims?.length, 1);
    await desk.store.commit(contoso, [
      { type: 'put', kind: 'invitation', id: invitation.id, value: old, expected: record.version },
    ]);
    await paste(megan, grave);
    const stored = await desk.stored(invitation.id);
    assert.equal(stored && claimGroups(stored).length, 2);
  });
});
