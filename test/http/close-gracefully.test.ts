import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { createServer } from 'restify';
import { closeGracefully } from '../../src/http/close-gracefully.ts';

describe('closing gracefully', () => {
  it('lets a request that is being answered finish, and takes no further one', async () => {
    let finish: () => void = () => undefined;
    let started: () => void = () => undefined;
    const isUnderWay = new Promise<void>((resolve) => {
      started = resolve;
    });
    const server = createServer();
    server.get('/slow', (_request, response, next) => {
      finish = () => {
        response.send(200, 'done');
        next();
      };
      started();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    const agent = new Agent({ keepAlive: true });

    const request = get({ port, path: '/slow', agent });
    const answered = once(request, 'response');
    await isUnderWay;
    let isClosed = false;
    const closed = closeGracefully(server).then(() => {
      isClosed = true;
    });
    await assert.rejects(fetch(`http://127.0.0.1:${port}/slow`));
    assert.equal(isClosed, false);

    finish();
    const [response] = (await answered) as [IncomingMessage];
    assert.equal(response.statusCode, 200);
    response.resume();
    await closed;
    agent.destroy();
  });
});
