import assert from 'node:assert/strict';
import { microsoft365Authority } from '../../../src/adapters/authority/microsoft365-authority.ts';
import { announcementChange } from '../../../src/application/notifications/announce.ts';
import { insert } from '../../../src/application/ports/changes.ts';
import { confirmAwaited } from '../../../src/application/tenant/confirm-awaited.ts';
import { recordCompletions } from '../../../src/application/tenant/record-completions.ts';
import { sayAuthorizationDone } from '../../../src/application/tenant/say-done.ts';
import { sayExpected } from '../../../src/application/tenant/say-expected.ts';
import { later } from '../../../src/domain/instant.ts';
import type { Subject } from '../../../src/domain/notifications/announcement.ts';
import { awaitedEffectId } from '../../../src/domain/tenant/awaited-effect.ts';
import type { TenantAlert } from '../../../src/domain/tenant/tenant-alert.ts';
import { notifyingDesk } from '../../support/desk/notifying-desk.ts';
import {
  contoso,
  fabrikam,
  globalAdministrator,
  granularOffer,
  megan,
  offerOf,
  received,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { northwindId, seenPartner, snapshotOf } from '../../support/examples/seen-partners.ts';

type Desk = Awaited<ReturnType<typeof notifyingDesk>>;

describe('what is posted about the tenant', () => {
  it('is an alert to everyone, in their language, which becomes its outcome for everyone once it was expected', async () => {
    const desk = await notifyingDesk({ accepted: [] });
    await raise(desk, alertOf(1));
    await announce(desk, { kind: 'tenantAlert', alert: 'alert-1' });
    const told = 'Northwind 1 has access to your tenant, and nobody decided that here.';
    assert.deepEqual(desk.readBy('adele'), [told]);
    assert.deepEqual(desk.readBy('alex'), [
      'Northwind 1 a accès à votre locataire, et personne ne l’a décidé ici.',
    ]);
    await sayExpected(desk, megan, { alert: 'alert-1', note: 'Agreed.' });
    await desk.quiet();
    const expected = 'Megan Bowen said that the change about Northwind 1 was expected.';
    assert.deepEqual(desk.readBy('adele'), [told, `${expected} (in place)`, expected]);
    assert.deepEqual(desk.readBy('megan'), [told, `${expected} (in place)`], 'who said it knows');
    await desk.stop();
  });

  it('is one message where many changes were seen at once', async () => {
    const desk = await notifyingDesk({ accepted: [] });
    for (let number = 1; number <= 40; number += 1) await raise(desk, alertOf(number));
    await announce(desk, { kind: 'tenantAlerts', at: received });
    assert.deepEqual(desk.readBy('adele'), ['40 changes in your tenant that nobody decided here']);
    await desk.stop();
  });

  it('is a list, and no alarm, after the first read', async () => {
    const desk = await notifyingDesk({ accepted: [] });
    const seen = [seenPartner(), seenPartner({ id: northwindId })];
    await desk.store.commit(contoso, [insert('tenantSnapshot', 'snapshot', snapshotOf(seen))]);
    await announce(desk, { kind: 'tenantListed', at: received });
    assert.deepEqual(desk.readBy('adele'), [
      'Microsoft 365 shows 2 organisations with access to your tenant.',
    ]);
    await desk.stop();
  });

  it('is a reminder of what is still to be done, which says so once somebody says that it was done', async () => {
    const authority = microsoft365Authority({
      partnersPage: 'https://admin.example/',
      clock: { now: () => received },
    });
    const desk = await notifyingDesk({ authority, accepted: [offerOf('oemPcPartner')] });
    const { items } = await desk.store.list(contoso, 'invitation', { limit: 1 });
    const invitation = items[0]?.value.id;
    assert.ok(invitation !== undefined);
    const of = { kind: 'authorization', invitation, partner: fabrikam.id } as const;
    const known = await desk.store.get(contoso, 'awaitedEffect', awaitedEffectId(of));
    await desk.store.commit(contoso, [
      {
        type: 'put',
        kind: 'awaitedEffect',
        id: awaitedEffectId(of),
        value: { of, since: received, reminded: 3 },
        expected: known?.version ?? 'absent',
      },
    ]);
    await announce(desk, {
      kind: 'stillAwaited',
      partner: fabrikam.id,
      invitation,
      since: received,
      days: 3,
    });
    const reminder = 'What was decided about Fabrikam is still to be done in Microsoft 365.';
    assert.deepEqual(desk.readBy('adele'), [reminder]);
    await sayAuthorizationDone(desk, megan, invitation);
    await desk.quiet();
    const over =
      'Megan Bowen says that what was decided about Fabrikam was done at Microsoft. Microsoft 365 does not show it.';
    assert.deepEqual(desk.readBy('adele'), [reminder, `${over} (in place)`], 'quietly');
    await desk.stop();
  });

  it('is on every card of an invitation: that it is confirmed, and later who completed it there', async () => {
    const clock = { now: () => received };
    const authority = microsoft365Authority({ partnersPage: 'https://admin.example/', clock });
    const desk = await notifyingDesk({ authority, accepted: [] });
    const id = await desk.receive(granularOffer);
    await desk.quiet();
    await desk.authorize(megan, id);
    await desk.quiet();
    const seen = seenPartner({ heldRoles: [userAdministrator] });
    await desk.store.commit(contoso, [insert('tenantSnapshot', 'snapshot', snapshotOf([seen]))]);
    await confirmAwaited(desk, contoso);
    await desk.quiet();
    const confirmed = 'Microsoft 365 shows what was decided about Fabrikam: it is confirmed.';
    assert.deepEqual(desk.readBy('adele').slice(-2), [`${confirmed} (in place)`, confirmed]);
    const change = {
      at: later(received, 60_000),
      activity: 'Add partner to company',
      by: 'Nestor Wilke',
      correlationId: 'correlation-1',
      relation: 'about',
    } as const;
    const activity = { partner: fabrikam.id, signIns: [], changes: [change] };
    await desk.store.commit(contoso, [insert('partnerActivity', fabrikam.id, activity)]);
    assert.equal(await recordCompletions(desk, contoso), true);
    await desk.quiet();
    const completed = `${confirmed} By its audit log, Nestor Wilke completed it.`;
    assert.deepEqual(desk.readBy('adele').slice(-1), [`${completed} (in place)`]);
    assert.equal(await recordCompletions(desk, contoso), false, 'once');
    await desk.stop();
  });
});

function alertOf(number: number): TenantAlert {
  return {
    id: `alert-${number}`,
    partner: northwindId,
    name: { name: `Northwind ${number}` },
    at: received,
    change: { kind: 'accessGained', roles: [globalAdministrator] },
  };
}

async function raise({ store }: Desk, alert: TenantAlert): Promise<void> {
  await store.commit(contoso, [insert('tenantAlert', alert.id, alert)]);
}

async function announce(desk: Desk, subject: Subject): Promise<void> {
  const announcement = { subject, to: { kind: 'everyone' }, at: received } as const;
  await desk.store.commit(contoso, [announcementChange(`a test ${subject.kind}`, announcement)]);
  await desk.quiet();
}
