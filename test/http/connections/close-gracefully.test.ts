import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { createServer } from 'restify';
import { boundConnections } from '../../../src/http/connections/bound-connections.ts';
import { closeGracefully } from '../../../src/http/connections/close-gracefully.ts';

describe('closing gracefully', () => {
  async function openServer() {
    const finishes: (() => void)[] = [];
    const server = createServer();
    const connections = boundConnections(server.server);
    server.get('/slow', (_request, response, next) => {
      finishes.push(() => {
        response.send(200, 'done');
        next();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    return {
      server,
      close: (options?: { readonly timeout: number }) => closeGracefully(server, connections, options),
      port,
      finish: () => {
        for (const finish of finishes.splice(0)) finish();
      },
      ask: async (agent: Agent | false = false) => {
        const request = get({ port, path: '/slow', agent });
        const answered = once(request, 'response') as Promise<[IncomingMessage]>;
        while (finishes.length === 0) await new Promise(setImmediate);
        return answered;
      },
      pending: () => finishes.length,
    };
  }

  it('lets a request that is being answered finish, and refuses every other', async () => {
    const { server, close, port, finish, ask } = await openServer();
    const agent = new Agent({ keepAlive: true });
    const answered = ask(agent);
    await new Promise<void>((resolve) => {
      server.once('pre', () => {
        resolve();
      });
    });
    let isClosed = false;
    const closed = close().then(() => {
      isClosed = true;
    });

    for (let times = 0; times < 3; times += 1) {
      const refused = await fetch(`http://127.0.0.1:${port}/slow`);
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get('retry-after'), '5');
      assert.equal(refused.headers.get('connection'), 'close');
    }
    assert.equal(isClosed, false);

    finish();
    const [response] = await answered;
    assert.equal(response.statusCode, 200);
    response.resume();
    await closed;
    await assert.rejects(fetch(`http://127.0.0.1:${port}/slow`));
    agent.destroy();
  });

  it('waits for no request that takes too long, and for no connection that says nothing', async () => {
    const { server, close, port, ask } = await openServer();
    const cut = ask().catch((error: unknown) => error);
    await new Promise<void>((resolve) => {
      server.once('pre', () => {
        resolve();
      });
    });
    const [silent, halfSent] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    halfSent.on('error', () => undefined).write('GET /slow HTTP/1.1\r\nhost: loc');
    await Promise.all([once(silent, 'connect'), once(halfSent, 'connect')]);
    await close({ timeout: 100 });
    assert.ok((await cut) instanceof Error);
  });
});
