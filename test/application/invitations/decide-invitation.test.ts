import assert from 'node:assert/strict';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  adele,
  alex,
  allan,
  contoso,
  fabrikam,
  granularOffer,
  lee,
  megan,
  offerOf,
  received,
  resellerOffer,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { breakableStore } from '../../support/ports/breakable-store.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { everyoneHas } from '../../support/ports/roles-of.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('deciding about an invitation', () => {
  let desk: ReturnType<typeof invitationDesk>;
  beforeEach(() => {
    desk = invitationDesk();
  });

  const events = async () => (await desk.history()).map(({ event }) => event);

  describe('authorizing', () => {
    for (const invitedAs of solutionProviderFunctions) {
      it(`makes the partner a ${invitedAs}, and says in the history what changed`, async () => {
        const id = await desk.receive(offerOf(invitedAs));
        await desk.time.pass(minute);
        const { invitation, decidedNow } = await desk.authorize(megan, id);
        assert.equal(decidedNow, true);
        assert.equal(invitation.status.kind, 'authorized');
        assert.deepEqual(await desk.stored(id), invitation);
        assert.deepEqual(await desk.pendingIds(), []);

        const relationship = await desk.relationship();
        const [entry] = relationship?.functions ?? [];
        assert.equal(entry?.function, invitedAs);
        assert.deepEqual(entry.effect, { kind: 'inEffect' });

        const administers = offerOf(invitedAs).delegatedAdmin.kind !== 'none';
        assert.deepEqual((await desk.history()).at(-1), {
          at: later(received, minute),
          by: { person: 'megan', name: 'Megan Bowen' },
          event: {
            kind: 'invitationAuthorized',
            invitation: id,
            partner: fabrikam.id,
            function: invitedAs,
            agreement: entry.agreement,
            settings: entry.settings,
            effect: 'inEffect',
            before: { functions: [], delegatedAdmin: 'none', roles: [] },
            after: {
              functions: [invitedAs],
              delegatedAdmin: administers ? 'active' : 'none',
              roles: administers ? [userAdministrator] : [],
            },
          },
        });
      });
    }

    it('adds to the relationship that there is with the same partner', async () => {
      await desk.authorize(megan, await desk.receive(resellerOffer));
      await desk.authorize(megan, await desk.receive(granularOffer));
      const relationship = await desk.relationship();
      assert.deepEqual(
        relationship?.functions.map((entry) => entry.function),
        ['reseller', 'delegatedAdministrator'],
      );
      const { items } = await desk.store.list(contoso, 'relationship', { limit: 10 });
      assert.equal(items.length, 1);
    });

    it('keeps both where two functions of one partner are authorized at the same moment', async () => {
      const ids = [await desk.receive(resellerOffer), await desk.receive(granularOffer)];
      await Promise.all(ids.map((id) => desk.authorize(megan, id)));
      assert.equal((await desk.relationship())?.functions.length, 2);
    });

    it('stores the settings that were chosen', async () => {
      const id = await desk.receive(offerOf('partner'));
      await desk.authorize(megan, id, { account: 'fabrikam@contoso.com' });
      const settings = { kind: 'account', userPrincipalName: 'fabrikam@contoso.com' };
      assert.deepEqual((await desk.relationship())?.functions[0]?.settings, settings);
    });

    it('changes nothing while a setting cannot be taken', async () => {
      const id = await desk.receive(offerOf('partner'));
      await assert.rejects(desk.authorize(megan, id, { account: 'Fabrikam' }), { code: 'account-invalid' });
      assert.equal((await desk.stored(id))?.status.kind, 'pending');
      assert.equal((await desk.authorize(megan, id)).decidedNow, true);
    });

    it('stores everything or nothing', async () => {
      const store = breakableStore(memoryStore());
      desk = invitationDesk({ store });
      const id = await desk.receive();
      store.broken = true;
      await assert.rejects(desk.authorize(megan, id), { code: 'store-unavailable' });
      store.broken = false;
      assert.equal((await desk.stored(id))?.status.kind, 'pending');
      assert.equal(await desk.relationship(), undefined);
      assert.equal((await events()).length, 1);
      assert.equal((await desk.authorize(megan, id)).decidedNow, true);
    });
  });

  describe('cancelling', () => {
    it('grants nothing, and stores who declined and why', async () => {
      const id = await desk.receive(granularOffer);
      const { invitation, decidedNow } = await desk.cancel(adele, id, 'Not our provider.');
      assert.equal(decidedNow, true);
      const by = { person: 'adele', name: 'Adele Vance' };
      assert.deepEqual(invitation.status, {
        kind: 'cancelled',
        by,
        at: received,
        reason: 'Not our provider.',
      });
      assert.equal(await desk.relationship(), undefined);
      assert.deepEqual(await desk.pendingIds(), []);
      assert.deepEqual((await desk.history()).at(-1), {
        at: received,
        by,
        event: {
          kind: 'invitationCancelled',
          invitation: id,
          partner: fabrikam.id,
          function: 'delegatedAdministrator',
          reason: 'Not our provider.',
        },
      });
    });

    it('needs no reason', async () => {
      const { invitation } = await desk.cancel(megan, await desk.receive());
      assert.deepEqual(Object.keys(invitation.status), ['kind', 'by', 'at']);
    });
  });

  describe('a second time', () => {
    it('changes nothing, and shows who decided what, and when', async () => {
      const id = await desk.receive();
      const first = await desk.cancel(alex, id);
      await desk.time.pass(minute);
      for (const late of [desk.authorize(megan, id), desk.cancel(megan, id), desk.cancel(alex, id)]) {
        assert.deepEqual(await late, { invitation: first.invitation, decidedNow: false });
      }
      assert.deepEqual(
        (await events()).map(({ kind }) => kind),
        ['invitationReceived', 'invitationCancelled'],
      );
    });

    it('is told so where the invitation was withdrawn', async () => {
      const { invitation } = await desk.post();
      await desk.post({ withdrawn: true });
      const receipt = await desk.authorize(megan, invitation.id);
      assert.equal(receipt.decidedNow, false);
      assert.equal(receipt.invitation.status.kind, 'withdrawn');
      assert.equal(await desk.relationship(), undefined);
    });
  });

  describe('after it expired', () => {
    it('changes nothing, says so, and records the expiry if nobody had', async () => {
      const id = await desk.receive();
      await desk.time.pass(90 * day);
      const lapsesAt = later(received, 90 * day);
      for (const press of [() => desk.authorize(megan, id), () => desk.cancel(alex, id)]) {
        const { invitation, decidedNow } = await press();
        assert.equal(decidedNow, false);
        assert.deepEqual(invitation.status, { kind: 'lapsed', at: lapsesAt });
      }
      assert.equal((await desk.stored(id))?.status.kind, 'lapsed');
      assert.deepEqual(await desk.pendingIds(), []);
      const about = { invitation: id, partner: fabrikam.id, function: 'reseller' };
      assert.deepEqual((await desk.history()).slice(1), [
        { at: lapsesAt, by: 'desk', event: { kind: 'invitationLapsed', ...about } },
        {
          at: lapsesAt,
          by: { person: 'megan', name: 'Megan Bowen' },
          event: { kind: 'decisionRefused', ...about, wanted: 'authorize', why: 'lapsed' },
        },
        {
          at: lapsesAt,
          by: { person: 'alex', name: 'Alex Wilber' },
          event: { kind: 'decisionRefused', ...about, wanted: 'cancel', why: 'lapsed' },
        },
      ]);
    });

    it('is still possible a moment before', async () => {
      const id = await desk.receive();
      await desk.time.pass(90 * day - 1);
      assert.equal((await desk.authorize(megan, id)).decidedNow, true);
    });
  });

  describe('without the role', () => {
    const administering = ['globalAdministrator', 'relationshipAdministrator'];

    it('changes nothing, names the roles that can, and is in the history', async () => {
      const id = await desk.receive(granularOffer);
      await assert.rejects(desk.authorize(alex, id), {
        code: 'not-allowed',
        parameters: { roles: administering },
      });
      await assert.rejects(desk.cancel(lee, id), { code: 'not-allowed' });
      assert.equal((await desk.stored(id))?.status.kind, 'pending');
      const about = { invitation: id, partner: fabrikam.id, function: 'delegatedAdministrator' };
      assert.deepEqual((await desk.history()).slice(1), [
        {
          at: received,
          by: { person: 'alex', name: 'Alex Wilber' },
          event: { kind: 'decisionRefused', ...about, wanted: 'authorize', why: 'role' },
        },
        {
          at: received,
          by: { person: 'lee', name: 'Lee Gu' },
          event: { kind: 'decisionRefused', ...about, wanted: 'cancel', why: 'role' },
        },
      ]);
    });

    it('reveals neither what was decided nor whether there is such an invitation', async () => {
      const id = await desk.receive(granularOffer);
      await desk.authorize(megan, id);
      for (const asked of [id, invitationId('made up')]) {
        await assert.rejects(desk.authorize(lee, asked), {
          code: 'not-allowed',
          parameters: { roles: administering },
        });
      }
    });

    it('is checked at the press: a role given or taken meanwhile counts', async () => {
      const held = new Set<'billingAdministrator'>();
      const id = await desk.receive();
      desk = invitationDesk({ store: desk.store, roles: everyoneHas(held) });
      await assert.rejects(desk.cancel(lee, id), { code: 'not-allowed' });
      held.add('billingAdministrator');
      assert.equal((await desk.cancel(lee, id)).decidedNow, true);
    });
  });

  it('does not find what is not there, nor another tenant’s', async () => {
    const id = await desk.receive();
    await assert.rejects(desk.authorize(megan, invitationId('made up')), { code: 'invitation-not-found' });
    await assert.rejects(desk.cancel(allan, id), { code: 'invitation-not-found' });
    assert.equal((await desk.stored(id))?.status.kind, 'pending');
  });
});
