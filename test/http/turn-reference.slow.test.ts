import assert from 'node:assert/strict';
import { z } from 'zod';
import { openDesk } from '../support/desk/open-desk.ts';
import { exampleProviders } from '../support/examples/example-providers.ts';
import { memoryDirectory } from '../support/ports/memory-directory.ts';

const logged = z.array(z.object({ level: z.string(), message: z.string(), fields: z.looseObject({}) }));

describe('What goes wrong in a turn', () => {
  const directory = {
    ...memoryDirectory(exampleProviders),
    search: () => Promise.reject(new TypeError('a defect, about “Adele’s secret”')),
  };
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeEach(async () => {
    desk = await openDesk({ directory });
  });
  afterEach(() => desk.close());

  const linesOf = (reference: string) =>
    logged.parse(JSON.parse(desk.logged())).filter(({ fields }) => fields['turn'] === reference);

  function referenceOn(card: unknown): string {
    const [, reference = ''] = /the reference ([\da-f-]{36})\./.exec(JSON.stringify(card)) ?? [];
    return reference;
  }

  it('is in the log under the reference that the card shows, and another turn under another', async () => {
    await Promise.all([desk.post(desk.message('find a provider')), desk.post(desk.message('find Fabrikam'))]);
    const references = desk.channel.posted.map(({ activity }) => referenceOn(activity));
    assert.equal(new Set(references).size, 2);
    for (const reference of references) {
      const [line, ...others] = linesOf(reference);
      assert.deepEqual([line?.level, line?.message, others], ['error', 'a turn failed', []]);
    }
    assert.doesNotMatch(desk.logged(), /Adele/);
  });

  it('is in the log too where the card cannot be delivered', async () => {
    const { status, text } = await desk.post({ ...desk.message('hi'), serviceUrl: 'http://127.0.0.1:1/' });
    assert.equal(status, 500);
    const [, reference = ''] = /Reference: ([\da-f-]{36})/.exec(text) ?? [];
    assert.equal(linesOf(reference).length, 1);
  });

  it('counts as a turn that failed, and what a person can mend as one that was refused', async () => {
    await desk.post(desk.message('find a provider'));
    await desk.post({ ...desk.message('find a provider'), channelData: { tenant: { id: 'another' } } });
    const turns = desk.chat.meter.events.flatMap((event) => (event.kind === 'turn' ? [event.outcome] : []));
    assert.deepEqual(turns, ['failed', 'refused']);
    assert.deepEqual(desk.chat.meter.refusals(), { 'tenant-not-allowed': 1 });
  });
});
