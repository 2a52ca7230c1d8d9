import assert from 'node:assert/strict';
import { homeTenant } from '../../support/examples/example-ids.ts';
import { openSimulated, type Simulated } from '../../support/servers/simulated.ts';
import { error } from './documented-shapes.ts';

const subscriptions = '/v1.0/directory/subscriptions';
const partners = '/v1.0/policies/crossTenantAccessPolicy/partners';
const cp1 = { xms_cc: { values: ['cp1'] } };

describe('the simulated Microsoft Graph, told to fail', () => {
  let simulation: Simulated;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2026-11-01T08:00:00Z');
    simulation = await openSimulated({ now: () => now });
  });
  afterEach(() => simulation.close());

  const call = (path = subscriptions) => simulation.call(homeTenant, path);
  const faults = () => simulation.tenant(homeTenant).faults;

  it('throttles as often as it is told to, and notes who does not wait', async () => {
    faults().add(/subscriptions/, { kind: 'throttled', retryAfter: 30 }, 1);
    const throttled = await call();
    assert.deepEqual([throttled.status, throttled.headers.get('retry-after')], [429, '30']);
    error.parse(await throttled.json());
    now = new Date(now.getTime() + 29_999);
    assert.equal((await call(partners)).status, 200);
    assert.equal(simulation.calls.at(-1)?.isEarly, true);
    await simulation.call('another tenant', subscriptions);
    assert.equal(simulation.calls.at(-1)?.isEarly, false);
    now = new Date(now.getTime() + 1);
    await call();
    assert.equal(simulation.calls.at(-1)?.isEarly, false);
  });

  it('challenges for claims until a token was asked for with them', async () => {
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1793520000' } } });
    faults().add(/subscriptions/, { kind: 'claims', claims });
    const send = async (asked?: string) => {
      const token = await simulation.token(homeTenant, asked === undefined ? {} : { claims: asked });
      return simulation.send(subscriptions, { headers: { authorization: `Bearer ${token}` } });
    };
    const challenged = await send(JSON.stringify({ access_token: cp1 }));
    assert.equal(challenged.status, 401);
    error.parse(await challenged.json());
    const challenge = challenged.headers.get('www-authenticate') ?? '';
    assert.match(
      challenge,
      /^Bearer realm="", authorization_uri="https:[^"]+", error="insufficient_claims", claims="/,
    );
    const [, encoded = ''] = /claims="([^"]+)"/.exec(challenge) ?? [];
    assert.equal(Buffer.from(encoded, 'base64').toString(), claims);
    const met = { access_token: { ...cp1, nbf: { essential: true, value: '1793520000' } } };
    assert.equal((await send(JSON.stringify(met))).status, 200);
    // Who did not declare that it understands challenges is sent none.
    const plain = await send();
    assert.deepEqual([plain.status, plain.headers.get('www-authenticate')], [401, null]);
  });

  it('answers another status, late, or with another body', async () => {
    faults().add(/subscriptions/, { kind: 'status', status: 504, retryAfter: 2 }, 1);
    faults().add(/subscriptions/, { kind: 'slow', milliseconds: 1 }, 1);
    faults().add(/subscriptions/, { kind: 'body', body: { value: 'none' } }, 1);
    const gateway = await call();
    assert.deepEqual([gateway.status, gateway.headers.get('retry-after')], [504, '2']);
    assert.equal((await call()).status, 200);
    assert.deepEqual(await (await call()).json(), { value: 'none' });
  });

  it('breaks off in the middle of an answer, also on a later page', async () => {
    const tenant = simulation.tenant(homeTenant);
    tenant.addPartner({ id: '90000000-0000-4000-8000-000000000001', subscriptions: 3 });
    tenant.pageSize = 2;
    faults().add(/skiptoken/, { kind: 'cut' });
    const { '@odata.nextLink': next } = (await (await call()).json()) as { '@odata.nextLink': string };
    const cut = await call(next);
    assert.equal(cut.status, 200);
    await assert.rejects(cut.text());
  });

  it('sends half of an answer as if it were whole', async () => {
    faults().add(/subscriptions/, { kind: 'malformed' });
    const half = await (await call()).text();
    assert.throws(() => JSON.parse(half) as unknown, SyntaxError);
  });

  it('links to a next page elsewhere', async () => {
    faults().add(/subscriptions/, { kind: 'foreignNextLink', origin: 'https://attacker.example' });
    const { '@odata.nextLink': next } = (await (await call()).json()) as { '@odata.nextLink': string };
    assert.equal(new URL(next).origin, 'https://attacker.example');
  });

  it('never answers', async () => {
    faults().add(/subscriptions/, { kind: 'hang' });
    const token = await simulation.token(homeTenant);
    const hanging = simulation.send(subscriptions, { headers: { authorization: `Bearer ${token}` } });
    // Later calls are answered; this one is not, until the simulation is closed.
    assert.equal((await call(partners)).status, 200);
    assert.equal(simulation.calls.find(({ path }) => path === subscriptions)?.status, undefined);
    const rejected = assert.rejects(hanging);
    await simulation.close();
    await rejected;
    simulation = await openSimulated();
  });

  it('fails as a whole, for one tenant, until it is mended', async () => {
    const tenant = simulation.tenant(homeTenant);
    for (const [failure, status] of [
      ['down', 503],
      ['throttled', 429],
      ['refusing', 403],
    ] as const) {
      tenant.failAs(failure);
      assert.equal((await call()).status, status);
      assert.equal((await simulation.call('another tenant', subscriptions)).status, 200);
    }
    tenant.failAs(undefined);
    assert.equal((await call()).status, 200);
  });
});
