import assert from 'node:assert/strict';
import { listHistory } from '../../../src/application/history/list-history.ts';
import { watchInvitationExpiry } from '../../../src/application/invitations/expire-invitations.ts';
import { later } from '../../../src/domain/instant.ts';
import { subscriberIdOf } from '../../../src/domain/notifications/subscriber.ts';
import { contactDesk } from '../../support/desk/contact-desk.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { channel, people, person, postDesk } from '../../support/desk/post-desk.ts';
import { adele, megan, received, resellerOffer } from '../../support/examples/invitation-examples.ts';
import { everyoneHas } from '../../support/ports/roles-of.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;
const jumps = { 'an hour': hour, 'a year': year };

for (const [name, jump] of Object.entries(jumps)) {
  describe(`when the clock goes back by ${name}`, () => {
    it('e-mails that were not accepted go out on schedule, the others are not sent again', async () => {
      const desk = contactDesk();
      desk.mail.answer(({ delivery }) =>
        delivery.recipient.kind === 'provider' ? 'out of order' : 'accepted',
      );
      const { request } = await desk.contact();
      await desk.time.pass(40 * minute);
      desk.time.turnClock(-jump);
      desk.mail.answer(() => 'accepted');
      await desk.time.pass(30 * minute);
      assert.deepEqual(await desk.states(request.id), { Fabrikam: 'sent', copy: 'sent' });
      assert.equal(desk.mail.messages.length, 2);
      await desk.restart();
      await desk.time.pass(hour);
      assert.equal(desk.mail.messages.length, 2);
      await desk.close();
    });

    it('e-mails that were not accepted before a restart go out within the hour', async () => {
      const desk = contactDesk();
      desk.mail.answer(() => 'out of order');
      const { request } = await desk.contact();
      await desk.stop();
      desk.time.turnClock(-jump);
      desk.mail.answer(() => 'accepted');
      await desk.restart();
      await desk.time.pass(hour + minute);
      assert.deepEqual(await desk.states(request.id), { Fabrikam: 'sent', copy: 'sent' });
      assert.equal(desk.mail.messages.length, 2);
      await desk.close();
    });

    it('an e-mail that is never accepted is given up nevertheless', async () => {
      const desk = contactDesk();
      desk.mail.answer(() => 'out of order');
      const { request } = await desk.contact();
      desk.time.turnClock(-jump);
      await desk.time.pass(3 * day);
      assert.deepEqual(await desk.states(request.id), { Fabrikam: 'givenUp', copy: 'givenUp' });
      assert.equal(desk.notices.length, 2);
      await desk.close();
    });

    it('a second press sends nothing, and a minute later the same can be sent again', async () => {
      const desk = contactDesk();
      const { request } = await desk.contact();
      desk.time.turnClock(-jump);
      const again = await desk.contact();
      assert.deepEqual([again.alreadySent, again.request.id], [true, request.id]);
      await desk.time.pass(minute);
      assert.equal((await desk.contact()).alreadySent, false);
      assert.equal(desk.mail.messages.length, 4);
      await desk.close();
    });

    it('people are notified of news at once, and of nothing twice', async () => {
      const desk = postDesk();
      const everybody = [...people(20), channel];
      await desk.registerAll(everybody);
      for (const number of [1, 2, 3, 4, 5, 6, 7]) await desk.tell(`invitation-${number}`, 'pending');
      await desk.quiet();
      desk.time.turnClock(-jump);
      await desk.restart();
      await desk.tell('invitation-8', 'pending');
      await desk.time.pass(3000);
      assert.equal(await desk.stillToDo(), 0);
      for (const each of everybody) assert.equal(desk.readBy(each).length, 8);
      await desk.stop();
    });

    it('the same goes for a desk that was not restarted', async () => {
      const desk = postDesk();
      await desk.registerAll(people(3));
      for (const number of [1, 2, 3, 4, 5, 6, 7]) await desk.tell(`invitation-${number}`, 'pending');
      await desk.quiet();
      desk.time.turnClock(-jump);
      await desk.tell('invitation-8', 'pending');
      await desk.time.pass(3000);
      assert.equal(await desk.stillToDo(), 0);
      for (const each of people(3)) assert.equal(desk.readBy(each).length, 8);
      await desk.stop();
    });

    it('a post that is never accepted is given up after a day nevertheless', async () => {
      const desk = postDesk();
      const ada = person('ada');
      await desk.register(ada);
      desk.behave(subscriberIdOf(ada), () => 'later');
      await desk.tell('fabrikam', 'pending');
      await desk.time.pass(minute);
      desk.time.turnClock(-jump);
      await desk.time.pass(day + hour);
      assert.equal(await desk.stillToDo(), 0);
      await desk.stop();
    });

    it('what has expired stays expired, and what has not can be decided', async () => {
      const desk = invitationDesk();
      const expiring = await desk.receive({ ...resellerOffer, expiresAt: later(received, hour) });
      const waiting = await desk.receive();
      const stop = watchInvitationExpiry({
        ...desk,
        timer: desk.time.timer,
        announcements: { wake: () => undefined },
      });
      await desk.time.pass(2 * hour);
      desk.time.turnClock(-jump);
      await desk.time.pass(10 * minute);
      await desk.authorize(megan, expiring);
      await desk.authorize(megan, waiting);
      assert.equal((await desk.stored(expiring))?.status.kind, 'lapsed');
      assert.equal((await desk.stored(waiting))?.status.kind, 'authorized');
      const kinds = (await desk.history()).map(({ event }) => event.kind);
      assert.equal(kinds.filter((kind) => kind === 'invitationLapsed').length, 1);
      stop();
    });

    it('history stays in the order in which things happened, and nothing of the period is left out', async () => {
      const desk = invitationDesk();
      await desk.receive();
      desk.time.turnClock(-jump);
      await desk.receive();
      desk.time.turnClock(jump);
      await desk.receive();
      const numbers = (await desk.history()).map(({ event }) =>
        'invitation' in event ? event.invitation : '',
      );
      assert.deepEqual(numbers, numbers.toSorted(), 'ids are given in order');
      const roles = everyoneHas(new Set(['globalAdministrator']));
      const since = later(desk.clock.now(), -7 * day);
      const { items } = await listHistory({ ...desk, roles }, adele, { filter: { since }, limit: 10 });
      const expected = jump > 7 * day ? [numbers[2], numbers[0]] : numbers.toReversed();
      assert.deepEqual(
        items.map(({ entry: { event } }) => ('invitation' in event ? event.invitation : '')),
        expected,
      );
    });
  });
}
