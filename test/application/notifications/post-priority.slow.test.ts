import assert from 'node:assert/strict';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { postKey } from '../../../src/domain/notifications/announcement.ts';
import type { PostPriority } from '../../../src/domain/notifications/post-priority.ts';
import { subscriberIdOf as id } from '../../../src/domain/notifications/subscriber.ts';
import { people, person, postDesk, tenant } from '../../support/desk/post-desk.ts';
import { exampleInvitation } from '../../support/examples/invitation-examples.ts';

const ada = person('ada');
const everyone = { kind: 'everyone' } as const;
const signed = 'Invitation: submitted';

type Desk = ReturnType<typeof postDesk>;

async function tellMany(desk: Desk, count: number, priority: PostPriority): Promise<void> {
  for (let number = 0; number < count; number += 1)
    await desk.tell(`${priority}-${number}`, `${priority} ${number}`, everyone, priority);
}

const tellSigned = (desk: Desk) => desk.tell('genuine', 'submitted', everyone, 'submitted');

describe('An invitation submitted with a signature', () => {
  for (const waiting of ['pasted', 'other', 'pastedByAdministrator'] as const) {
    it(`reaches a chat within ten seconds, whenever it comes, where hundreds wait of: ${waiting}`, async () => {
      for (const after of [0, 1_000, 15_000, 31_000]) {
        const desk = postDesk();
        await desk.register(ada);
        await tellMany(desk, 300, waiting);
        await desk.time.pass(after);
        const before = desk.tried.length;
        await tellSigned(desk);
        await desk.time.pass(10_000);
        const between = desk.tried.slice(before).findIndex(({ text }) => text === signed);
        assert.ok(between === 0 || between === 1, `after ${after} ms, ${between} were sent before it`);
        await desk.stop();
      }
    });
  }

  it('reaches it although the others have used all of an hour that they may', async () => {
    const desk = postDesk();
    await desk.register(ada);
    await tellMany(desk, 700, 'pasted');
    await desk.time.pass(1_800_000);
    assert.equal(desk.tried.length, 600);
    await tellSigned(desk);
    await desk.time.pass(10_000);
    assert.equal(desk.tried[600]?.text, signed);
    await desk.stop();
  });

  it('reaches everyone within ten seconds, where many announcements wait to be fanned out to them', async () => {
    const desk = postDesk();
    const readers = people(100);
    await desk.registerAll(readers);
    await tellMany(desk, 60, 'pasted');
    await desk.time.pass(1_000);
    const before = desk.tried.length;
    await tellSigned(desk);
    await desk.time.pass(10_000);
    for (const reader of readers) assert.ok(desk.readBy(reader).includes(signed));
    const last = desk.tried.findLastIndex(({ text }) => text === signed);
    // Its hundred posts come three pages of subscribers at a time; others may fill the pauses between them.
    assert.ok(last - before < 150, `${last - before} posts until the last one`);
    await desk.stop();
  });

  it('is still the first after a restart, also where nothing stored says how urgent it is', async () => {
    const desk = postDesk();
    await desk.registerAll([ada, person('grace')]);
    await tellMany(desk, 50, 'pasted');
    await desk.time.pass(5_000);
    await desk.stop();
    const genuine = exampleInvitation(undefined, 'stored-before');
    desk.stands('stored-before', 'submitted');
    const subject = { kind: 'invitation', invitation: invitationId('stored-before') } as const;
    const since = desk.clock.now();
    const post = { subject, subscriber: id(ada), since, isQuiet: false, owesMessage: false };
    const announcement = {
      subject,
      to: { kind: 'one', subscriber: id(person('grace')) },
      at: since,
    } as const;
    const put = { type: 'put', expected: 'absent' } as const;
    await desk.store.commit(tenant, [
      { ...put, kind: 'invitation', id: 'stored-before', value: genuine },
      { ...put, kind: 'pendingPost', id: postKey(subject, id(ada)), value: post },
      { ...put, kind: 'announcement', id: '01a20426-stored-before received', value: announcement },
    ]);
    const before = desk.tried.length;
    await desk.startAnew();
    await desk.time.pass(10_000);
    for (const reader of [ada, person('grace')]) {
      const sent = desk.tried.slice(before).filter(({ to }) => to === id(reader));
      assert.ok([0, 1].includes(sent.findIndex(({ text }) => text === signed)));
    }
    await desk.stop();
  });

  it('is tried at once in a chat that failed with others, but not before the channel allows it', async () => {
    for (const [wait, triedAfter] of [
      [undefined, 0],
      [60_000, 60_000],
    ] as const) {
      const desk = postDesk();
      await desk.register(ada);
      desk.behave(id(ada), ({ text }, times) =>
        times <= 6 && text !== signed ? { kind: 'later', ...(wait !== undefined && { wait }) } : 'taken',
      );
      await tellMany(desk, 10, 'pasted');
      while (desk.tried.length < 6) await desk.time.pass(1_000);
      const failedAt = desk.tried.at(-1)?.at ?? 0;
      await tellSigned(desk);
      while (!desk.readBy(ada).includes(signed)) await desk.time.pass(1_000);
      const tried = desk.tried.find(({ text }) => text === signed);
      assert.ok((tried?.at ?? 0) - failedAt >= triedAfter);
      assert.ok((tried?.at ?? 0) - failedAt <= triedAfter + 2_000);
      await desk.stop();
    }
  });

  it('that no chat takes holds up nothing else there', async () => {
    const desk = postDesk();
    await desk.register(ada);
    desk.behave(id(ada), ({ text }) => (text === signed ? 'later' : 'taken'));
    await tellSigned(desk);
    await desk.tell('broken', 'broken', everyone, 'submitted');
    await tellMany(desk, 3, 'pasted');
    await desk.time.pass(60_000);
    assert.equal(desk.readBy(ada).length, 3);
    await desk.stop();
  });
});

describe('Posts go in order of urgency', () => {
  it('in a chat: signed, pasted by an administrator, everything else, pasted by others', async () => {
    const desk = postDesk();
    await desk.register(ada);
    desk.behave(id(ada), (_sent, times) => (times === 1 ? { kind: 'later', wait: 5_000 } : 'taken'));
    const order = ['submitted', 'pastedByAdministrator', 'other', 'pasted'] as const;
    for (const priority of order.toReversed()) await tellMany(desk, 2, priority);
    await desk.quiet();
    assert.deepEqual(
      desk.readBy(ada),
      order.flatMap((priority) => [`Invitation: ${priority} 0`, `Invitation: ${priority} 1`]),
    );
  });

  it('and a quiet outcome changes the cards that were posted, says nothing, and posts no further ones', async () => {
    const desk = postDesk();
    await desk.registerAll([ada, person('grace')]);
    desk.behave(id(person('grace')), (_sent, times) => (times < 3 ? 'later' : 'taken'));
    await desk.tell('fabrikam', 'pending', everyone, 'pasted');
    await desk.time.pass(100);
    await desk.tell('fabrikam', 'cancelled', { kind: 'holders', isQuiet: true }, 'pasted');
    await desk.quiet();
    assert.deepEqual(desk.readBy(ada), ['Invitation: pending', 'Invitation: cancelled (in place)']);
    assert.deepEqual(desk.readBy(person('grace')), []);
  });
});
