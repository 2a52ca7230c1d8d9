import assert from 'node:assert/strict';
import { homeTenant } from '../../support/examples/example-ids.ts';
import { openSimulated, type Simulated } from '../../support/servers/simulated.ts';
import { batch, error, list, subscription } from './documented-shapes.ts';

const subscriptions = '/v1.0/directory/subscriptions';
const partners = '/v1.0/policies/crossTenantAccessPolicy/partners';
const assignments = '/v1.0/roleManagement/directory/roleAssignments';
const provider = '90000000-0000-4000-8000-000000000001';
const person = '70000000-0000-4000-8000-000000000001';

describe('the simulated Microsoft Graph', () => {
  let simulation: Simulated;

  beforeEach(async () => {
    simulation = await openSimulated();
  });
  afterEach(() => simulation.close());

  const call = (path: string, asked = {}) => simulation.call(homeTenant, path, asked);
  const inBatch = (requests: readonly object[]) =>
    call('/v1.0/$batch', { method: 'POST', body: { requests } });
  const get = (id: string, url: string, more = {}) => ({ id, method: 'GET', url, ...more });

  it('sends the documented headers, the client’s own id among them', async () => {
    const response = await call(subscriptions, {
      headers: { 'client-request-id': 'mine', 'x-ms-throttle-priority': 'high' },
    });
    const header = (name: string) => response.headers.get(name) ?? '';
    assert.match(header('request-id'), /^[\da-f-]{36}$/);
    assert.equal(header('client-request-id'), 'mine');
    assert.equal(header('x-ms-resource-unit'), '1');
    assert.ok(Math.abs(Date.parse(header('date')) - Date.now()) < 60_000);
    assert.ok('ServerInfo' in (JSON.parse(header('x-ms-ags-diagnostic')) as object));
    assert.ok(header('strict-transport-security'));
    assert.equal(simulation.calls.at(-1)?.priority, 'high');
  });

  it('counts resource units as documented', async () => {
    const cost = async (path: string) => (await call(path)).headers.get('x-ms-resource-unit');
    assert.equal(await cost(`${assignments}?$expand=principal`), '2');
    assert.equal(await cost(`${assignments}?$select=principalId`), '1');
  });

  it('refuses each call without its permission, and no other', async () => {
    const filled = simulation.tenant(homeTenant);
    filled.addPartner({ id: provider });
    filled.addUser(person);
    for (const [permission, path, asked] of [
      ['Policy.Read.All', partners],
      ['Policy.Read.All', `${partners}/${provider}/serviceProviderConstraints`],
      ['RoleManagement.Read.Directory', assignments],
      ['RoleManagement.Read.Directory', assignments.replace('Assignments', 'AssignmentScheduleInstances')],
      [
        'GroupMember.Read.All',
        `/v1.0/users/${person}/checkMemberGroups`,
        { method: 'POST', body: { groupIds: [person] } },
      ],
      [
        'CrossTenantInformation.ReadBasic.All',
        `/v1.0/tenantRelationships/findTenantInformationByTenantId(tenantId='${provider}')`,
      ],
      ['Organization.Read.All', subscriptions],
    ] as const) {
      filled.granted.delete(permission);
      const refused = await call(path, asked);
      assert.equal(refused.status, 403, path);
      error.parse(await refused.json());
      filled.granted.add(permission);
      assert.equal((await call(path, asked)).status, 200, path);
    }
    assert.deepEqual(simulation.unknownCalls, []);
  });

  it('stops at once where a permission is taken away, and goes on with the next token where it is given', async () => {
    const headers = { authorization: `Bearer ${await simulation.token(homeTenant)}` };
    const { granted } = simulation.tenant(homeTenant);
    granted.delete('Organization.Read.All');
    assert.equal((await simulation.send(subscriptions, { headers })).status, 403);
    const without = { authorization: `Bearer ${await simulation.token(homeTenant)}` };
    granted.add('Organization.Read.All');
    assert.equal((await simulation.send(subscriptions, { headers: without })).status, 403);
    assert.equal((await call(subscriptions)).status, 200);
  });

  it('sends long lists in pages, with an empty one between if it is told to', async () => {
    const tenant = simulation.tenant(homeTenant);
    tenant.addPartner({ id: provider, subscriptions: 4 });
    tenant.pageSize = 2;
    tenant.hasEmptyPages = true;
    const shape = list('directory/subscriptions', subscription);
    const sizes: number[] = [];
    const ids = new Set<string>();
    let next: string | undefined = subscriptions;
    while (next !== undefined) {
      const page = shape.parse(await (await call(next)).json());
      sizes.push(page.value.length);
      for (const { id } of page.value) ids.add(id);
      next = page['@odata.nextLink'];
      assert.ok(next === undefined || new URL(next).origin === simulation.origin);
    }
    assert.deepEqual(sizes, [2, 0, 2, 0, 1]);
    assert.equal(ids.size, 5);
  });

  it('takes a link to a page only for the tenant and list that it was made for', async () => {
    const tenant = simulation.tenant(homeTenant);
    tenant.addPartner({ id: provider, subscriptions: 4 });
    tenant.pageSize = 2;
    const { '@odata.nextLink': next = '' } = list('directory/subscriptions', subscription).parse(
      await (await call(subscriptions)).json(),
    );
    assert.equal((await call(next)).status, 200);
    assert.equal((await simulation.call('another', next)).status, 400);
    assert.equal((await call(next.replace(subscriptions, partners))).status, 400);
    assert.equal((await call(`${subscriptions}?$skiptoken=made-up`)).status, 400);
  });

  describe('in a batch', () => {
    it('answers each request with its own status and headers, in another order', async () => {
      simulation.tenant(homeTenant).granted.delete('Policy.Read.All');
      const response = await inBatch([get('1', '/directory/subscriptions'), get('2', partners.slice(5))]);
      assert.equal(response.status, 200);
      const { responses } = batch.parse(await response.json());
      assert.deepEqual(
        responses.map(({ id, status }) => [id, status]),
        [
          ['2', 403],
          ['1', 200],
        ],
      );
      error.parse(responses[0]?.body);
      assert.equal(responses[1]?.headers['x-ms-resource-unit'], '1');
      assert.deepEqual(
        simulation.calls.filter(({ isInBatch }) => isInBatch).map(({ path }) => path),
        [subscriptions, partners],
      );
    });

    it('throttles one request of it', async () => {
      simulation.tenant(homeTenant).faults.add(/subscriptions/, { kind: 'throttled', retryAfter: 9 });
      const { responses } = batch.parse(
        await (await inBatch([get('1', '/directory/subscriptions'), get('2', partners.slice(5))])).json(),
      );
      const throttled = responses.find(({ id }) => id === '1');
      assert.deepEqual([throttled?.status, throttled?.headers['Retry-After']], [429, '9']);
      assert.equal(responses.find(({ id }) => id === '2')?.status, 200);
      await call(partners);
      // The batch was on its way; what comes after it is early.
      assert.deepEqual(
        simulation.calls.filter(({ service }) => service === 'directory').map(({ isEarly }) => isEarly),
        [false, false, false, true],
      );
    });

    it('takes POST requests, which name their content type', async () => {
      simulation.tenant(homeTenant).addUser(person);
      const check = {
        id: '1',
        method: 'POST',
        url: `/users/${person}/checkMemberGroups`,
        body: { groupIds: [person] },
      };
      const status = async (request: object) =>
        batch.parse(await (await inBatch([request])).json()).responses[0]?.status;
      assert.equal(await status({ ...check, headers: { 'Content-Type': 'application/json' } }), 200);
    });

    it('answers 424 where what a request depends on failed', async () => {
      simulation.tenant(homeTenant).granted.delete('Policy.Read.All');
      const { responses } = batch.parse(
        await (
          await inBatch([
            get('1', partners.slice(5)),
            get('2', '/directory/subscriptions', { dependsOn: ['1'] }),
          ])
        ).json(),
      );
      assert.equal(responses.find(({ id }) => id === '2')?.status, 424);
    });

    for (const [what, requests] of [
      [
        'more than 20 requests',
        Array.from({ length: 21 }, (_, at) => get(String(at), '/directory/subscriptions')),
      ],
      ['an id twice', [get('1', '/directory/subscriptions'), get('1', '/directory/subscriptions')]],
      ['no request', []],
    ] as const) {
      it(`refuses ${what} as a whole`, async () => {
        const response = await inBatch(requests);
        assert.equal(response.status, 400);
        error.parse(await response.json());
        assert.equal(simulation.unknownCalls.length, 1);
      });
    }
  });

  describe('records as unknown', () => {
    for (const [what, method, path, status] of [
      ['a path that is not documented', 'GET', '/v1.0/groups', 404],
      ['a path that only /beta has', 'GET', '/v1.0/auditLogs/signIns', 404],
      ['the beta version of a call', 'GET', '/beta/directory/subscriptions', 404],
      ['a role read that lags', 'GET', '/v1.0/roleManagement/directory/transitiveRoleAssignments', 404],
      ['a write', 'DELETE', partners, 405],
      ['a write', 'POST', assignments, 405],
      ['a write', 'PATCH', `${partners}/${provider}`, 404],
      ['a query option that a call does not take', 'GET', `${partners}?$top=5`, 400],
      ['an option twice', 'GET', `${assignments}?$top=5&$top=6`, 400],
      ['a filter on another field', 'GET', `${assignments}?$filter=principalType eq 'User'`, 400],
      ['a filter with another operator', 'GET', `${assignments}?$filter=principalId ne '${person}'`, 400],
      ['a filter that is none', 'GET', `${assignments}?$filter=principalId eq`, 400],
      ['two expansions', 'GET', `${assignments}?$expand=principal,roleDefinition`, 400],
      ['an address beside Graph’s', 'GET', '/favicon.ico', 404],
    ] as const) {
      it(`${what}: ${method} ${path}`, async () => {
        const response = await call(path, { method });
        assert.equal(response.status, status);
        await response.text();
        assert.deepEqual(
          simulation.unknownCalls.map((seen) => [seen.method, seen.path]),
          [[method, path]],
        );
      });
    }
  });
});
