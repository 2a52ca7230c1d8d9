import assert from 'node:assert/strict';
import { createServer } from 'restify';
import { listen } from '../../../src/http/connections/listen.ts';

describe('listening', () => {
  it('says which port is taken, and what to set, where another program uses it', async () => {
    const first = createServer();
    await listen(first, { host: '127.0.0.1', port: 0 });
    const { port } = first.address();
    await assert.rejects(listen(createServer(), { host: '127.0.0.1', port }), {
      message: `Partner Desk cannot listen on 127.0.0.1, port ${port}: another program uses it. Set PORT or HOST to another.`,
    });
    first.close();
  });
});
