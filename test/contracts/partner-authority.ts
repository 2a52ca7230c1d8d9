import assert from 'node:assert/strict';
import type { PartnerAuthority } from '../../src/application/ports/authority.ts';
import type { Clock } from '../../src/application/ports/clock.ts';
import { partnerDesk } from '../support/desk/partner-desk.ts';
import {
  contoso,
  exampleInvitation,
  fabrikam,
  granularOffer,
  megan,
  received,
  resellerOffer,
} from '../support/examples/invitation-examples.ts';
import { northwindId } from '../support/examples/seen-partners.ts';

/**
 * The contract of every authority, with the use cases that decide and the watch that reads the tenant.
 */
export function partnerAuthorityContract(name: string, create: (clock: Clock) => PartnerAuthority): void {
  describe(`${name} keeps the contract of a partner authority`, () => {
    const clock = { now: () => received };
    const deciding = () => partnerDesk({ authority: create(clock) });

    for (const offer of [resellerOffer, granularOffer]) {
      describe(`for a ${offer.function}`, () => {
        const decided = async () => {
          const desk = deciding();
          const id = await desk.receive(offer);
          await desk.authorize(megan, id);
          const effect = async () => {
            const status = (await desk.stored(id))?.status;
            assert(status?.kind === 'authorized');
            const [entry] = (await desk.relationship())?.functions ?? [];
            assert.deepEqual(entry?.effect, status.effect, 'invitation and relationship agree');
            return status.effect;
          };
          return { desk, id, effect };
        };

        it('is in effect at once, or says where a person brings it about; the same when asked again', async () => {
          const authority = create(clock);
          const effect = await authority.authorize(contoso, exampleInvitation(offer));
          assert.notEqual(effect.kind, 'confirmed', 'nothing was seen yet');
          if (effect.kind === 'awaiting') assert.equal(new URL(effect.adminCenterPage).protocol, 'https:');
          assert.deepEqual(await authority.authorize(contoso, exampleInvitation(offer)), effect);
        });

        it('claims no more than the tenant shows', async () => {
          const { desk, effect } = await decided();
          const before = await effect();
          desk.tenant.show({ ...offer, partner: { ...fabrikam, id: northwindId } });
          await desk.read(3);
          assert.deepEqual(await effect(), before);
        });

        it('is confirmed once it is seen, and stays there', async () => {
          const { desk, id, effect } = await decided();
          desk.tenant.show(offer);
          await desk.read();
          const confirmed = await effect();
          assert.equal(confirmed.kind, 'confirmed');
          await desk.read(2);
          assert.deepEqual(await effect(), confirmed);
          const kinds = (await desk.history()).map(({ event }) => event.kind);
          assert.equal(kinds.filter((kind) => kind === 'authorizationConfirmed').length, 1);
          assert.equal((await desk.stored(id))?.status.kind, 'authorized', 'who decided stays');
        });
      });
    }

    describe('for a removal', () => {
      const removed = async () => {
        const desk = deciding();
        await desk.accept();
        desk.tenant.show(granularOffer);
        desk.tenant.show({ ...granularOffer, partner: { ...fabrikam, id: northwindId } });
        await desk.read();
        await desk.time.pass(1000);
        const { relationship } = await desk.remove(megan);
        const effect = async () => {
          const access = (await desk.relationship())?.delegatedAdmin;
          assert(access?.kind === 'removed');
          return access.effect;
        };
        return { desk, relationship, effect };
      };

      it('is in effect at once, or says where a person brings it about; the same when asked again', async () => {
        const { relationship } = await removed();
        const authority = create(clock);
        const effect = await authority.remove(contoso, relationship);
        assert.notEqual(effect.kind, 'confirmed', 'nothing was seen yet');
        if (effect.kind === 'awaiting') assert.equal(new URL(effect.adminCenterPage).protocol, 'https:');
        assert.deepEqual(await authority.remove(contoso, relationship), effect);
      });

      it('claims no more than the tenant shows', async () => {
        const { desk, effect } = await removed();
        const before = await effect();
        desk.tenant.take(northwindId);
        await desk.read(3);
        assert.deepEqual(await effect(), before);
      });

      it('is confirmed once it is seen to be gone, twice, and stays there', async () => {
        const { desk, effect } = await removed();
        const before = await effect();
        desk.tenant.take(fabrikam.id);
        await desk.read();
        assert.deepEqual(await effect(), before);
        await desk.read();
        const confirmed = await effect();
        assert.equal(confirmed.kind, 'confirmed');
        await desk.read(2);
        assert.deepEqual(await effect(), confirmed);
      });
    });
  });
}
