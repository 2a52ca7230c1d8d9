import assert from 'node:assert/strict';
import { later } from '../../../src/domain/instant.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { allan, lee, megan, received, resellerOffer } from '../../support/examples/invitation-examples.ts';

const day = 24 * 60 * 60 * 1000;

describe('the list of invitations', () => {
  async function deskWith(count: number) {
    const desk = invitationDesk();
    const ids = [];
    for (let number = 0; number < count; number += 1) ids.push(await desk.receive());
    return { desk, newestFirst: ids.toReversed() };
  }

  async function pagesOf(
    desk: ReturnType<typeof invitationDesk>,
    which: 'pending' | 'decided',
    limit: number,
  ) {
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const page = await desk.list(lee, { which, limit, after });
      pages.push(page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    return pages;
  }

  it('shows those that wait, newest first, to anyone of the tenant', async () => {
    const { desk, newestFirst } = await deskWith(3);
    assert.deepEqual(await pagesOf(desk, 'pending', 10), [newestFirst]);
    assert.deepEqual(await pagesOf(desk, 'decided', 10), [[]]);
  });

  it('shows nothing of another tenant', async () => {
    const { desk } = await deskWith(3);
    assert.deepEqual(await desk.list(allan, { which: 'pending', limit: 10 }), { items: [] });
  });

  for (const limit of [1, 2, 3, 4, 5]) {
    it(`goes from page to page, ${limit} a page, and ends with the last`, async () => {
      const { desk, newestFirst } = await deskWith(8);
      const decided = newestFirst.filter((_, place) => place % 2 === 1);
      for (const id of decided) await desk.cancel(megan, id);
      const pending = newestFirst.filter((id) => !decided.includes(id));
      for (const [which, expected] of [
        ['pending', pending],
        ['decided', decided],
      ] as const) {
        const pages = await pagesOf(desk, which, limit);
        assert.deepEqual(pages.flat(), expected);
        assert.equal(pages.length, Math.ceil(expected.length / limit));
      }
    });
  }

  it('counts what has expired as decided, before and after that was recorded', async () => {
    const { desk, newestFirst } = await deskWith(2);
    const short = await desk.receive({ ...resellerOffer, expiresAt: later(received, day) });
    await desk.time.pass(day);
    for (const expire of [() => Promise.resolve(), () => desk.expire()]) {
      await expire();
      assert.deepEqual(await pagesOf(desk, 'pending', 10), [newestFirst]);
      const decided = await desk.list(lee, { which: 'decided', limit: 10 });
      assert.deepEqual(
        decided.items.map(({ id, status }) => [id, status.kind]),
        [[short, 'lapsed']],
      );
    }
  });
});
