import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { decodeJwt } from 'jose';
import { homeTenant, otherTenant } from '../../support/examples/example-ids.ts';
import { openSimulated, type Simulated } from '../../support/servers/simulated.ts';
import { error, tokenError } from './documented-shapes.ts';

const subscriptions = '/v1.0/directory/subscriptions';

describe('the simulated identity platform', () => {
  let simulation: Simulated;
  let now = new Date('2026-11-01T08:00:00Z');

  before(async () => {
    simulation = await openSimulated({ tenants: [homeTenant, otherTenant], now: () => now });
  });
  after(() => simulation.close());

  function withToken(token: string) {
    return simulation.send(subscriptions, { headers: { authorization: `Bearer ${token}` } });
  }

  it('issues a token for one tenant, with the permissions that are granted there', async () => {
    const token = decodeJwt(await simulation.token(homeTenant));
    assert.equal(token['tid'], homeTenant);
    assert.equal(token.aud, 'https://graph.microsoft.com');
    assert.equal(Number(token.exp), now.getTime() / 1000 + 3600);
    assert.deepEqual(token['roles'], [
      'Policy.Read.All',
      'RoleManagement.Read.Directory',
      'GroupMember.Read.All',
      'CrossTenantInformation.ReadBasic.All',
      'Organization.Read.All',
      'AuditLog.Read.All',
    ]);
  });

  it('says in a token whether the app understands claims challenges', async () => {
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } });
    assert.deepEqual(decodeJwt(await simulation.token(homeTenant, { claims }))['xms_cc'], ['cp1']);
    assert.deepEqual(decodeJwt(await simulation.token(homeTenant))['xms_cc'], []);
  });

  it('publishes metadata at which MSAL finds the token endpoint', async () => {
    const address = `/${homeTenant}/v2.0/.well-known/openid-configuration`;
    const metadata = (await (await simulation.send(address)).json()) as Record<string, string>;
    assert.equal(metadata['token_endpoint'], `${simulation.origin}/${homeTenant}/oauth2/v2.0/token`);
    assert.equal(metadata['issuer'], `${simulation.origin}/${homeTenant}/v2.0`);
  });

  for (const [what, tenant, changes, status, code] of [
    ['another kind of grant', homeTenant, { grant_type: 'password' }, 400, 70003],
    [
      'a scope that is not Microsoft Graph’s',
      homeTenant,
      { scope: 'https://api.example/.default' },
      400,
      70011,
    ],
    ['malformed claims', homeTenant, { claims: '{' }, 400, 50148],
    ['a tenant that there is not', '7e4a2b6c-0d1e-4f2a-9b3c-000000000009', {}, 400, 90002],
  ] as const) {
    it(`refuses ${what} in the documented shape`, async () => {
      const response = await simulation.askToken(tenant, changes);
      assert.equal(response.status, status);
      assert.deepEqual(tokenError.parse(await response.json()).error_codes, [code]);
    });
  }

  it('refuses where no administrator has consented', async () => {
    simulation.tenant(otherTenant).hasConsented = false;
    const response = await simulation.askToken(otherTenant);
    assert.deepEqual(tokenError.parse(await response.json()).error_codes, [700016]);
    simulation.tenant(otherTenant).hasConsented = true;
  });

  it('fails as it is told to: 429 with Retry-After, 5xx, a body that is no token', async () => {
    const { faults } = simulation.tenant(homeTenant);
    faults.add(/oauth2/, { kind: 'throttled', retryAfter: 7 }, 1);
    faults.add(/oauth2/, { kind: 'status', status: 503 }, 1);
    faults.add(/oauth2/, { kind: 'body', body: 'sign in, please' }, 1);
    const throttled = await simulation.askToken(homeTenant);
    assert.deepEqual([throttled.status, throttled.headers.get('retry-after')], [429, '7']);
    tokenError.parse(await throttled.json());
    assert.equal((await simulation.askToken(homeTenant)).status, 503);
    assert.equal(await (await simulation.askToken(homeTenant)).text(), 'sign in, please');
    assert.equal((await simulation.askToken(homeTenant)).status, 200);
  });

  it('acts on the tenant of the token, and on no other', async () => {
    const partner = '90000000-0000-4000-8000-000000000001';
    simulation.tenant(homeTenant).addPartner({ id: partner, subscriptions: 1 });
    const home = await (await withToken(await simulation.token(homeTenant))).text();
    const other = await (await withToken(await simulation.token(otherTenant))).text();
    assert.ok(home.includes(partner));
    assert.ok(!other.includes(partner));
    assert.equal(simulation.calls.at(-1)?.tenant, otherTenant);
  });

  it('refuses a token that is missing, made up, expired, or of another simulation', async () => {
    const elsewhere = await openSimulated();
    const issuedEarlier = await simulation.token(homeTenant);
    const foreign = await elsewhere.token(homeTenant);
    await elsewhere.close();
    now = new Date(now.getTime() + 3_601_000);
    for (const token of ['', 'made-up', issuedEarlier, foreign]) {
      const response = await withToken(token);
      assert.equal(response.status, 401);
      assert.equal(error.parse(await response.json()).error.code, 'InvalidAuthenticationToken');
      assert.equal(simulation.calls.at(-1)?.tenant, undefined);
    }
  });

  it('answers to this machine only: no other name', async () => {
    const { hostname, port } = new URL(simulation.origin);
    const status = await new Promise((resolve, reject) => {
      const asked = get(
        {
          hostname,
          port,
          path: subscriptions,
          ca: readFileSync(simulation.certificateFile),
          headers: { host: `attacker.example:${port}` },
          servername: 'localhost',
        },
        ({ statusCode }) => {
          resolve(statusCode);
        },
      );
      asked.on('error', reject);
    });
    assert.equal(status, 403);
  });

  it('answers to this machine only: no page of another origin, no proxy', async () => {
    for (const headers of [
      { origin: 'https://attacker.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'x-forwarded-for': '192.0.2.1' },
    ]) {
      assert.equal((await simulation.send(subscriptions, { headers })).status, 403, JSON.stringify(headers));
    }
  });
});
