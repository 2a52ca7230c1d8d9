import assert from 'node:assert/strict';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { contoso, megan, received, resellerOffer } from '../../support/examples/invitation-examples.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

const day = 24 * 60 * 60 * 1000;
const litware = tenantId('litware');
const soon = { ...resellerOffer, expiresAt: later(received, day) };

describe('what nobody decides in time', () => {
  it('is recorded as expired once, in every tenant', async () => {
    const desk = invitationDesk();
    const { invitation: here } = await desk.post({ offer: soon });
    const { invitation: there } = await desk.post({ offer: soon }, litware);
    const { invitation: waiting } = await desk.post({ postedId: 'other' });
    await desk.time.pass(2 * day);

    const expired = await desk.expire();
    assert.deepEqual(
      expired.map(({ tenant, invitation }) => [tenant, invitation.id, invitation.status]),
      [
        [contoso, here.id, { kind: 'lapsed', at: soon.expiresAt }],
        [litware, there.id, { kind: 'lapsed', at: soon.expiresAt }],
      ],
    );
    assert.deepEqual(await desk.stored(here.id), expired[0]?.invitation);
    assert.deepEqual(await desk.pendingIds(), [waiting.id]);
    assert.deepEqual((await desk.history()).at(-1), {
      at: later(received, 2 * day),
      by: 'desk',
      event: {
        kind: 'invitationLapsed',
        invitation: here.id,
        partner: resellerOffer.partner.id,
        function: 'reseller',
      },
    });
    assert.deepEqual(await desk.expire(), []);
  });

  it('is recorded however many there are', async () => {
    const desk = invitationDesk();
    for (let number = 0; number < 120; number += 1) await desk.receive(soon);
    await desk.time.pass(day);
    assert.equal((await desk.expire()).length, 120);
    assert.deepEqual(await desk.pendingIds(), []);
  });

  it('is recorded once by timers that fire together with each other and with presses', async () => {
    const desk = invitationDesk();
    const id = await desk.receive(soon);
    await desk.time.pass(day);
    const [one, other] = await Promise.all([desk.expire(), desk.expire(), desk.authorize(megan, id)]);
    assert.ok(one.length + other.length <= 1);
    const kinds = (await desk.history()).map(({ event }) => event.kind);
    assert.equal(kinds.filter((kind) => kind === 'invitationLapsed').length, 1);
  });

  it('does not change what was decided in time', async () => {
    const desk = invitationDesk();
    const id = await desk.receive(soon);
    const { invitation } = await desk.authorize(megan, id);
    await desk.time.pass(100 * day);
    assert.deepEqual(await desk.expire(), []);
    assert.deepEqual(await desk.stored(id), invitation);
  });

  it('of other tenants does not wait for one whose records are unavailable', async () => {
    const inner = memoryStore();
    const store: typeof inner = {
      ...inner,
      list: (tenant, ...rest) =>
        tenant === contoso
          ? Promise.reject(new DomainError('store-unavailable', {}))
          : inner.list(tenant, ...rest),
    };
    const desk = invitationDesk({ store });
    await desk.post({ offer: soon });
    const { invitation } = await desk.post({ offer: soon }, litware);
    await desk.time.pass(day);
    assert.deepEqual(
      (await desk.expire()).map((one) => one.invitation.id),
      [invitation.id],
    );
    assert.deepEqual(desk.log.lines, ["error could not check a tenant's invitations for expiry"]);
  });
});
