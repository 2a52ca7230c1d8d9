import assert from 'node:assert/strict';
import { observeAuthorization } from '../../../src/application/invitations/observe-authorization.ts';
import { invitationId, type InvitationId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  contoso,
  fabrikam,
  granularOffer,
  megan,
  received,
} from '../../support/examples/invitation-examples.ts';
import { slowAuthority } from '../../support/ports/slow-authority.ts';

const minute = 60_000;

describe('an authorization that the tenant has yet to show', () => {
  function slowDesk() {
    const authority = slowAuthority({ now: () => desk.clock.now() });
    const desk = invitationDesk({ authority });
    return { desk, authority, observe: (id: InvitationId) => observeAuthorization(desk, contoso, id) };
  }

  async function effects(desk: ReturnType<typeof invitationDesk>, id: InvitationId) {
    const status = (await desk.stored(id))?.status;
    const [entry] = (await desk.relationship())?.functions ?? [];
    assert(status?.kind === 'authorized');
    assert.deepEqual(entry?.effect, status.effect, 'invitation and relationship agree');
    return status.effect;
  }

  it('awaits it, and says where a person brings it about', async () => {
    const { desk, observe } = slowDesk();
    const id = await desk.receive(granularOffer);
    await desk.authorize(megan, id);
    const awaiting = {
      kind: 'awaiting',
      since: received,
      adminCenterPage: 'https://admin.microsoft.com/Adminportal/Home#/partners',
    };
    assert.deepEqual(await effects(desk, id), awaiting);
    await desk.time.pass(minute);
    assert.equal(await observe(id), undefined);
    assert.deepEqual(await effects(desk, id), awaiting);
  });

  it('is confirmed once the tenant shows it, and who decided stays', async () => {
    const { desk, authority, observe } = slowDesk();
    const id = await desk.receive(granularOffer);
    const { invitation } = await desk.authorize(megan, id);
    await desk.time.pass(minute);
    authority.show(id);
    const confirmed = await observe(id);
    const at = later(received, minute);
    assert(invitation.status.kind === 'authorized');
    assert.deepEqual(confirmed, {
      ...invitation,
      status: { ...invitation.status, effect: { kind: 'confirmed', at } },
    });
    assert.deepEqual(await effects(desk, id), { kind: 'confirmed', at });
    assert.deepEqual((await desk.history()).at(-1), {
      at,
      by: 'desk',
      event: {
        kind: 'authorizationConfirmed',
        invitation: id,
        partner: fabrikam.id,
        function: 'delegatedAdministrator',
      },
    });
  });

  it('is confirmed once, however often it is looked at', async () => {
    const { desk, authority, observe } = slowDesk();
    const id = await desk.receive(granularOffer);
    await desk.authorize(megan, id);
    authority.show(id);
    const seen = await Promise.all([observe(id), observe(id), observe(id)]);
    assert.equal(seen.filter((invitation) => invitation !== undefined).length, 1);
    assert.equal(await observe(id), undefined);
  });

  it('is not looked for where nothing was authorized', async () => {
    const { desk, authority, observe } = slowDesk();
    const id = await desk.receive(granularOffer);
    authority.show(id);
    assert.equal(await observe(id), undefined);
    await desk.cancel(megan, id);
    assert.equal(await observe(id), undefined);
    assert.equal(await observe(invitationId('made up')), undefined);
  });
});
