import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Fault } from '../../../src/cli/simulation/tenant/faults.ts';
import { providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { systemClock } from '../../../src/adapters/system/system-clock.ts';
import { later } from '../../../src/domain/instant.ts';
import { privilegedRoleIds } from '../../../src/domain/partners/role-template-ids.ts';
import type { ReadFailure } from '../../../src/domain/tenant/tenant-reads.ts';
import { openSimulatedLink, type SimulatedLink } from '../../support/servers/simulated-link.ts';

const { globalReader, userAdministrator } = privilegedRoleIds;
const fabrikam = providerId('fab00000-0000-4000-8000-000000000001');
const northwind = providerId('fab00000-0000-4000-8000-000000000002');
const day = 86_400_000;
const permissions = [
  'Policy.Read.All',
  'RoleManagement.Read.Directory',
  'GroupMember.Read.All',
  'CrossTenantInformation.ReadBasic.All',
  'Organization.Read.All',
  'AuditLog.Read.All',
  'Directory.Read.All',
];

describe('What is read of a tenant', () => {
  let link: SimulatedLink;
  before(async () => {
    link = await openSimulatedLink();
  });
  after(() => link.close());
  afterEach(() => {
    assert.deepEqual(link.unknownCalls, [], 'nothing undocumented');
  });

  function setUp() {
    const id = tenantId(randomUUID());
    const tenant = link.tenant(id);
    tenant.assignRole({ principal: randomUUID(), role: privilegedRoleIds.globalAdministrator });
    const { signal } = new AbortController();
    return {
      id,
      tenant,
      observe: (known: readonly string[] = []) =>
        link.reader.observe(id, new Set(known.map(providerId)), signal),
      activity: (partners: readonly (readonly [string, string | undefined])[] = []) =>
        link.reader.activity(
          id,
          {
            since: later(systemClock.now(), -day),
            partners: new Map(partners.map(([partner, domain]) => [providerId(partner), domain])),
          },
          signal,
        ),
      state: () => link.reader.link(id, signal),
      /** Requests to Graph, those inside batches left out. */
      requests: () =>
        link.calls.filter((call) => call.tenant === id && !call.isInBatch && call.service !== 'token'),
    };
  }

  describe('of who has access', () => {
    it('is whole: providers with trust and roles, roles held, sellers, and names', async () => {
      const { tenant, observe } = setUp();
      tenant.addPartner({
        id: fabrikam.toUpperCase(),
        name: 'Fabrikam',
        domain: 'fabrikam.example',
        allowedRoles: [globalReader, userAdministrator],
        heldRoles: [globalReader],
        inboundTrust: {
          isMfaAccepted: true,
          isCompliantDeviceAccepted: false,
          isHybridAzureADJoinedDeviceAccepted: false,
        },
      });
      tenant.addPartner({ id: northwind, isServiceProvider: null, subscriptions: 3 });
      const { providers, roles, sellers, names } = await observe();
      assert.deepEqual(providers, {
        kind: 'read',
        value: [
          {
            id: fabrikam,
            trust: { acceptsMfa: true, acceptsCompliantDevice: false, acceptsHybridJoinedDevice: false },
            allowedRoles: { kind: 'read', value: [globalReader, userAdministrator] },
          },
        ],
      });
      assert.deepEqual(roles, { kind: 'read', value: [{ organisation: fabrikam, role: globalReader }] });
      assert.deepEqual(sellers, { kind: 'read', value: [northwind] });
      assert.deepEqual(names.get(fabrikam), { name: 'Fabrikam', domain: 'fabrikam.example' });
      assert.deepEqual([...names.keys()].toSorted(), [fabrikam, northwind]);
    });

    it('takes few requests of low priority, fewer where the names are known', async () => {
      const { tenant, observe, requests } = setUp();
      for (let index = 0; index < 20; index += 1) tenant.addPartner({ id: randomUUID() });
      await observe();
      assert.equal(requests().length, 5);
      assert.ok(requests().every(({ priority }) => priority === 'low'));
      await observe(tenant.partners.map(({ id }) => id));
      assert.equal(requests().length, 9);
    });

    it('is read to the end, past empty pages', async () => {
      const { tenant, observe } = setUp();
      tenant.pageSize = 2;
      tenant.hasEmptyPages = true;
      const ids = Array.from({ length: 7 }, () => randomUUID());
      for (const id of ids) tenant.addPartner({ id, allowedRoles: [globalReader], subscriptions: 1 });
      const { providers, roles, sellers } = await observe();
      for (const part of [providers, roles, sellers])
        assert.equal(part.kind === 'read' && part.value.length, 7);
    });

    it('is of that tenant alone, asked with its own token, also when both are read at once', async () => {
      const [one, other] = [setUp(), setUp()];
      one.tenant.addPartner({ id: fabrikam, heldRoles: [globalReader] });
      other.tenant.addPartner({ id: northwind, heldRoles: [globalReader] });
      const [ofOne, ofOther] = await Promise.all([one.observe(), other.observe()]);
      assert.deepEqual([...ofOne.names.keys()], [fabrikam]);
      assert.deepEqual([...ofOther.names.keys()], [northwind]);
      assert.deepEqual(
        link.calls
          .filter(
            (call) => call.service === 'token' && [one.id, other.id].some((id) => call.path.includes(id)),
          )
          .map(({ path }) => path.split('?')[0])
          .toSorted(),
        [one.id, other.id].map((id) => `/${id}/oauth2/v2.0/token`).toSorted(),
      );
    });

    const withoutPermission: readonly (readonly [string, Readonly<Record<string, ReadFailure>>])[] = [
      ['Policy.Read.All', { providers: 'refused' }],
      ['RoleManagement.Read.Directory', { roles: 'refused' }],
      ['Organization.Read.All', { sellers: 'refused' }],
    ];
    for (const [permission, failed] of withoutPermission) {
      it(`falls away in part without ${permission}`, async () => {
        const { tenant, observe } = setUp();
        tenant.addPartner({ id: fabrikam, heldRoles: [globalReader], subscriptions: 1 });
        tenant.granted.delete(permission);
        const { providers, roles, sellers } = await observe();
        for (const [part, read] of Object.entries({ providers, roles, sellers })) {
          const why = failed[part];
          if (why === undefined) assert.equal(read.kind, 'read', part);
          else assert.deepEqual(read, { kind: 'notRead', why }, part);
        }
      });
    }

    it('has no names without the permission for that', async () => {
      const { tenant, observe } = setUp();
      tenant.addPartner({ id: fabrikam });
      tenant.granted.delete('CrossTenantInformation.ReadBasic.All');
      const { providers, names } = await observe();
      assert.equal(providers.kind, 'read');
      assert.equal(names.size, 0);
    });

    it('says of a cloud without allowed roles that it has none, and the rest is read', async () => {
      const { tenant, observe } = setUp();
      tenant.addPartner({ id: fabrikam });
      tenant.offersConstraints = false;
      const { providers } = await observe();
      assert.deepEqual(providers.kind === 'read' && providers.value[0]?.allowedRoles, {
        kind: 'notRead',
        why: 'unsupported',
      });
    });

    it('finds whose roles are in a cloud that does not name organisations, with one more permission', async () => {
      const { tenant, observe } = setUp();
      tenant.addPartner({ id: fabrikam, heldRoles: [globalReader] });
      tenant.showsOrganisations = false;
      assert.deepEqual((await observe()).roles, { kind: 'notRead', why: 'unsupported' });
      const granted = setUp();
      granted.tenant.addPartner({ id: fabrikam, heldRoles: [globalReader] });
      granted.tenant.showsOrganisations = false;
      granted.tenant.granted.add('Directory.Read.All');
      assert.deepEqual((await granted.observe()).roles, {
        kind: 'read',
        value: [{ organisation: fabrikam, role: globalReader }],
      });
    });

    const faults: readonly (readonly [string, Fault])[] = [
      ['is down', { kind: 'status', status: 503 }],
      ['throttles for long', { kind: 'throttled', retryAfter: 600 }],
      ['breaks off', { kind: 'cut' }],
      ['answers half', { kind: 'malformed' }],
      ['answers another shape', { kind: 'body', body: { value: [{ unknown: true }] } }],
      ['answers null', { kind: 'body', body: null }],
      ['answers nothing of value', { kind: 'body', body: {} }],
      ['leads elsewhere', { kind: 'foreignNextLink', origin: 'https://evil.example' }],
    ];
    for (const [how, fault] of faults) {
      for (const page of ['the first page', 'a later page']) {
        it(`is not read where Graph ${how} on ${page}: never is it empty`, async () => {
          const { tenant, observe } = setUp();
          tenant.pageSize = 1;
          for (const id of [fabrikam, northwind]) {
            tenant.addPartner({ id, heldRoles: [globalReader], subscriptions: 1 });
          }
          tenant.faults.add(page === 'the first page' ? /GET/ : /skiptoken/, fault);
          const { providers, roles, sellers } = await observe([fabrikam, northwind]);
          for (const read of [providers, roles, sellers]) {
            assert.deepEqual(read, { kind: 'notRead', why: 'unavailable' });
          }
        });
      }
    }

    it('waits as long as Graph asks, and sends nothing before, in the next round too', async () => {
      const { id, tenant, observe, requests } = setUp();
      tenant.addPartner({ id: fabrikam });
      const mend = tenant.faults.add(/serviceProviderConstraints/, { kind: 'throttled', retryAfter: 1 }, 1);
      const { providers } = await observe();
      assert.deepEqual(providers.kind === 'read' && providers.value[0]?.allowedRoles.kind, 'read');
      mend();
      tenant.faults.add(/roleAssignments/, { kind: 'throttled', retryAfter: 600 }, 1);
      await observe();
      const before = requests().length;
      assert.ok(link.reader.heldBack(id) > 500_000);
      const { roles } = await observe();
      assert.deepEqual(roles, { kind: 'notRead', why: 'unavailable' });
      assert.equal(requests().length, before);
      assert.deepEqual(
        link.calls.filter((call) => call.tenant === id && call.isEarly),
        [],
      );
    });

    it('goes on with a token that holds the claims that Graph wants', async () => {
      const { tenant, observe, id } = setUp();
      tenant.addPartner({ id: fabrikam });
      await observe();
      const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
      tenant.faults.add(/crossTenantAccessPolicy\/partners/, { kind: 'claims', claims });
      const { providers } = await observe();
      assert.equal(providers.kind === 'read' && providers.value.length, 1);
      assert.equal(
        link.calls.filter(({ path, service }) => service === 'token' && path.includes(id)).length,
        2,
      );
    });

    it('is refused where nobody consented, with one request for a token', async () => {
      const { tenant, observe, id } = setUp();
      tenant.hasConsented = false;
      const { providers, roles, sellers, names } = await observe();
      for (const read of [providers, roles, sellers]) {
        assert.deepEqual(read, { kind: 'notRead', why: 'refused' });
      }
      assert.equal(names.size, 0);
      assert.equal(link.calls.filter(({ path }) => path.includes(`/${id}/`)).length, 1);
    });

    it('ends soon after its caller gives up', async () => {
      const { tenant, id } = setUp();
      tenant.failAs('hanging');
      const caller = new AbortController();
      const observing = link.reader.observe(id, new Set(), caller.signal);
      setImmediate(() => {
        caller.abort();
      });
      assert.deepEqual((await observing).providers, { kind: 'notRead', why: 'unavailable' });
    });
  });

  describe('of what partners do', () => {
    const changes = 'Update user';
    const user = (userPrincipalName: string, more: Record<string, string> = {}) => ({
      user: { displayName: 'Technician', userPrincipalName, ...more },
    });

    it('has their sign-ins, of people and of programs, the newest first', async () => {
      const { tenant, activity } = setUp();
      const earlier = later(systemClock.now(), -3_600_000);
      const now = later(systemClock.now(), -60_000);
      tenant.addSignIn({ homeTenantId: fabrikam, createdDateTime: earlier, appDisplayName: 'Azure Portal' });
      tenant.addSignIn({
        homeTenantId: fabrikam.toUpperCase(),
        createdDateTime: now,
        signInEventTypes: ['nonInteractiveUser'],
        appDisplayName: 'Exchange',
        errorCode: 50126,
      });
      tenant.addSignIn({ homeTenantId: northwind, crossTenantAccessType: 'b2bCollaboration' });
      tenant.addSignIn({ homeTenantId: fabrikam, createdDateTime: later(systemClock.now(), -2 * day) });
      const { signIns, signInsFrom } = await activity();
      assert.deepEqual(signIns, {
        kind: 'read',
        value: [
          { at: now, partner: fabrikam, application: 'Exchange', succeeded: false },
          { at: earlier, partner: fabrikam, application: 'Azure Portal', succeeded: true },
        ],
      });
      assert.equal(signInsFrom, undefined);
    });

    it('has the changes that they made, by their tenant or else by their domain', async () => {
      const { tenant, activity } = setUp();
      const own = { activityDisplayName: changes };
      tenant.addAudit({ ...own, initiatedBy: user('x@fabrikam.example', { homeTenantId: northwind }) });
      tenant.addAudit({ ...own, initiatedBy: user('user_1@Fabrikam.example') });
      tenant.addAudit({ ...own, initiatedBy: user('admin@contoso.example') });
      tenant.addAudit({ ...own, initiatedBy: user('x@fabrikam.example', { homeTenantId: randomUUID() }) });
      tenant.addAudit({ ...own, initiatedBy: { app: { displayName: 'Some app' } } });
      const read = await activity([
        [fabrikam, 'fabrikam.example'],
        [northwind, undefined],
      ]);
      assert.deepEqual(
        read.changes.kind === 'read' &&
          read.changes.value.map(({ partner, relation, by }) => [partner, relation, by]),
        [
          [fabrikam, 'by', 'Technician'],
          [northwind, 'by', 'Technician'],
        ],
      );
    });

    it('has the changes to what they may do, and who made them', async () => {
      const { tenant, activity } = setUp();
      tenant.approve({ id: fabrikam }, 'ada@contoso.example');
      const { changes: read } = await activity([[fabrikam, undefined]]);
      assert.deepEqual(
        read.kind === 'read' && read.value.map(({ activity: name, relation, by }) => [name, relation, by]),
        [
          ['Add a partner to cross-tenant access setting', 'about', 'ada@contoso.example'],
          ['Add partner to company', 'about', 'ada@contoso.example'],
        ],
      );
    });

    for (const [what, prepare, signIns, audits] of [
      [
        'a licence',
        ({ tenant }) => (tenant.licences.p1 = false),
        { kind: 'notRead', why: 'unlicensed' },
        'read',
      ],
      [
        'the permission',
        ({ tenant }) => tenant.granted.delete('AuditLog.Read.All'),
        { kind: 'notRead', why: 'refused' },
        'notRead',
      ],
    ] as const satisfies readonly (readonly [
      string,
      (set: ReturnType<typeof setUp>) => unknown,
      unknown,
      string,
    ])[]) {
      it(`falls away without ${what}, which it says`, async () => {
        const set = setUp();
        prepare(set);
        const read = await set.activity();
        assert.deepEqual(read.signIns, signIns);
        assert.equal(read.changes.kind, audits);
      });
    }
  });

  describe('of the link', () => {
    it('has each permission with a try of its read', async () => {
      const { state, id } = setUp();
      const { permissions: states, token, consentAddress, graphAddress, clockAhead } = await state();
      assert.deepEqual(token, { kind: 'issued' });
      assert.equal(graphAddress, link.origin);
      assert.deepEqual(
        states.map(({ permission, isOptional, isGranted, read }) => [
          permission,
          isOptional,
          isGranted,
          read,
        ]),
        permissions.map((name) =>
          name === 'Directory.Read.All' ? [name, true, false, 'untried'] : [name, false, true, 'read'],
        ),
      );
      const address = new URL(consentAddress);
      assert.equal(address.pathname, `/${id}/v2.0/adminconsent`);
      assert.equal(address.searchParams.get('scope'), `${link.origin}/.default`);
      assert.ok(Math.abs(clockAhead ?? NaN) <= 2);
    });

    for (const permission of permissions) {
      it(`says that ${permission} is missing, and sees it once it is granted`, async () => {
        const { state, tenant } = setUp();
        tenant.granted.delete(permission);
        const of = async () => (await state()).permissions.find((each) => each.permission === permission);
        const missing = await of();
        assert.deepEqual([missing?.isGranted, missing?.read], [false, 'untried']);
        tenant.granted.add(permission);
        const there = await of();
        assert.deepEqual([there?.isGranted, there?.read], [true, 'read']);
      });
    }

    it('says why there is no token', async () => {
      const { state, tenant } = setUp();
      tenant.hasConsented = false;
      const { token, permissions: states } = await state();
      assert.deepEqual(token, { kind: 'notIssued', code: 'AADSTS700016' });
      assert.ok(states.every(({ isGranted, read }) => !isGranted && read === 'untried'));
    });
  });
});
