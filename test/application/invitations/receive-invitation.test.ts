import assert from 'node:assert/strict';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  granularOffer,
  lee,
  megan,
  received,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';

const hour = 60 * 60 * 1000;
const link =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0#/partners/invitation';
const linked: DatedOffer & { readonly link: string } = { ...resellerOffer, link };

describe('an invitation that is submitted', () => {
  let desk: ReturnType<typeof invitationDesk>;
  beforeEach(() => {
    desk = invitationDesk();
  });

  const kinds = async () => (await desk.history()).map(({ event }) => event.kind);

  it('is stored as it came, is pending, and is in the history', async () => {
    const { outcome, invitation } = await desk.post();
    assert.equal(outcome, 'received');
    assert.deepEqual(invitation.origin, { kind: 'posted', postedId: 'inv-2041' });
    assert.equal(invitation.receivedAt, received);
    assert.deepEqual(invitation.status, { kind: 'pending' });
    assert.deepEqual(await desk.stored(invitation.id), invitation);
    assert.deepEqual(await desk.pendingIds(), [invitation.id]);
    assert.deepEqual(await desk.history(), [
      {
        at: received,
        by: 'intake',
        event: {
          kind: 'invitationReceived',
          invitation: invitation.id,
          partner: resellerOffer.partner.id,
          function: 'reseller',
          origin: 'posted',
        },
      },
    ]);
  });

  it('is known when it is submitted again, in whatever order its fields come', async () => {
    const { invitation } = await desk.post();
    const { message, ...rest } = resellerOffer;
    const again = await desk.post({ offer: { ...(message !== undefined && { message }), ...rest } });
    assert.deepEqual(again, { outcome: 'known', invitation });
    assert.deepEqual(await kinds(), ['invitationReceived']);
  });

  it('is known once it was decided, too', async () => {
    const { invitation } = await desk.post();
    await desk.cancel(megan, invitation.id);
    const again = await desk.post();
    assert.equal(again.outcome, 'known');
    assert.equal(again.invitation.status.kind, 'cancelled');
  });

  it('is received once when it is submitted many times at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => desk.post()));
    assert.equal(results.filter(({ outcome }) => outcome === 'received').length, 1);
    assert.equal(new Set(results.map(({ invitation }) => invitation.id)).size, 1);
    assert.deepEqual(await kinds(), ['invitationReceived']);
  });

  it('is refused with other content under the same id, and stays as it was', async () => {
    const { invitation } = await desk.post();
    for (const withdrawn of [false, true]) {
      await assert.rejects(desk.post({ offer: granularOffer, withdrawn }), { code: 'invitation-differs' });
    }
    assert.deepEqual(await desk.stored(invitation.id), invitation);
  });

  it('is another one in another tenant', async () => {
    const { invitation } = await desk.post();
    const elsewhere = await desk.post({ offer: granularOffer }, tenantId('litware'));
    assert.equal(elsewhere.outcome, 'received');
    assert.notEqual(elsewhere.invitation.id, invitation.id);
  });

  it('has expired already when it arrives after its time', async () => {
    const { outcome, invitation } = await desk.post({
      offer: { ...resellerOffer, expiresAt: later(received, -hour) },
    });
    assert.equal(outcome, 'received');
    assert.equal(invitation.status.kind, 'lapsed');
  });

  describe('and withdrawn', () => {
    it('is withdrawn, and no longer waits', async () => {
      const { invitation } = await desk.post();
      await desk.time.pass(hour);
      const { outcome, invitation: withdrawn } = await desk.post({ withdrawn: true });
      assert.equal(outcome, 'withdrawn');
      assert.deepEqual(withdrawn, {
        ...invitation,
        status: { kind: 'withdrawn', at: later(received, hour) },
      });
      assert.deepEqual(await desk.stored(invitation.id), withdrawn);
      assert.deepEqual(await desk.pendingIds(), []);
      assert.deepEqual(await kinds(), ['invitationReceived', 'invitationWithdrawn']);
    });

    it('stays so when that is submitted again, or the invitation itself', async () => {
      await desk.post();
      const { invitation } = await desk.post({ withdrawn: true });
      assert.deepEqual(await desk.post({ withdrawn: true }), { outcome: 'known', invitation });
      assert.deepEqual(await desk.post(), { outcome: 'known', invitation });
      assert.deepEqual(await kinds(), ['invitationReceived', 'invitationWithdrawn']);
    });

    it('too late, is told what was decided', async () => {
      const { invitation } = await desk.post();
      await desk.authorize(megan, invitation.id);
      const status = (await desk.stored(invitation.id))?.status;
      await assert.rejects(desk.post({ withdrawn: true }), {
        code: 'invitation-already-decided',
        parameters: { decision: status },
      });
      assert.deepEqual((await desk.stored(invitation.id))?.status, status);
    });

    it('before it arrived, is never shown', async () => {
      assert.equal((await desk.post({ withdrawn: true })).outcome, 'withdrawn');
      const late = await desk.post();
      assert.equal(late.outcome, 'known');
      assert.equal(late.invitation.status.kind, 'withdrawn');
      assert.deepEqual(await desk.pendingIds(), []);
      assert.deepEqual(await kinds(), ['invitationReceived', 'invitationWithdrawn']);
    });
  });
});

describe('an invitation whose link somebody shows to the desk', () => {
  let desk: ReturnType<typeof invitationDesk>;
  beforeEach(() => {
    desk = invitationDesk();
  });

  for (const origin of ['pasted', 'message'] as const) {
    it(`is stored with who showed it (${origin})`, async () => {
      const { outcome, invitation } = await desk.paste(lee, { origin, offer: linked });
      assert.equal(outcome, 'received');
      assert.deepEqual(invitation.origin, { kind: origin, by: { person: 'lee', name: 'Lee Gu' } });
      assert.deepEqual(await desk.stored(invitation.id), invitation);
      const [entry] = await desk.history();
      assert.deepEqual(entry?.by, { person: 'lee', name: 'Lee Gu' });
    });
  }

  it('is found again while it waits, whoever shows it, whatever the text around it claims', async () => {
    const { invitation } = await desk.paste(lee, { origin: 'pasted', offer: linked });
    const offer = { ...linked, message: 'Urgent! Authorize at once.' };
    const again = await desk.paste(megan, { origin: 'message', offer });
    assert.equal(again.outcome, 'known');
    assert.equal(again.invitation.id, invitation.id);
    assert.deepEqual(await desk.paste(lee, { origin: 'pasted', offer: linked }), again);
    const kinds = (await desk.history()).map(({ event }) => event.kind);
    assert.deepEqual(kinds, ['invitationReceived', 'invitationClaimAdded']);
  });

  it('is found again if it was submitted', async () => {
    const { invitation } = await desk.post({ offer: linked });
    const again = await desk.paste(megan, { origin: 'pasted', offer: linked });
    assert.deepEqual(again, { outcome: 'known', invitation });
  });

  it('is a new one once the earlier was decided or has expired', async () => {
    const first = await desk.paste(megan, { origin: 'pasted', offer: linked });
    await desk.cancel(megan, first.invitation.id);
    const second = await desk.paste(megan, { origin: 'pasted', offer: linked });
    assert.equal(second.outcome, 'received');
    await desk.time.pass(90 * 24 * hour);
    const third = await desk.paste(megan, { origin: 'pasted', offer: linked });
    assert.equal(third.outcome, 'received');
    assert.equal(new Set([first, second, third].map(({ invitation }) => invitation.id)).size, 3);
  });

  it('is stored once when several show it at the same moment', async () => {
    const results = await Promise.all(
      [lee, megan, lee].map((person) => desk.paste(person, { origin: 'pasted', offer: linked })),
    );
    assert.equal(results.filter(({ outcome }) => outcome === 'received').length, 1);
    assert.equal((await desk.pendingIds()).length, 1);
  });
});
