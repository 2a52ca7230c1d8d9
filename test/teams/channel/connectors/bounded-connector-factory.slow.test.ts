import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ConnectorClient,
  ConnectorFactory,
  MicrosoftAppCredentials,
  type ServiceClientCredentials,
} from 'botframework-connector';
import { BoundedConnectorFactory } from '../../../../src/teams/channel/connectors/bounded-connector-factory.ts';
import { recordedMeter } from '../../../support/ports/recorded-meter.ts';
import { until } from '../../../support/processes/until.ts';
import { stallingServer, type Stall } from '../../../support/servers/stalling-server.ts';

class Connectors extends ConnectorFactory {
  readonly #credentials: ServiceClientCredentials;

  constructor(credentials: ServiceClientCredentials) {
    super();
    this.#credentials = credentials;
  }

  override create(baseUri: string): Promise<ConnectorClient> {
    return Promise.resolve(new ConnectorClient(this.#credentials, { baseUri }));
  }
}

describe('A call to a channel', () => {
  const never: ServiceClientCredentials = { signRequest: () => new Promise(() => undefined) };

  interface Sending {
    readonly credentials?: ServiceClientCredentials;
    /** Milliseconds; the default if absent. */
    readonly timeout?: number;
  }
  const hastily = { timeout: 200 };

  async function send(
    port: number,
    { credentials = MicrosoftAppCredentials.Empty, ...bounds }: Sending = {},
  ) {
    const meter = recordedMeter();
    const factory = new BoundedConnectorFactory(new Connectors(credentials), { meter, ...bounds });
    const { conversations } = await factory.create(`http://127.0.0.1:${port}/`);
    const answer = conversations.sendToConversation('a:ada', { type: 'message', text: 'hi' });
    const failed = await answer.then(
      () => false,
      () => true,
    );
    const calls = meter.events.flatMap((event) =>
      event.kind === 'call' ? [`${event.target} ${event.outcome}`] : [],
    );
    return { failed, calls };
  }

  const headers = 'HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n';
  const stalls: readonly (readonly [string, Stall])[] = [
    ['takes the connection and says nothing', { says: '', then: 'silence' }],
    ['answers with headers and stalls', { says: headers, then: 'silence' }],
    ['answers in drops', { says: headers, then: 'drops' }],
  ];
  for (const [what, stall] of stalls) {
    it(`ends where the channel ${what}, and leaves no connection behind`, async () => {
      const server = await stallingServer(stall);
      assert.deepEqual(await send(server.port, hastily), { failed: true, calls: ['connector timeout'] });
      await until(() => server.waiting() === 0);
      await server.close();
    });
  }

  it('ends where the channel hangs up, before its answer or in the middle', async () => {
    for (const says of ['', headers]) {
      const server = await stallingServer({ says, then: 'halfClose' });
      assert.equal((await send(server.port, hastily)).failed, true);
      await server.close();
    }
  });

  it('ends where no token is available', async () => {
    assert.deepEqual(await send(1, { ...hastily, credentials: never }), {
      failed: true,
      calls: ['connector timeout'],
    });
  });

  for (const [status, outcome] of [
    [201, 'done'],
    [403, 'refused'],
    // 501, because the SDK retries other 5xx statuses.
    [501, 'failed'],
  ] as const) {
    it(`that is answered with ${status} counts as ${outcome}`, async () => {
      const server = createServer((_request, response) => {
        response.statusCode = status;
        response.setHeader('content-type', 'application/json').end('{"id":"1"}');
      });
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { port } = server.address() as AddressInfo;
      assert.deepEqual((await send(port)).calls, [`connector ${outcome}`]);
      server.closeAllConnections();
      server.close();
    });
  }
});
