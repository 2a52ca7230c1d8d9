import assert from 'node:assert/strict';
import { day, later, type Instant } from '../../../src/domain/instant.ts';
import type { AuditedChange } from '../../../src/domain/tenant/partner-activity.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  contoso,
  fabrikam,
  granularOffer,
  megan,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';

const minute = 60_000;
const access = { isProvider: true, heldRoles: [userAdministrator] };

function activeDesk() {
  const desk = partnerDesk({ authority: awaitingAuthority({ now: () => desk.clock.now() }) });
  desk.tenant.set(fabrikam.id, access);
  return {
    ...desk,
    signIn(...times: readonly Instant[]) {
      const value = times.map((at) => ({
        at,
        partner: fabrikam.id,
        application: 'Azure Portal',
        succeeded: true,
      }));
      desk.tenant.activity = { ...desk.tenant.activity, signIns: { kind: 'read', value } };
    },
    audit(...value: readonly AuditedChange[]) {
      desk.tenant.activity = { ...desk.tenant.activity, changes: { kind: 'read', value } };
    },
    /** A read a day, for so many days. */
    async days(count: number) {
      for (let passed = 0; passed < count; passed += 1) {
        await desk.time.pass(day);
        await desk.read();
      }
    },
    activity: async () => (await desk.store.get(contoso, 'partnerActivity', fabrikam.id))?.value,
    async alerts() {
      const { items } = await desk.store.list(contoso, 'tenantAlert', { limit: 100 });
      return items.map(({ value }) => value.change);
    },
  };
}

function change(at: Instant, given: Partial<AuditedChange> = {}): AuditedChange {
  return {
    at,
    activity: 'Add partner to company',
    by: 'Megan Bowen',
    correlationId: 'correlation',
    relation: 'about',
    partner: fabrikam.id,
    ...given,
  };
}

describe('The use that a partner makes of its access', () => {
  it('is kept when Microsoft keeps it no more, each sign-in once, the newest first', async () => {
    const desk = activeDesk();
    const [first, second] = [desk.clock.now(), later(desk.clock.now(), 5000)];
    desk.signIn(first, second);
    await desk.read(2);
    desk.signIn();
    await desk.days(40);
    const activity = await desk.activity();
    assert.deepEqual(
      activity?.signIns.map(({ at }) => at),
      [second, first],
    );
    assert.equal(activity.lastSignInAt, second);
  });

  it('is asked for now and then only, however often a tenant is read', async () => {
    const desk = activeDesk();
    await desk.read();
    desk.signIn(desk.clock.now());
    await desk.time.pass(1000);
    await desk.read();
    assert.deepEqual((await desk.activity())?.signIns ?? [], []);
    await desk.time.pass(minute);
    await desk.read();
    assert.equal((await desk.activity())?.signIns.length, 1);
  });

  it('is bounded, and says who let it in whatever it does', async () => {
    const desk = activeDesk();
    const now = desk.clock.now();
    const times = Array.from({ length: 200 }, (_, index) => later(now, index));
    desk.signIn(...times);
    desk.audit(
      change(now),
      ...times.map((at) => change(later(at, 1000), { relation: 'by', activity: 'Update user' })),
    );
    await desk.read();
    const activity = await desk.activity();
    assert.deepEqual([activity?.signIns.length, activity?.changes.length], [20, 16]);
    assert.equal(activity?.changes.at(-1)?.activity, 'Add partner to company');
  });

  it('is text that others wrote', async () => {
    const desk = activeDesk();
    desk.audit(change(desk.clock.now(), { by: `\u202eeve\n${'x'.repeat(500)}` }));
    await desk.read();
    const [shown] = (await desk.activity())?.changes ?? [];
    assert.match(shown?.by ?? '', /^eve x{124}$/);
  });

  it('is not asked of a tenant that cannot be read', async () => {
    const desk = activeDesk();
    await desk.read();
    const before = await desk.activity();
    desk.tenant.fail(['providers', 'roles', 'subscriptions', 'audits', 'signIns']);
    await desk.days(2);
    assert.deepEqual(await desk.activity(), before);
  });
});

describe('The first sign-in of a partner after 90 silent days', () => {
  it('is told, once', async () => {
    const desk = activeDesk();
    const last = desk.clock.now();
    desk.signIn(last);
    await desk.read();
    await desk.days(91);
    assert.deepEqual(await desk.alerts(), []);
    const again = desk.clock.now();
    desk.signIn(again, later(again, 60_000));
    await desk.days(2);
    assert.deepEqual(await desk.alerts(), [{ kind: 'signInAfterSilence', signedInAt: again, since: last }]);
  });

  it('is none of the first read, nor after fewer days', async () => {
    const desk = activeDesk();
    desk.signIn(later(desk.clock.now(), -100 * day), desk.clock.now());
    await desk.read();
    await desk.days(80);
    desk.signIn(desk.clock.now());
    await desk.days(1);
    assert.deepEqual(await desk.alerts(), []);
  });

  it('is none where sign-ins could not be read in between', async () => {
    const desk = activeDesk();
    desk.signIn(desk.clock.now());
    await desk.read();
    desk.signIn();
    await desk.days(20);
    desk.tenant.fail(['signIns']);
    await desk.days(50);
    desk.tenant.fail([]);
    await desk.days(30);
    desk.signIn(desk.clock.now());
    await desk.days(1);
    assert.deepEqual(await desk.alerts(), []);
  });
});

describe('The audit log of a tenant', () => {
  it('shows who completed what was confirmed, and that is on record once', async () => {
    const desk = activeDesk();
    desk.tenant.take(fabrikam.id);
    await desk.read();
    await desk.accept();
    await desk.time.pass(1000);
    desk.tenant.show(granularOffer);
    await desk.read();
    const approved = later(desk.clock.now(), -500);
    desk.audit(
      change(later(approved, -10 * day), { by: 'before the decision' }),
      change(approved, { activity: 'Set Partnership.' }),
      change(later(approved, 10), { by: 'somebody else' }),
    );
    await desk.time.pass(minute);
    await desk.read(3);
    const [entry] = (await desk.relationship())?.functions ?? [];
    assert.deepEqual(entry?.effect.kind === 'confirmed' && entry.effect.completed, {
      by: 'Megan Bowen',
      at: approved,
    });
    const audited = (await desk.history()).filter(({ event }) => event.kind === 'completionAudited');
    assert.equal(audited.length, 1);

    await desk.remove(megan);
    desk.tenant.take(fabrikam.id);
    await desk.read(2);
    desk.audit(change(desk.clock.now(), { activity: 'Remove partner from company' }));
    await desk.time.pass(minute);
    await desk.read(2);
    const access = (await desk.relationship())?.delegatedAdmin;
    assert.ok(access?.kind === 'removed' && access.effect.kind === 'confirmed' && access.effect.completed);
  });
});
