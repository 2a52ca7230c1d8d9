import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenFailure } from '../../../src/adapters/identity/issued-token.ts';
import { managedIdentityTokens } from '../../../src/adapters/identity/managed-identity-tokens.ts';

describe('A managed identity', () => {
  const untouched = { ...process.env };
  const asked: { readonly url: URL; readonly proof: unknown }[] = [];
  let answers: { status: number; body: unknown } | 'hang';
  let server: Server;

  before(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://machine.example');
      asked.push({ url, proof: request.headers['x-identity-header'] });
      if (answers === 'hang') return;
      response.statusCode = answers.status;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answers.body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${port}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'what the machine told the desk';
  });
  after(async () => {
    for (const name of ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER']) {
      if (untouched[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = untouched[name];
    }
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  beforeEach(() => {
    asked.splice(0);
  });

  const issue = managedIdentityTokens('app-1');
  const untilSettled = new AbortController().signal;
  const scope = 'https://api.example/.default';

  it('gets a new token from the machine it runs on each time, for the bot and the scope', async () => {
    const expiresAt = Math.floor(Date.now() / 1000) + 3600;
    for (const token of ['one', 'other']) {
      answers = {
        status: 200,
        body: { access_token: token, expires_on: String(expiresAt), token_type: 'Bearer' },
      };
      const issued = await issue(scope, untilSettled);
      assert.equal(issued.token, token);
      assert.ok(Math.abs(issued.expiresAt - expiresAt * 1000) < 5_000);
    }
    const [{ url, proof } = assert.fail('nobody was asked')] = asked;
    assert.equal(url.searchParams.get('client_id'), 'app-1');
    assert.equal(url.searchParams.get('resource'), 'https://api.example');
    assert.equal(proof, 'what the machine told the desk');
  });

  it('asks once where the machine says no', async () => {
    answers = { status: 400, body: { error: 'invalid_request', error_description: 'no such identity' } };
    await assert.rejects(issue(scope, untilSettled));
    assert.equal(asked.length, 1);
  });

  it('waits no longer than it is told, and gets one the next time', async () => {
    answers = 'hang';
    const abort = new AbortController();
    const failure = issue(scope, abort.signal).then(() => undefined, tokenFailure);
    while (asked.length === 0) await new Promise(setImmediate);
    abort.abort();
    assert.deepEqual(await failure, { reason: 'timeout' });

    const expiresOn = Math.floor(Date.now() / 1000) + 3600;
    answers = { status: 200, body: { access_token: 'at last', expires_on: String(expiresOn) } };
    assert.equal((await issue(scope, untilSettled)).token, 'at last');
  });
});
