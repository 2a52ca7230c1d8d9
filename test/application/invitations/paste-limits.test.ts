import assert from 'node:assert/strict';
import type { Actor } from '../../../src/domain/actor.ts';
import { invitationId, personId, providerId } from '../../../src/domain/identifiers.ts';
import { day, later } from '../../../src/domain/instant.ts';
import { newInvitation } from '../../../src/domain/invitations/invitation.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  alex,
  contoso,
  lee,
  megan,
  received,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';
import { numberedLink } from '../../support/examples/many-links.ts';

/** Somebody without a role. */
function employee(name: string): Actor {
  return { tenant: contoso, person: personId(name), name };
}

function linked(number: number) {
  const partner = { id: providerId(`partner-${number}`), idIsGuess: false };
  return { ...resellerOffer, partner, link: numberedLink(number) };
}

describe('Pending invitations that were pasted', () => {
  let desk: ReturnType<typeof invitationDesk>;
  beforeEach(() => {
    desk = invitationDesk();
  });

  const paste = (actor: Actor, number: number) =>
    desk.paste(actor, { origin: 'pasted', offer: linked(number) });

  async function pasteMany(actor: Actor, count: number, first: number): Promise<void> {
    for (let number = first; number < first + count; number += 1) await paste(actor, number);
  }

  const full = (limit: 'person' | 'tenant', max: number) => ({
    code: 'too-many-pending',
    parameters: { limit, max, until: later(received, 90 * day) },
  });

  it('are twenty at most for a person who is no administrator, who is told until when', async () => {
    await pasteMany(lee, 20, 0);
    await desk.time.pass(day);
    await assert.rejects(paste(lee, 20), full('person', 20));
    assert.equal((await desk.pendingIds()).length, 20);
    assert.equal((await desk.history()).length, 20);
  });

  it('are shown again at no cost, whoever has no room left', async () => {
    await pasteMany(lee, 20, 0);
    assert.equal((await paste(lee, 7)).outcome, 'known');
    assert.equal((await paste(employee('nestor'), 7)).outcome, 'known');
  });

  it('make room once they are decided, and once they lapse', async () => {
    await pasteMany(lee, 20, 0);
    const [first = ''] = await desk.pendingIds();
    await desk.cancel(megan, invitationId(first));
    assert.equal((await paste(lee, 20)).outcome, 'received');
    await assert.rejects(paste(lee, 21), full('person', 20));
    await desk.time.pass(90 * day);
    assert.equal((await paste(lee, 21)).outcome, 'received');
  });

  it('are never more, however many are pasted at the same moment', async () => {
    const results = await Promise.allSettled(Array.from({ length: 60 }, (_, number) => paste(lee, number)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 20);
    for (const result of results) {
      if (result.status === 'rejected')
        assert.equal((result.reason as { code: string }).code, 'too-many-pending');
    }
    assert.equal((await desk.pendingIds()).length, 20);
  });

  it('are never more either where several desks share the store', async () => {
    const desks = Array.from({ length: 4 }, () => invitationDesk({ store: desk.store }));
    let ids = 0;
    await Promise.allSettled(
      desks.flatMap((one) =>
        Array.from({ length: 15 }, () => {
          ids += 1;
          return one.paste(employee(`employee-${ids % 2}`), { origin: 'pasted', offer: linked(ids) });
        }),
      ),
    );
    assert.ok((await desk.pendingIds()).length <= 40);
  });

  it('are two hundred at most for a tenant, at the same moment too', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 260 }, (_, number) => paste(employee(`employee-${number % 26}`), number)),
    );
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 200);
    assert.equal((await desk.pendingIds()).length, 200);
    await assert.rejects(paste(employee('late'), 300), full('tenant', 200));
  });

  it('of others keep no administrator from pasting, who may have two hundred', async () => {
    for (let each = 0; each < 10; each += 1) await pasteMany(employee(`employee-${each}`), 20, 100 * each);
    await pasteMany(megan, 100, 2_000);
    await pasteMany(alex, 100, 3_000);
    await assert.rejects(paste(megan, 4_000), full('tenant', 200));
  });

  it('do not count what was submitted with a signature', async () => {
    desk = invitationDesk({ pendingLimits: { perPerson: 20, perTenant: 1 } });
    for (let number = 0; number < 5; number += 1) await desk.receive();
    assert.equal((await paste(lee, 1)).outcome, 'received');
    for (let number = 5; number < 10; number += 1) await desk.receive();
    assert.equal((await desk.pendingIds()).length, 11);
  });

  it('count also where they were pasted before there were limits', async () => {
    for (let number = 0; number < 30; number += 1) {
      const { link, ...offer } = linked(number);
      const origin = { kind: 'pasted', by: { person: lee.person, name: lee.name } } as const;
      const id = invitationId(`before-${number}`);
      const invitation = newInvitation({ ...offer, link }, { id, origin, receivedAt: received });
      const put = { type: 'put', id, expected: 'absent' } as const;
      await desk.store.commit(contoso, [
        { ...put, kind: 'invitation', value: invitation },
        { ...put, kind: 'pendingInvitation', value: { lapsesAt: invitation.lapsesAt } },
      ]);
    }
    await assert.rejects(paste(lee, 100), full('person', 20));
    await paste(employee('nestor'), 100);
  });

  it('have no limit where the operator set none', async () => {
    desk = invitationDesk({ pendingLimits: { perPerson: 0, perTenant: 0 } });
    await pasteMany(lee, 210, 0);
    assert.equal((await desk.pendingIds()).length, 210);
  });
});
