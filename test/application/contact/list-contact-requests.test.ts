import assert from 'node:assert/strict';
import { listContactRequests } from '../../../src/application/contact/list-contact-requests.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { contactDesk } from '../../support/desk/contact-desk.ts';
import { alex, filledForm, megan } from '../../support/examples/contact-examples.ts';

describe('my requests', () => {
  let desk: ReturnType<typeof contactDesk>;
  beforeEach(() => {
    desk = contactDesk();
  });
  afterEach(() => desk.close());

  async function ask(actor: Actor, needs: string): Promise<void> {
    await desk.contact({ form: { ...filledForm, needs } }, actor);
  }
  async function page(actor: Actor, limit: number, after?: string) {
    const { items, next } = await listContactRequests(desk, actor, { limit, after });
    return { needs: items.map(({ details }) => details.needs), next };
  }

  it('are one’s own, newest first', async () => {
    await ask(megan, 'first');
    await ask(alex, 'not mine');
    await ask(megan, 'second');
    await ask({ ...megan, tenant: tenantId('elsewhere') }, 'in another tenant');
    assert.deepEqual(await page(megan, 10), { needs: ['second', 'first'], next: undefined });
  });

  it('come in pages, the last of which says so', async () => {
    for (const needs of ['1', '2', '3', '4']) {
      await ask(alex, 'not mine');
      await ask(megan, needs);
    }
    await ask(alex, 'not mine');
    const first = await page(megan, 2);
    assert.deepEqual(first.needs, ['4', '3']);
    assert.ok(first.next !== undefined);
    assert.deepEqual(await page(megan, 2, first.next), { needs: ['2', '1'], next: undefined });
  });

  it('are none for those who never asked', async () => {
    await ask(alex, 'not mine');
    assert.deepEqual(await page(megan, 2), { needs: [], next: undefined });
  });
});
