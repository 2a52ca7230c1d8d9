import assert from 'node:assert/strict';
import { watchInvitationExpiry } from '../../../src/application/invitations/expire-invitations.ts';
import { later } from '../../../src/domain/instant.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { contoso, received, resellerOffer } from '../../support/examples/invitation-examples.ts';

const minute = 60_000;
const tenMinutes = { ...resellerOffer, expiresAt: later(received, 10 * minute) };

describe('watchInvitationExpiry', () => {
  it('records what expires as time passes, once, and announces it', async () => {
    const desk = invitationDesk();
    const id = await desk.receive(tenMinutes);
    const told: string[] = [];
    const stop = watchInvitationExpiry({
      ...desk,
      timer: desk.time.timer,
      announcements: { wake: (tenant) => told.push(tenant) },
    });
    await desk.time.pass(8 * minute);
    assert.equal((await desk.stored(id))?.status.kind, 'pending');
    await desk.time.pass(4 * minute);
    assert.equal((await desk.stored(id))?.status.kind, 'lapsed');
    assert.deepEqual(told, [contoso]);
    stop();
  });

  it('checks no more once it is stopped', async () => {
    const desk = invitationDesk();
    const id = await desk.receive(tenMinutes);
    const stop = watchInvitationExpiry({
      ...desk,
      timer: desk.time.timer,
      announcements: { wake: () => undefined },
    });
    await desk.time.settle();
    stop();
    await desk.time.pass(14 * minute);
    assert.equal((await desk.stored(id))?.status.kind, 'pending');
  });
});
