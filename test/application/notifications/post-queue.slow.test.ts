import assert from 'node:assert/strict';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { chatLimits, tenantLimits } from '../../../src/application/notifications/post-limits.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import type { Limit } from '../../../src/application/runtime/sliding-window.ts';
import { personId } from '../../../src/domain/identifiers.ts';
import { subscriberIdOf } from '../../../src/domain/notifications/subscriber.ts';
import { channel, people, person, postDesk, tenant } from '../../support/desk/post-desk.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const ada = person('ada');
const grace = person('grace');
const linus = person('linus');
const id = subscriberIdOf;

describe('Everyone who registered is told', () => {
  it('in their own language, once each, and nobody else is', async () => {
    const desk = postDesk();
    await desk.register(ada, 'fr');
    await desk.register(grace, 'en');
    await desk.register(channel, 'fr');
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    assert.deepEqual(desk.readBy(ada), ['Invitation reçue: pending']);
    assert.deepEqual(desk.readBy(grace), ['Invitation: pending']);
    assert.deepEqual(desk.readBy(channel), ['Invitation reçue: pending']);
    assert.equal(desk.taken.length, 3);
  });

  it('in the language that they asked for since', async () => {
    const desk = postDesk();
    await desk.register(ada, 'en');
    const value = { id: personId('ada'), language: 'fr' } as const;
    await desk.store.commit(tenant, [{ type: 'put', kind: 'person', id: 'ada', value, expected: 'absent' }]);
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    assert.deepEqual(desk.readBy(ada), ['Invitation reçue: pending']);
  });

  it('but not once they had it stopped, until they have it started again', async () => {
    const desk = postDesk();
    await desk.register(channel);
    assert.equal(await desk.stopNotifying(channel), true);
    assert.equal(await desk.stopNotifying(channel), false);
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    assert.deepEqual(desk.readBy(channel), []);
    assert.equal(await desk.register(channel), 'new');
    assert.equal(await desk.register(channel), 'known');
    await desk.tell('northwind', 'pending');
    await desk.quiet();
    assert.deepEqual(desk.readBy(channel), ['Invitation: pending']);
  });

  it('of what is pending when they come later, five at most, and of nothing twice', async () => {
    const desk = postDesk();
    for (let number = 1; number <= 6; number += 1) {
      desk.stands(`invitation-${number}`, `pending ${number}`);
      const value = { lapsesAt: desk.clock.now() };
      const change = { type: 'put', kind: 'pendingInvitation', value, expected: 'absent' } as const;
      await desk.store.commit(tenant, [{ ...change, id: `invitation-${number}` }]);
    }
    await desk.register(ada);
    assert.deepEqual(await desk.showWhatIsPending(ada), { thereAreMore: true });
    await desk.quiet();
    const shown = [6, 5, 4, 3, 2].map((number) => `Invitation: pending ${number}`);
    assert.deepEqual([...desk.readBy(ada)].sort(), shown.sort());
    await desk.showWhatIsPending(ada);
    await desk.quiet();
    assert.equal(desk.readBy(ada).length, 5);
  });

  it('of an e-mail that was given up, when it was theirs', async () => {
    const desk = postDesk();
    await desk.register(ada);
    await desk.stopNotifying(ada);
    const notice = { request: { id: 'request' }, delivery: { id: 'email' } };
    const tell = (name: string) =>
      desk.notifier.tell(tenant, personId(name), {
        kind: 'contactGivenUp',
        ...(notice as unknown as Omit<Parameters<typeof desk.notifier.tell>[2], 'kind'>),
      });
    await tell('ada');
    await tell('nobody');
    await desk.quiet();
    assert.deepEqual(
      desk.taken.map(({ to, text }) => [to, text]),
      [[id(ada), 'Not delivered']],
    );
  });
});

describe('What was decided', () => {
  const decided = { kind: 'holders', except: personId('ada') } as const;

  it('is shown in place of the card, and said to all who had it but the one who decided', async () => {
    const desk = postDesk();
    await desk.registerAll([ada, grace, channel]);
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    await desk.register(linus);
    await desk.tell('fabrikam', 'authorized', decided);
    await desk.quiet();
    const update = ['Invitation: pending', 'Invitation: authorized (in place)'];
    assert.deepEqual(desk.readBy(ada), update);
    assert.deepEqual(desk.readBy(grace), [...update, 'It is authorized']);
    assert.deepEqual(desk.readBy(channel), [...update, 'It is authorized']);
    assert.deepEqual(desk.readBy(linus), []);
    const [card, updated] = desk.taken.filter(({ to }) => to === id(grace));
    assert.equal(updated?.message, card?.message);
  });

  it('is shown in the first and only card to whoever was not told before', async () => {
    const desk = postDesk();
    await desk.registerAll([ada, grace, linus]);
    desk.behave(id(linus), (_sent, times) => (times === 1 ? 'later' : 'taken'));
    await desk.tell('fabrikam', 'pending');
    await desk.time.settle();
    await desk.tell('fabrikam', 'cancelled', decided);
    await desk.quiet();
    assert.deepEqual(desk.readBy(linus), ['Invitation: cancelled']);
  });

  it('reaches those to whom the question was just on its way', async () => {
    const desk = postDesk();
    await desk.register(grace);
    let answer: (() => void) | undefined;
    desk.behave(id(grace), (_sent, times) =>
      times > 1
        ? 'taken'
        : new Promise(
            (resolve) =>
              (answer = () => {
                resolve({ kind: 'taken', message: '1' });
              }),
          ),
    );
    await desk.tell('fabrikam', 'pending');
    await desk.time.settle();
    await desk.tell('fabrikam', 'authorized', decided);
    await desk.time.settle();
    answer?.();
    await desk.quiet();
    assert.deepEqual(desk.readBy(grace), [
      'Invitation: pending',
      'Invitation: authorized (in place)',
      'It is authorized',
    ]);
  });

  it('is shown but not said where announcements were stopped meanwhile', async () => {
    const desk = postDesk();
    await desk.register(channel);
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    await desk.stopNotifying(channel);
    await desk.tell('fabrikam', 'authorized', decided);
    await desk.quiet();
    assert.deepEqual(desk.readBy(channel), ['Invitation: pending', 'Invitation: authorized (in place)']);
  });

  it('is said even if the card was deleted', async () => {
    const desk = postDesk();
    await desk.register(grace);
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    desk.behave(id(grace), ({ what }) => (what === 'updated' ? 'gone' : 'taken'));
    await desk.tell('fabrikam', 'authorized', decided);
    await desk.quiet();
    assert.deepEqual(desk.readBy(grace), ['Invitation: pending', 'It is authorized']);
  });

  it('leaves nothing behind that would grow with what was decided', async () => {
    const desk = postDesk();
    await desk.registerAll([ada, grace]);
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    await desk.tell('fabrikam', 'awaiting', decided);
    await desk.quiet();
    const cards = () => desk.store.list(tenant, 'postedCard', { limit: 10 });
    assert.equal((await cards()).items.length, 2);
    await desk.tell('fabrikam', 'authorized', decided);
    await desk.quiet();
    assert.deepEqual((await cards()).items, []);
    assert.deepEqual(desk.readBy(grace).slice(2), [
      'It is awaiting',
      'Invitation: authorized (in place)',
      'It is authorized',
    ]);
  });
});

describe('A chat that does not take a post', () => {
  it('is left alone as long as it asks', async () => {
    const desk = postDesk();
    await desk.register(ada);
    desk.behave(id(ada), (_sent, times) => (times === 1 ? { kind: 'later', wait: 7_000 } : 'taken'));
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    const [first, second] = desk.tried;
    assert.equal((second?.at ?? 0) - (first?.at ?? 0), 7_000);
    assert.equal(desk.readBy(ada).length, 1);
  });

  it('and says nothing is tried after ever longer waits, and given up after a day', async () => {
    const desk = postDesk();
    await desk.register(ada);
    desk.behave(id(ada), () => 'later');
    await desk.tell('fabrikam', 'pending');
    for (let hour = 0; hour < 25; hour += 1) await desk.time.pass(3_600_000);
    const waits = desk.tried.map(({ at }, index) => at - (desk.tried[index - 1]?.at ?? at));
    assert.deepEqual(waits.slice(1, 6), [1_000, 2_000, 4_000, 8_000, 16_000]);
    assert.equal(await desk.stillToDo(), 0);
    assert.ok(desk.log.lines.includes('warn a post was given up: it was not taken for too long'));
  });

  it('and never will is not tried again, and the log says so', async () => {
    const desk = postDesk();
    await desk.register(ada);
    desk.behave(id(ada), () => 'refused');
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    assert.equal(desk.tried.length, 1);
    assert.ok(desk.log.lines.includes('warn a post was given up: it will never be taken'));
  });

  it('because nobody is there any more is not tried again until they return', async () => {
    const desk = postDesk();
    await desk.registerAll([ada, grace]);
    desk.behave(id(ada), () => 'gone');
    await desk.tell('fabrikam', 'pending');
    await desk.tell('northwind', 'pending');
    await desk.quiet();
    assert.equal(desk.tried.filter(({ to }) => to === id(ada)).length, 1);
    desk.behave(id(ada), () => 'taken');
    assert.equal(await desk.comeBack(ada), true);
    assert.equal(await desk.comeBack(ada), false);
    assert.equal(await desk.comeBack(linus), false);
    await desk.tell('adatum', 'cancelled');
    await desk.quiet();
    assert.deepEqual(desk.readBy(ada), ['Invitation: cancelled']);
  });

  it('by never answering holds nobody else up', async () => {
    const desk = postDesk();
    const silent = people(200);
    await desk.registerAll([...silent, ada]);
    for (const audience of silent) desk.behave(id(audience), () => new Promise(() => undefined));
    await desk.tell('fabrikam', 'pending');
    await desk.time.pass(5_000);
    assert.deepEqual(desk.readBy(ada), ['Invitation: pending']);
  });

  it('that cannot be drawn is sent the others', async () => {
    const desk = postDesk();
    await desk.register(ada);
    await desk.tell('fabrikam', 'broken');
    await desk.tell('northwind', 'pending');
    await desk.time.pass(10_000);
    assert.deepEqual(desk.readBy(ada), ['Invitation: pending']);
  });
});

describe('What was taken is not posted again', () => {
  it('although it could not be stored at first', async () => {
    const desk = postDesk();
    await desk.register(ada);
    desk.behave(id(ada), () => {
      desk.store.broken = true;
      return 'taken';
    });
    await desk.tell('fabrikam', 'pending');
    await desk.time.pass(30_000);
    assert.equal(await desk.stillToDo(), 1);
    desk.store.broken = false;
    await desk.quiet();
    assert.equal(desk.tried.length, 1);
  });
});

describe('Posts keep to what Teams takes', () => {
  it('in a tenant, also when chats misbehave', async () => {
    const desk = postDesk();
    const audiences = people(300);
    await desk.registerAll(audiences);
    for (const [index, audience] of audiences.entries()) {
      if (index % 5 === 0) desk.behave(id(audience), (_sent, times) => (times < 3 ? 'later' : 'taken'));
    }
    await desk.tell('fabrikam', 'pending');
    await desk.quiet();
    assert.equal(desk.taken.length, 300);
    const times = desk.tried.map(({ at }) => at);
    for (const limit of tenantLimits) assertWithin(times, limit);
  });

  it('and in a chat', async () => {
    const desk = postDesk();
    await desk.register(channel);
    for (let number = 0; number < 70; number += 1) await desk.tell(`invitation-${number}`, 'pending');
    await desk.quiet();
    const times = desk.taken.map(({ at }) => at);
    assert.equal(times.length, 70);
    for (const limit of chatLimits) assertWithin(times, limit);
    // As many as a chat takes go out as soon as the tenant has room for them.
    assert.equal((times[6] ?? 0) - (times[0] ?? 0), 120);
  });
});

describe('A thousand people', () => {
  it('are queued some at a time, so that nobody who writes to the desk waits for that, and sooner than they can be told', async () => {
    const desk = postDesk();
    await desk.registerAll(people(1_000));
    for (const audience of people(1_000)) desk.behave(id(audience), () => 'later');
    const pending = async () => (await desk.store.list(tenant, 'pendingPost', { limit: 1_000 })).items.length;
    await desk.tell('fabrikam', 'pending');
    const known: number[] = [];
    while ((known.at(-1) ?? 0) < 1_000) {
      await desk.time.pass(250);
      known.push(await pending());
    }
    const more = known.map((count, index) => count - (known[index - 1] ?? 0));
    assert.ok(more.every((count) => count <= 80));
    assert.ok(known.every((count, index) => count >= Math.min(1_000, (index * 50) / 4)));
    await desk.stop();
  });

  it('are not waited for by a desk that stops, whatever it does at that moment', async () => {
    for (let moments = 0; moments < 300; moments += 10) {
      const desk = postDesk();
      await desk.registerAll(people(100));
      await desk.tell('fabrikam', 'pending');
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
      await desk.stop();
      assert.ok((await desk.stillToDo()) > 0);
    }
  });
});

for (const kind of ['memory', 'lowdb files'] as const) {
  describe(`With a store of ${kind}, a thousand people`, () => {
    const folder = temporaryFolder();

    function open(): { readonly store: Store; readonly close: () => Promise<void> } {
      if (kind === 'memory') return { store: memoryStore(), close: () => Promise.resolve() };
      const store = openLowdbStore({ folder: folder(), log: recordedLog() });
      return { store, close: () => store.close() };
    }

    it('are told once each, although the desk stops in the middle', async () => {
      const { store, close } = open();
      const desk = postDesk({ store });
      const audiences = people(1_000);
      await Promise.all(audiences.map((audience) => desk.register(audience)));
      await desk.tell('fabrikam', 'pending');
      while (desk.taken.length < 300) await desk.moment();
      const stopped = desk.restart();
      await stopped;
      assert.ok(desk.taken.length < 1_000);
      await desk.quiet();
      const told = desk.taken.map(({ to }) => to).sort();
      assert.deepEqual(told, audiences.map(id).sort());
      await desk.stop();
      await close();
    });
  });
}

function assertWithin(times: readonly number[], { max, within }: Limit): void {
  const tooClose = times.filter((time, index) => time - (times[index - max] ?? -Infinity) < within);
  assert.deepEqual(tooClose, [], `more than ${max} in ${within} ms`);
}
