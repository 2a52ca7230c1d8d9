import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { prometheusMeter } from '../../../src/adapters/metrics/prometheus-meter.ts';
import { closeGracefully } from '../../../src/http/connections/close-gracefully.ts';
import type { Metrics } from '../../../src/http/health/metrics-route.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import { exampleIntake } from '../../support/examples/example-intake.ts';

describe('GET /metrics', () => {
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });

  async function ask(readableBy: Metrics['readableBy'], headers: Readonly<Record<string, string>> = {}) {
    const meter = prometheusMeter();
    const { server, connections } = createHttpServer({
      handleActivity: () => Promise.resolve({ status: 404 }),
      intake: exampleIntake(),
      parts: {},
      metrics: { page: () => meter.page({ mail: 0, posts: 0 }), readableBy },
      meter,
      loopbackOnly: false,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push(() => closeGracefully(server, connections));
    const sent = request({ port: server.address().port, path: '/metrics', agent: false, headers }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: await text(response) };
  }

  it('shows a program on this machine what the desk counts', async () => {
    const { status, body } = await ask('loopback');
    assert.equal(status, 200);
    assert.match(body, /^partner_desk_queue_length\{queue="mail"\} 0$/m);
  });

  const others: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['uses another host name', { host: 'desk.contoso.com' }],
    ['asks for somebody else', { 'x-forwarded-for': '192.0.2.7' }],
    ['says so as RFC 7239 has it', { forwarded: 'for=192.0.2.7' }],
  ];
  for (const [what, headers] of others) {
    it(`shows nothing to a proxy on this machine that ${what}, unless it is set to`, async () => {
      assert.equal((await ask('loopback', headers)).status, 404);
      assert.equal((await ask('everyone', headers)).status, 200);
    });
  }
});
