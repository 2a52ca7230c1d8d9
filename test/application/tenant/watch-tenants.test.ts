import assert from 'node:assert/strict';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { later, type Instant } from '../../../src/domain/instant.ts';
import { awaitedEffectId } from '../../../src/domain/tenant/awaited-effect.ts';
import { watchedTenants } from '../../support/ports/watched-tenants.ts';
import { contoso, fabrikam, received } from '../../support/examples/invitation-examples.ts';
import { breakableStore } from '../../support/ports/breakable-store.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const litware = tenantId('litware');

async function awaitRemoval({ store }: ReturnType<typeof watchedTenants>, since: Instant = received) {
  const of = { kind: 'removal', partner: fabrikam.id } as const;
  const value = { of, since };
  const id = awaitedEffectId(of);
  await store.commit(contoso, [{ type: 'put', kind: 'awaitedEffect', id, value, expected: 'absent' }]);
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

describe('The watch over tenants', () => {
  it('reads at once, and every interval from then on', async () => {
    const watch = watchedTenants([contoso, litware]);
    const stop = watch.start();
    await watch.time.pass(10 * hour);
    await stop();
    for (const tenant of [contoso, litware]) {
      const [first, , ...rest] = watch.readsOf(tenant);
      assert.equal(first, 0);
      assert.equal(rest.length >= 8, true, 'ten hours, ten reads');
      for (const gap of gaps(rest)) assert.ok(gap >= hour - minute && gap <= hour + minute, String(gap));
    }
  });

  it('reads a tenth as often while something is awaited, also what was decided a moment ago', async () => {
    const watch = watchedTenants([contoso]);
    const stop = watch.start();
    await watch.time.pass(20 * minute);
    const before = watch.readsOf(contoso).length;
    await awaitRemoval(watch);
    await watch.time.pass(minute);
    assert.equal(watch.readsOf(contoso).length, before + 1, 'the decision shortens the wait');
    await watch.time.pass(hour);
    await stop();
    for (const gap of gaps(watch.readsOf(contoso).slice(before))) {
      assert.ok(gap <= 6 * minute + 30 * second, 'every six minutes, and a look');
    }
    assert.ok(watch.readsOf(contoso).length >= before + 9);
  });

  it('takes an interval under a minute as it is', async () => {
    const watch = watchedTenants([contoso], { everySeconds: 10 });
    await awaitRemoval(watch);
    const stop = watch.start();
    await watch.time.pass(10 * minute);
    await stop();
    for (const gap of gaps(watch.readsOf(contoso)))
      assert.ok(gap >= 10 * second && gap <= 20 * second, String(gap));
  });

  it('does not read early after a restart, and reads what is overdue at once', async () => {
    const watch = watchedTenants([contoso], { everySeconds: 600 });
    await (async () => {
      const stop = watch.start();
      await watch.time.pass(20 * minute);
      await stop();
    })();
    const before = watch.readsOf(contoso);
    const stopAgain = watch.start();
    await watch.time.pass(second);
    assert.deepEqual(watch.readsOf(contoso), before, 'not early');
    await stopAgain();
    await watch.time.pass(5 * hour);
    assert.deepEqual(watch.readsOf(contoso), before, 'not while it is stopped');
    const stop = watch.start();
    await watch.time.settle();
    assert.equal(watch.readsOf(contoso).length, before.length + 1, 'overdue');
    await stop();
  });

  it('backs off while nothing can be read, at most ten intervals, and logs it once', async () => {
    const watch = watchedTenants([contoso]);
    watch.tenant.fail(['providers', 'roles', 'subscriptions']);
    const stop = watch.start();
    await watch.time.pass(100 * hour);
    const waits = gaps(watch.readsOf(contoso)).map((gap) => Math.round(gap / hour));
    assert.deepEqual(waits.slice(0, 6), [1, 2, 4, 8, 10, 10]);
    watch.tenant.fail([]);
    await watch.time.pass(12 * hour);
    await stop();
    assert.deepEqual(watch.log.lines, ['warn a tenant cannot be read', 'info a tenant can be read again']);
  });

  it('waits as long as Microsoft Graph asks, also for the first page of the next round', async () => {
    let held = 3 * hour;
    const watch = watchedTenants([contoso], { reader: { heldBack: () => held } });
    const stop = watch.start();
    await watch.time.pass(2 * hour);
    assert.deepEqual(watch.reads, []);
    held = 0;
    await watch.time.pass(minute);
    assert.equal(watch.reads.length, 1);
    await stop();
  });

  it('is not delayed by tenants that hang, not even by those that ignore their signal', async () => {
    const hanging = Array.from({ length: 6 }, (_, index) => tenantId(`hanging-${index}`));
    const signals: AbortSignal[] = [];
    const watch: ReturnType<typeof watchedTenants> = watchedTenants([...hanging, contoso], {
      reader: {
        observe: (of, known, signal) => {
          if (of === contoso) return watch.tenant.reader.observe(of, known, signal);
          signals.push(signal);
          return new Promise(() => undefined);
        },
      },
    });
    const stop = watch.start();
    await watch.time.pass(5 * minute);
    assert.equal(watch.readsOf(contoso).length, 1);
    assert.equal(signals.filter(({ aborted }) => aborted).length, signals.length);
    await stop();
  });

  it('stops while a tenant hangs', async () => {
    const watch = watchedTenants([contoso], { reader: { observe: () => new Promise(() => undefined) } });
    const stop = watch.start();
    await watch.time.pass(second);
    await stop();
    await watch.time.pass(10 * hour);
    assert.equal(watch.reads.length, 1);
    assert.deepEqual(watch.log.lines, []);
  });

  it('goes on when the clock is set back or forward', async () => {
    for (const turn of [-30 * 24 * hour, 30 * 24 * hour]) {
      const watch = watchedTenants([contoso]);
      const stop = watch.start();
      await watch.time.pass(hour);
      watch.time.turnClock(turn);
      const before = watch.reads.length;
      await watch.time.pass(3 * hour);
      assert.ok(
        watch.reads.length >= before + 2 && watch.reads.length <= before + 5,
        String(watch.reads.length),
      );
      await stop();
    }
  });

  it('never takes a clock that jumps for the time between two reads', async () => {
    const watch = watchedTenants([contoso]);
    watch.tenant.set(fabrikam.id, { isProvider: true });
    const stop = watch.start();
    await watch.time.pass(2 * hour);
    watch.tenant.take(fabrikam.id);
    await watch.time.pass(hour);
    const absent = async () =>
      (await watch.store.get(contoso, 'tenantSnapshot', 'snapshot'))?.value.partners[0]?.absent?.reads;
    assert.equal(await absent(), 1);
    for (let jump = 0; jump < 4; jump += 1) {
      watch.time.turnClock(2 * hour);
      await watch.time.pass(30 * second);
    }
    assert.equal(await absent(), 1, 'two minutes have passed');
    await watch.time.pass(2 * hour);
    assert.equal(await absent(), 2);
    await stop();
  });

  it('goes on after the disk was full, and logs that once', async () => {
    const store = breakableStore(memoryStore());
    const watch = watchedTenants([contoso], { store });
    store.broken = true;
    const stop = watch.start();
    await watch.time.pass(10 * minute);
    store.broken = false;
    await watch.time.pass(minute);
    await stop();
    assert.deepEqual(watch.log.lines, ['error could not watch a tenant', 'info a tenant can be read again']);
    assert.ok(await store.get(contoso, 'tenantSnapshot', 'snapshot'));
  });

  it('reads 1,000 tenants every hour, spread evenly, and forgets none', async () => {
    const tenants = Array.from({ length: 1000 }, (_, index) => tenantId(`tenant ${index}`));
    const watch = watchedTenants(tenants);
    const stop = watch.start();
    await watch.time.pass(4 * hour);
    await stop();
    for (const tenant of tenants) {
      const times = watch.readsOf(tenant);
      for (const gap of gaps([...times, 4 * hour])) assert.ok(gap <= hour + minute, `${tenant}: ${gap}`);
      assert.ok(times.length <= 6, `${tenant} was read ${times.length} times`);
    }
    const perMinute = new Map<number, number>();
    for (const { at } of watch.reads) {
      const passed = Date.parse(at) - Date.parse(later(received, 2 * hour));
      if (passed < 0) continue;
      const within = Math.floor(passed / minute);
      perMinute.set(within, (perMinute.get(within) ?? 0) + 1);
    }
    assert.ok(Math.max(...perMinute.values()) <= 60, 'of 1,000 an hour, 17 a minute on average');
  });
});
