import assert from 'node:assert/strict';
import type { AuditEvent } from '../../../src/domain/history/audit-entry.ts';
import { day } from '../../../src/domain/instant.ts';
import { subscriberIdOf } from '../../../src/domain/notifications/subscriber.ts';
import type { TenantAlert } from '../../../src/domain/tenant/tenant-alert.ts';
import { microsoftSupport } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  contoso,
  fabrikam,
  globalAdministrator,
  granularOffer,
  megan,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { noTrust, northwindId } from '../../support/examples/seen-partners.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

const access = { isProvider: true, heldRoles: [userAdministrator] };

/** A desk whose decisions await the tenant, with what everyone is told by it. */
function tenantDesk(store: Store = memoryStore()) {
  const desk = partnerDesk({ store, authority: awaitingAuthority({ now: () => desk.clock.now() }) });
  return {
    ...desk,
    async told(): Promise<string[]> {
      const { items } = await desk.store.list(contoso, 'announcement', { limit: 1000 });
      return items.map(({ value }) => value.subject.kind).filter((kind) => kind !== 'invitation');
    },
    async alerts(): Promise<TenantAlert['change'][]> {
      const { items } = await desk.store.list(contoso, 'tenantAlert', { limit: 1000 });
      return items.map(({ value }) => value.change);
    },
    async recorded(kind: AuditEvent['kind']): Promise<number> {
      return (await desk.history()).filter(({ event }) => event.kind === kind).length;
    },
    snapshot: async () => (await desk.store.get(contoso, 'tenantSnapshot', 'snapshot'))?.value,
  };
}

/** The same, read for the first time. */
async function readDesk(partners: Readonly<Record<string, object>> = {}) {
  const desk = tenantDesk();
  for (const [id, given] of Object.entries(partners)) desk.tenant.set(id, given);
  await desk.read();
  return desk;
}

describe('The first read of a tenant', () => {
  it('is a list, and no news', async () => {
    const desk = await readDesk({ [fabrikam.id]: access, [northwindId]: { sells: true } });
    assert.deepEqual(await desk.told(), ['tenantListed']);
    assert.deepEqual(await desk.alerts(), []);
    const [first] = (await desk.history()).filter(({ event }) => event.kind === 'tenantFirstRead');
    assert.deepEqual(first?.event, { kind: 'tenantFirstRead', seen: 1 }, 'who only sells has no access');
  });

  it('is the first that reads everyone with access', async () => {
    const desk = tenantDesk();
    desk.tenant.set(fabrikam.id, access);
    desk.tenant.fail(['roles'], 'refused');
    await desk.read(3);
    assert.deepEqual(await desk.told(), []);
    desk.tenant.fail([]);
    await desk.read();
    assert.deepEqual(await desk.told(), ['tenantListed']);
    await desk.read();
    assert.deepEqual(await desk.told(), ['tenantListed'], 'once');
  });
});

describe('A change in the tenant that nobody decided here', () => {
  it('is an unknown partner with access, told once', async () => {
    const desk = await readDesk();
    desk.tenant.set(fabrikam.id, {
      ...access,
      name: { name: '  Fab\u202erikam\n', domain: 'x'.repeat(500) },
    });
    await desk.read(3);
    assert.deepEqual(await desk.alerts(), [{ kind: 'accessGained', roles: [userAdministrator] }]);
    assert.deepEqual(await desk.told(), ['tenantAlert', 'tenantListed']);
    assert.equal(await desk.recorded('tenantAlertRaised'), 1);
    const name = (await desk.snapshot())?.partners[0]?.name;
    assert.deepEqual(name, { name: 'Fabrikam', domain: 'x'.repeat(128) });
  });

  it('is a role more, of templates that nobody knows too', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    desk.tenant.set(fabrikam.id, { heldRoles: [userAdministrator, 'NEW-ROLE', globalAdministrator] });
    await desk.read(2);
    assert.deepEqual(await desk.alerts(), [
      { kind: 'accessGrown', more: [globalAdministrator, 'new-role'].toSorted() },
    ]);
  });

  it('is no list that can be read for the first time', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    desk.tenant.set(fabrikam.id, { allowedRoles: [userAdministrator, globalAdministrator] });
    await desk.read();
    assert.deepEqual(await desk.alerts(), []);
    desk.tenant.set(fabrikam.id, { allowedRoles: [userAdministrator, globalAdministrator, 'third'] });
    await desk.read();
    assert.deepEqual(await desk.alerts(), [{ kind: 'accessGrown', more: ['third'] }]);
  });

  it('is access that is gone from two complete reads, and access that is back', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    desk.tenant.take(fabrikam.id);
    await desk.read();
    assert.deepEqual(await desk.alerts(), []);
    await desk.read(3);
    assert.deepEqual(await desk.alerts(), [{ kind: 'accessGone', roles: [userAdministrator] }]);
    desk.tenant.set(fabrikam.id, access);
    await desk.read(2);
    assert.deepEqual((await desk.alerts()).at(-1), { kind: 'accessReturned', roles: [userAdministrator] });
  });

  it('is not what a failed or partial read does not show', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    desk.tenant.take(fabrikam.id);
    for (const parts of [['providers'], ['roles'], ['providers', 'roles', 'subscriptions']] as const) {
      desk.tenant.fail(parts);
      await desk.read(4);
    }
    assert.deepEqual(await desk.alerts(), []);
    const [seen] = (await desk.snapshot())?.partners ?? [];
    assert.deepEqual([seen?.isProvider, seen?.absent], [true, undefined]);
  });

  it('is what the tenant accepts from a partner', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    const trust = { ...noTrust, acceptsMfa: true };
    desk.tenant.set(fabrikam.id, { trust });
    await desk.read(2);
    assert.deepEqual(await desk.alerts(), [{ kind: 'trustChanged', before: noTrust, after: trust }]);
  });

  it('is not Microsoft Support, nor the tenant itself, nor who only sells', async () => {
    const desk = await readDesk();
    desk.tenant.set(microsoftSupport, access);
    desk.tenant.set(contoso, access);
    desk.tenant.set(northwindId, { sells: true });
    await desk.read(2);
    desk.tenant.take(microsoftSupport);
    desk.tenant.set(northwindId, { sells: false });
    await desk.read(3);
    assert.deepEqual(await desk.alerts(), []);
    assert.ok((await desk.snapshot())?.partners.every(({ id }) => String(id) !== String(contoso)));
  });

  it('is told in one message where there are more than five', async () => {
    const desk = await readDesk();
    for (let index = 0; index < 6; index += 1) desk.tenant.set(`partner ${index}`, access);
    await desk.read();
    assert.deepEqual(await desk.told(), ['tenantAlerts', 'tenantListed']);
    assert.equal((await desk.alerts()).length, 6);
  });

  it('is told once by two desks that read it at the same time', async () => {
    const desk = await readDesk();
    desk.tenant.set(fabrikam.id, access);
    const { store, clock, newId } = desk;
    const ports = { store, clock, newId, announcements: { wake: () => undefined } };
    await Promise.all([desk.tenant.round(ports), desk.tenant.round(ports), desk.tenant.round(ports)]);
    assert.equal((await desk.alerts()).length, 1);
    assert.equal(await desk.recorded('tenantAlertRaised'), 1);
  });
});

describe('What was decided here and shows in the tenant', () => {
  it('is confirmed, and no alert', async () => {
    const desk = await readDesk();
    await desk.accept();
    await desk.time.pass(1000);
    desk.tenant.show(granularOffer);
    await desk.read(2);
    assert.deepEqual(await desk.alerts(), []);
    assert.equal(await desk.recorded('authorizationConfirmed'), 1);
    const { items } = await desk.store.list(contoso, 'awaitedEffect', { limit: 10 });
    assert.deepEqual(items, []);
  });

  it('is told at once where other roles were approved than claimed', async () => {
    const desk = await readDesk();
    await desk.accept();
    desk.tenant.set(fabrikam.id, { isProvider: true, allowedRoles: [globalAdministrator] });
    await desk.read(2);
    const otherRoles = { more: [globalAdministrator], missing: [userAdministrator] };
    assert.deepEqual(await desk.alerts(), [{ kind: 'otherRolesApproved', ...otherRoles }]);
    const [entry] = (await desk.relationship())?.functions ?? [];
    assert.deepEqual(entry?.effect.kind === 'confirmed' && entry.effect.otherRoles, otherRoles);
  });

  it('misses no roles where only those held can be read', async () => {
    const desk = await readDesk();
    await desk.accept();
    desk.tenant.set(fabrikam.id, { isProvider: true, heldRoles: [globalAdministrator] });
    await desk.read();
    const more = { kind: 'otherRolesApproved', more: [globalAdministrator], missing: [] };
    assert.deepEqual(await desk.alerts(), [more]);
  });

  it('is not confirmed by roles that the partner had before, and those are no other roles', async () => {
    const desk = await readDesk({ [fabrikam.id]: { isProvider: true, heldRoles: [globalAdministrator] } });
    await desk.accept();
    await desk.read(3);
    assert.equal(await desk.recorded('authorizationConfirmed'), 0);
    desk.tenant.set(fabrikam.id, { heldRoles: [globalAdministrator, userAdministrator] });
    await desk.read();
    assert.equal(await desk.recorded('authorizationConfirmed'), 1);
    assert.deepEqual(await desk.alerts(), []);
  });

  it('is not confirmed by what was read before the decision', async () => {
    const desk = await readDesk();
    desk.tenant.set(fabrikam.id, { sells: true });
    await desk.read();
    await desk.time.pass(1000);
    await desk.accept({ partner: fabrikam, function: 'reseller', delegatedAdmin: { kind: 'none' } });
    desk.tenant.fail(['providers', 'roles', 'subscriptions']);
    await desk.read(3);
    assert.equal(await desk.recorded('authorizationConfirmed'), 0);
    desk.tenant.fail([]);
    await desk.read();
    assert.equal(await desk.recorded('authorizationConfirmed'), 1);
  });

  it('is confirmed by all roles that it claims, also if they were there before', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    await desk.accept();
    await desk.read();
    assert.equal(await desk.recorded('authorizationConfirmed'), 1);
    assert.deepEqual(await desk.alerts(), []);
  });

  it('is not taken for the partner of a guessed id that had the roles before', async () => {
    const guessed = { ...granularOffer, partner: { ...fabrikam, idIsGuess: true } };
    const before = await readDesk({ [fabrikam.id]: access });
    await before.accept(guessed);
    await before.read(2);
    assert.equal(await before.recorded('authorizationConfirmed'), 0);
    const grown = await readDesk({ [fabrikam.id]: { isProvider: true } });
    await grown.accept(guessed);
    grown.tenant.show(granularOffer);
    await grown.read();
    assert.equal(await grown.recorded('authorizationConfirmed'), 1, 'it had none of them before');
    const after = await readDesk();
    await after.time.pass(1000);
    await after.accept(guessed);
    after.tenant.show(granularOffer);
    await after.read();
    assert.equal(await after.recorded('authorizationConfirmed'), 1, 'it came after the decision');
  });

  it('goes without an alert where it was removed here', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    await desk.accept();
    await desk.remove(megan);
    desk.tenant.take(fabrikam.id);
    await desk.read(4);
    assert.deepEqual(await desk.alerts(), []);
    assert.equal(await desk.recorded('removalConfirmed'), 1);
    desk.tenant.set(fabrikam.id, access);
    await desk.read(2);
    assert.deepEqual(await desk.alerts(), [{ kind: 'accessReturned', roles: [userAdministrator] }]);
  });

  it('is not removed while a provider may still have roles that cannot be read', async () => {
    const desk = await readDesk({ [fabrikam.id]: { isProvider: true, allowedRoles: [userAdministrator] } });
    await desk.accept();
    await desk.remove(megan);
    desk.tenant.set(fabrikam.id, { allowedRoles: 'notKnown' });
    await desk.read(4);
    assert.equal(await desk.recorded('removalConfirmed'), 0);
    desk.tenant.set(fabrikam.id, { allowedRoles: [] });
    await desk.read();
    assert.equal(await desk.recorded('removalConfirmed'), 0);
    await desk.read();
    assert.equal(await desk.recorded('removalConfirmed'), 1);
  });
});

describe('A removal that the tenant shows', () => {
  it('is told to those who have its card, and to whoever removed, who has none', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    await desk.accept();
    await desk.remove(megan);
    const { items: before } = await desk.store.list(contoso, 'announcement', { limit: 1000 });
    desk.tenant.take(fabrikam.id);
    await desk.read(2);
    const { items } = await desk.store.list(contoso, 'announcement', { limit: 1000 });
    const told = items.filter(({ id }) => before.every((known) => known.id !== id));
    assert.deepEqual(
      told.map(({ value }) => [value.subject.kind, value.to]),
      [
        ['removal', { kind: 'holders' }],
        ['removal', { kind: 'one', subscriber: subscriberIdOf({ kind: 'person', person: megan.person }) }],
      ],
    );
  });
});

describe('A partner that only the tenant shows', () => {
  it('can be removed, and is awaited, confirmed and told', async () => {
    const desk = await readDesk({ [fabrikam.id]: { ...access, name: { name: 'Fabrikam Ltd' } } });
    const { relationship, changedNow } = await desk.remove(megan, fabrikam.id, 'Who is that?');
    assert.ok(changedNow);
    assert.deepEqual(relationship.partner.name, { value: 'Fabrikam Ltd', claimed: true });
    assert.deepEqual(relationship.functions, []);
    assert.ok((await desk.told()).includes('removal'));
    assert.equal((await desk.remove(megan)).changedNow, false, 'it is awaited');
    desk.tenant.take(fabrikam.id);
    await desk.read(2);
    assert.equal(await desk.recorded('removalConfirmed'), 1);
    desk.tenant.set(fabrikam.id, access);
    await desk.read();
    assert.ok((await desk.remove(megan)).changedNow, 'it came back');
  });

  it('is named by what it calls itself, and is none where it never was', async () => {
    const desk = await readDesk({ [fabrikam.id]: { ...access, name: { name: 'Fabrikam Ltd' } } });
    const named = await desk.named(megan, 'fabrikam ltd');
    assert.deepEqual(
      named.map(({ partner }) => partner.id),
      [fabrikam.id],
    );
    await assert.rejects(desk.remove(megan, northwindId), { code: 'partner-not-found' });
  });

  it('that only sells has nothing to remove', async () => {
    const desk = await readDesk({ [fabrikam.id]: { sells: true } });
    await assert.rejects(desk.remove(megan), { code: 'nothing-to-remove' });
  });
});

describe('What is awaited', () => {
  it('is deleted by a later decision about the same partner', async () => {
    const desk = await readDesk({ [fabrikam.id]: access });
    const ids = async () => {
      const { items } = await desk.store.list(contoso, 'awaitedEffect', { limit: 10 });
      return items.map(({ value }) => value.of.kind);
    };
    await desk.accept();
    assert.deepEqual(await ids(), ['authorization']);
    await desk.remove(megan);
    assert.deepEqual(await ids(), ['removal']);
    await desk.accept();
    assert.deepEqual(await ids(), ['authorization']);
  });

  it('is confirmed also where it was stored before the desk read the tenant', async () => {
    const desk = partnerDesk();
    await desk.accept();
    await desk.time.pass(day);
    desk.tenant.show(granularOffer);
    await desk.read();
    assert.equal((await desk.relationship())?.functions[0]?.effect.kind, 'confirmed');
  });
});
