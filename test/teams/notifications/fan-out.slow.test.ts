import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Poster } from '../../../src/application/ports/posts.ts';
import { personId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { Audience } from '../../../src/domain/notifications/subscriber.ts';
import { ChannelAuthentication } from '../../../src/teams/channel/channel-authentication.ts';
import { createPoster } from '../../../src/teams/channel/poster.ts';
import { notifyingDesk } from '../../support/desk/notifying-desk.ts';
import { people, person, postDesk } from '../../support/desk/post-desk.ts';
import { granularOffer, received, userAdministrator } from '../../support/examples/invitation-examples.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';
import { openConnector, type ConnectorBehaviour } from '../../support/servers/connector-stand-in.ts';

const day = 24 * 60 * 60 * 1000;
const endingOffer: DatedOffer = {
  ...granularOffer,
  delegatedAdmin: {
    kind: 'granular',
    roles: { value: [userAdministrator], claimed: false },
    durationDays: { value: 40, claimed: false },
    autoExtends: { value: false, claimed: false },
  },
};

const nameOf = (audience: Audience) => (audience.kind === 'person' ? audience.person : audience.conversation);

/** How every tenth chat responds to its first post; the others accept it. */
const faults: readonly ConnectorBehaviour[] = [
  { status: 429 },
  { status: 429, retryAfter: '3' },
  { status: 412 },
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 504 },
  'hang',
  'cut',
];

describe('Over HTTP, a thousand people', () => {
  let connector: Awaited<ReturnType<typeof openConnector>>;
  let pending = 0;
  const audiences = people(1_000);
  const names = audiences.map(nameOf).sort();
  const isBusy = () => pending > connector.hanging();

  beforeEach(async () => {
    connector = await openConnector();
    pending = 0;
  });

  afterEach(() => connector.close());

  function openDesk() {
    return postDesk({
      poster: ({ clock }) => {
        const options = {
          authentication: new ChannelAuthentication({ meter: recordedMeter(), agentFor: () => undefined }),
          appId: '',
          isAcceptedServiceUrl: () => true,
          isAcceptedChannel: () => true,
          meter: recordedMeter(),
          agentFor: () => undefined,
          log: recordedLog(),
        };
        const poster = createPoster({ ...options, clock });
        return counted(poster);
      },
      reference: (audience) => ({
        serviceUrl: connector.serviceUrl,
        channelId: 'msteams',
        bot: { id: '28:desk' },
        conversation: { id: nameOf(audience) },
      }),
    });
  }

  /** Counts pending posts: time must not pass while a connector that answers has one. */
  function counted(poster: Poster): Poster {
    const count = async <Result>(work: Promise<Result>): Promise<Result> => {
      pending += 1;
      return work.finally(() => (pending -= 1));
    };
    return {
      post: (to, content, signal) => count(poster.post(to, content, signal)),
      update: (to, message, content, signal) => count(poster.update(to, message, content, signal)),
    };
  }

  function misbehave(): void {
    connector.behaveAs(({ conversation, method }, times) => {
      const number = Number(conversation.slice(-4));
      if (number % 10 !== 0 || times > 1 || method !== 'POST') return 'take';
      return faults[(number / 10) % faults.length] ?? 'take';
    });
  }

  it('are told once each, whatever goes wrong; twice only where the answer was lost', async () => {
    const desk = openDesk();
    await desk.registerAll(audiences);
    misbehave();
    await desk.tell('fabrikam', 'pending');
    await desk.quiet(isBusy);
    const counts = countBy(connector.taken.map(({ conversation }) => conversation));
    assert.deepEqual([...counts.keys()].sort(), names);
    const twice = [...counts].filter(([, count]) => count > 1).map(([name]) => name);
    const cut = names.filter(
      (name) => name.endsWith('0') && faults[(Number(name.slice(-4)) / 10) % 9] === 'cut',
    );
    assert.deepEqual(twice.sort(), cut);
    assert.ok([...counts.values()].every((count) => count <= 2));
    await desk.stop();
  });

  it('are told once each although the desk stops in the middle, and see the decision in place', async () => {
    const desk = openDesk();
    await desk.registerAll(audiences);
    await desk.tell('fabrikam', 'pending');
    while (connector.taken.length < 300) await desk.moment(isBusy);
    await desk.restart();
    await desk.quiet(isBusy);
    assert.deepEqual(connector.taken.map(({ conversation }) => conversation).sort(), names);

    const decider = personId('person-0007');
    await desk.tell('fabrikam', 'authorized', { kind: 'holders', except: decider });
    await desk.quiet(isBusy);
    const after = connector.taken.slice(1_000);
    const updated = after.filter(({ method }) => method === 'PUT');
    const said = after.filter(({ method }) => method === 'POST');
    assert.deepEqual(updated.map(({ conversation }) => conversation).sort(), names);
    assert.deepEqual(
      said.map(({ conversation }) => conversation).sort(),
      names.filter((name) => name !== decider),
    );
    await desk.stop();
  });
});

describe('Over HTTP, two hundred people', () => {
  it('are reminded of an end once each, although the desk is restarted in the middle', async () => {
    const connector = await openConnector();
    let pending = 0;
    const options = {
      authentication: new ChannelAuthentication({ meter: recordedMeter(), agentFor: () => undefined }),
      appId: '',
      isAcceptedServiceUrl: () => true,
      isAcceptedChannel: () => true,
      meter: recordedMeter(),
      agentFor: () => undefined,
      log: recordedLog(),
      clock: { now: () => received },
    };
    const poster = createPoster(options);
    const desk = await notifyingDesk({
      accepted: [endingOffer],
      isBusy: () => pending > 0,
      poster: {
        ...poster,
        post: (...sent) => {
          pending += 1;
          return poster.post(...sent).finally(() => (pending -= 1));
        },
      },
    });
    const readers = [...people(197), ...['adele', 'alex', 'megan'].map(person)];
    const names = readers.map(nameOf).sort();
    for (const audience of readers) {
      await desk.register(audience, {
        serviceUrl: connector.serviceUrl,
        channelId: 'msteams',
        bot: { id: '28:desk' },
        conversation: { id: nameOf(audience) },
      });
    }
    await desk.time.pass(33 * day);
    const endWatch = desk.watch();
    while (connector.taken.length < 60) await desk.moment();
    endWatch();
    assert(connector.taken.length < 200);
    await desk.restart();
    assert.deepEqual(connector.taken.map(({ conversation }) => conversation).sort(), names);
    const { attachments } = z
      .object({ attachments: z.array(z.object({ content: z.looseObject({}) })) })
      .parse(connector.taken[0]?.activity);
    assert.match(
      JSON.stringify(attachments[0]?.content),
      /It ends in 7 days, on 2 January 2027 at 09:00 UTC\./,
    );
    await desk.stop();
    await connector.close();
  });
});

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
