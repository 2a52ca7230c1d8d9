import assert from 'node:assert/strict';
import type { BreakableStore } from '../support/ports/breakable-store.ts';
import type { MovingTime } from '../support/ports/moving-time.ts';

/** The outcome of every later attempt. `silent`: none until the timeout. */
export type QueueAnswer = 'taken' | 'later' | 'silent';

/** A queue over a store; the test controls time and the outcomes. */
export interface QueueUnderTest {
  readonly store: BreakableStore;
  readonly time: Pick<MovingTime, 'pass' | 'settle' | 'turnClock'>;
  /** Items per `add`. */
  readonly itemsPerAdd: number;
  /** Commits items and notifies the queue. */
  add(): Promise<unknown>;
  answer(answer: QueueAnswer): void;
  /** What arrived; the same item has the same name. */
  taken(): readonly string[];
  tried(): number;
  /** How many items the queue counts. */
  pending(): number;
  stillInStore(): Promise<number>;
  /** Starts a new queue on the same store. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The guarantees for e-mails and posts. */
export function durableQueueContract(name: string, open: () => Promise<QueueUnderTest>): void {
  describe(`durable queue: ${name}`, () => {
    let queue: QueueUnderTest;
    beforeEach(async () => {
      queue = await open();
    });
    afterEach(async () => {
      queue.answer('taken');
      const stopped = queue.stop();
      await queue.time.pass(minute);
      await stopped;
    });

    async function addSeveral(count: number): Promise<void> {
      for (let added = 0; added < count; added += 1) {
        void queue.add();
        await queue.time.settle();
      }
    }

    async function assertArrivedOnce(adds: number): Promise<void> {
      assert.equal(new Set(queue.taken()).size, adds * queue.itemsPerAdd);
      assert.equal(queue.taken().length, adds * queue.itemsPerAdd);
      assert.equal(await queue.stillInStore(), 0);
      assert.equal(queue.pending(), 0);
    }

    it('brings each item to its end once', async () => {
      await addSeveral(3);
      await queue.time.pass(minute);
      await assertArrivedOnce(3);
      assert.equal(queue.tried(), 3 * queue.itemsPerAdd);
    });

    it('counts what is pending, and tries it until it is taken', async () => {
      queue.answer('later');
      await addSeveral(2);
      await queue.time.pass(10 * minute);
      assert.equal(queue.pending(), 2 * queue.itemsPerAdd);
      assert.ok(queue.tried() > 2 * queue.itemsPerAdd);
      queue.answer('taken');
      await queue.time.pass(hour);
      await assertArrivedOnce(2);
    });

    it('resumes after a restart what was not accepted', async () => {
      queue.answer('later');
      await addSeveral(2);
      await queue.time.pass(minute);
      await queue.stop();
      await queue.start();
      await queue.time.settle();
      assert.equal(queue.pending(), 2 * queue.itemsPerAdd);
      queue.answer('taken');
      await queue.time.pass(hour);
      await assertArrivedOnce(2);
    });

    it('processes at its start what was committed while it did not run', async () => {
      await queue.stop();
      await addSeveral(2);
      await queue.time.pass(hour);
      assert.equal(queue.tried(), 0);
      await queue.start();
      await queue.time.pass(minute);
      await assertArrivedOnce(2);
    });

    it('waits at its stop for what is in progress, and leaves the rest to the next start', async () => {
      queue.answer('silent');
      await addSeveral(6);
      const tried = queue.tried();
      assert.ok(tried < 6 * queue.itemsPerAdd);
      let isStopped = false;
      const stopping = queue.stop().then(() => {
        isStopped = true;
      });
      await queue.time.settle();
      assert.equal(isStopped, false);
      await queue.time.pass(minute);
      await stopping;
      await queue.time.pass(hour);
      assert.equal(queue.tried(), tried);
      assert.ok((await queue.stillInStore()) > 0);
      queue.answer('taken');
      await queue.start();
      await queue.time.pass(hour);
      await assertArrivedOnce(6);
    });

    it('continues once a store that could not be read at its start can be read', async () => {
      await queue.stop();
      await addSeveral(2);
      queue.store.isUnreadable = true;
      await queue.start();
      await queue.time.pass(10 * minute);
      assert.equal(queue.tried(), 0);
      queue.store.isUnreadable = false;
      await queue.time.pass(2 * minute);
      await assertArrivedOnce(2);
    });

    it('continues once a store that could not be read between two tries can be read', async () => {
      queue.answer('later');
      await addSeveral(2);
      await queue.time.settle();
      queue.store.isUnreadable = true;
      await queue.time.pass(hour);
      assert.ok(queue.tried() > 0);
      queue.store.isUnreadable = false;
      queue.answer('taken');
      await queue.time.pass(hour);
      await assertArrivedOnce(2);
    });

    it('retries nothing that was accepted while the store could not be written', async () => {
      queue.answer('later');
      await addSeveral(1);
      await queue.time.settle();
      queue.answer('taken');
      queue.store.broken = true;
      await queue.time.pass(10 * hour);
      const tried = queue.tried();
      assert.equal(await queue.stillInStore(), queue.itemsPerAdd);
      queue.store.broken = false;
      await queue.time.pass(hour);
      await assertArrivedOnce(1);
      assert.equal(queue.tried(), tried);
    });

    it('stores at its stop what was accepted and could not be written until then', async () => {
      queue.answer('later');
      await addSeveral(1);
      await queue.time.settle();
      queue.answer('taken');
      queue.store.broken = true;
      await queue.time.pass(10 * minute);
      queue.store.broken = false;
      await queue.stop();
      await queue.start();
      await queue.time.pass(hour);
      await assertArrivedOnce(1);
    });

    it('waits for no clock that goes back', async () => {
      queue.answer('later');
      await addSeveral(2);
      await queue.time.settle();
      queue.time.turnClock(-day);
      queue.answer('taken');
      await queue.time.pass(minute);
      await assertArrivedOnce(2);
    });

    it('waits for no clock that went back before a restart', async () => {
      queue.answer('later');
      await addSeveral(2);
      await queue.time.settle();
      await queue.stop();
      queue.time.turnClock(-day);
      queue.answer('taken');
      await queue.start();
      await queue.time.pass(minute);
      await assertArrivedOnce(2);
    });
  });
}
