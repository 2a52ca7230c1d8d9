import { subscriberIdOf } from '../../../src/domain/notifications/subscriber.ts';
import { durableQueueContract, type QueueAnswer } from '../../contracts/durable-queue.ts';
import { contactDesk } from '../../support/desk/contact-desk.ts';
import { person, postDesk } from '../../support/desk/post-desk.ts';
import { filledForm } from '../../support/examples/contact-examples.ts';

durableQueueContract('e-mails', () => {
  const desk = contactDesk();
  let added = 0;
  return Promise.resolve({
    store: desk.store,
    time: desk.time,
    itemsPerAdd: 2,
    add: () => desk.contact({ form: { ...filledForm, needs: `need ${(added += 1)}` } }),
    answer: (answer) => {
      const answers = { taken: 'accepted', later: 'out of order', silent: 'silent' } as const;
      desk.mail.answer(() => answers[answer]);
    },
    taken: () => desk.mail.messages.map((message) => /^Message-ID: .*$/m.exec(message.toString())?.[0] ?? ''),
    tried: () => desk.mail.tried.length,
    pending: () => desk.pending(),
    stillInStore: () => desk.stillPending(),
    start: () => desk.crash(),
    stop: () => desk.stop(),
  });
});

durableQueueContract('posts', async () => {
  const desk = postDesk();
  const ada = person('ada');
  await desk.register(ada);
  let added = 0;
  let current: QueueAnswer = 'taken';
  desk.behave(subscriberIdOf(ada), () =>
    current === 'silent'
      ? new Promise((resolve) => {
          desk.timer.after(10_000, () => {
            resolve({ kind: 'later' });
          });
        })
      : current,
  );
  return {
    store: desk.store,
    time: desk.time,
    itemsPerAdd: 1,
    add: () => desk.tell(`invitation-${(added += 1)}`, `pending ${added}`),
    answer: (answer) => {
      current = answer;
    },
    taken: () => desk.readBy(ada),
    tried: () => desk.tried.length,
    pending: () => desk.pending(),
    stillInStore: () => desk.stillToDo(),
    start: () => desk.startAnew(),
    stop: () => desk.stop(),
  };
});
