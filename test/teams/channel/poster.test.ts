import assert from 'node:assert/strict';
import { subscriberIdOf, type Subscriber } from '../../../src/domain/notifications/subscriber.ts';
import { ChannelAuthentication } from '../../../src/teams/channel/channel-authentication.ts';
import { createPoster } from '../../../src/teams/channel/poster.ts';
import { person } from '../../support/desk/post-desk.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';
import { openConnector, type ConnectorBehaviour } from '../../support/servers/connector-stand-in.ts';

const audience = person('ada');
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const content = { kind: 'card', card, summary: 'Fabrikam sent an invitation.' } as const;
const untilSettled = new AbortController().signal;

describe('A post over HTTP', () => {
  const log = recordedLog();
  const meter = recordedMeter();
  const clock = { now: () => monday };
  const poster = createPoster({
    authentication: new ChannelAuthentication({ meter, agentFor: () => undefined }),
    appId: '',
    isAcceptedServiceUrl: () => true,
    isAcceptedChannel: () => true,
    clock,
    meter,
    agentFor: () => undefined,
    log,
  });
  let connector: Awaited<ReturnType<typeof openConnector>>;
  let ada: Subscriber;

  beforeEach(async () => {
    connector = await openConnector();
    ada = {
      id: subscriberIdOf(audience),
      audience,
      reference: {
        serviceUrl: connector.serviceUrl,
        channelId: 'msteams',
        bot: { id: '28:desk', name: 'Partner Desk' },
        conversation: { id: 'a:ada', conversationType: 'personal', tenantId: 'contoso' },
      },
      language: 'en',
      state: 'reachable',
      isTold: true,
    };
  });

  afterEach(() => connector.close());

  it('is a message with the card, and a line for the notification', async () => {
    assert.deepEqual(await poster.post(ada, content, untilSettled), { kind: 'taken', message: 'message-1' });
    const [sent] = connector.taken;
    assert.equal(sent?.method, 'POST');
    assert.equal(sent.conversation, 'a:ada');
    assert.equal(sent.activity['summary'], content.summary);
    assert.deepEqual(sent.activity['attachments'], [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
    ]);
  });

  it('of text is plain: a partner’s name formats nothing', async () => {
    await poster.post(ada, { kind: 'text', text: '**Fabrikam** lapsed.' }, untilSettled);
    assert.equal(connector.taken[0]?.activity['text'], '**Fabrikam** lapsed.');
    assert.equal(connector.taken[0].activity['textFormat'], 'plain');
  });

  it('can replace an earlier one', async () => {
    const outcome = await poster.update(ada, 'message-7', content, untilSettled);
    assert.deepEqual(outcome, { kind: 'taken', message: 'message-7' });
    assert.equal(connector.taken[0]?.method, 'PUT');
    assert.equal(connector.taken[0].message, 'message-7');
  });

  const answers: readonly (readonly [ConnectorBehaviour, unknown])[] = [
    [{ status: 412 }, { kind: 'later' }],
    [{ status: 429 }, { kind: 'later' }],
    [
      { status: 429, retryAfter: '9' },
      { kind: 'later', wait: 9_000 },
    ],
    [
      { status: 429, retryAfter: 'Mon, 23 Nov 2026 09:00:30 GMT' },
      { kind: 'later', wait: 30_000 },
    ],
    [{ status: 429, retryAfter: 'soon' }, { kind: 'later' }],
    [{ status: 500 }, { kind: 'later' }],
    [{ status: 502 }, { kind: 'later' }],
    [
      { status: 503, retryAfter: '2' },
      { kind: 'later', wait: 2_000 },
    ],
    [{ status: 504 }, { kind: 'later' }],
    ['cut', { kind: 'later' }],
    [{ status: 403, code: 'MessageWritesBlocked' }, { kind: 'gone' }],
    [{ status: 403 }, { kind: 'gone' }],
    [{ status: 404, code: 'ConversationNotFound' }, { kind: 'gone' }],
    [{ status: 400 }, { kind: 'refused' }],
    [{ status: 401 }, { kind: 'refused' }],
    [{ status: 413, code: 'MessageSizeTooBig' }, { kind: 'refused' }],
  ];
  for (const [behaviour, outcome] of answers) {
    it(`that is answered with ${JSON.stringify(behaviour)} is ${JSON.stringify(outcome)}, sent once`, async () => {
      connector.behaveAs(() => behaviour);
      assert.deepEqual(await poster.post(ada, content, untilSettled), outcome);
      assert.equal(connector.requests.length, 1);
    });
  }

  it('ends when it is cancelled', async () => {
    connector.behaveAs(() => 'hang');
    const abort = new AbortController();
    const outcome = poster.post(ada, content, abort.signal);
    await connector.requested(1);
    abort.abort();
    assert.deepEqual(await outcome, { kind: 'later' });
  });

  it('to a port where nothing listens is for later', async () => {
    const reference = { ...ada.reference, serviceUrl: 'http://127.0.0.1:1/' };
    assert.deepEqual(await poster.post({ ...ada, reference }, content, untilSettled), { kind: 'later' });
  });

  it('leaves no name, address or text in the log', () => {
    assert.deepEqual([...new Set(log.lines)], ['info a post failed']);
  });
});
