import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text as textIn } from 'node:stream/consumers';
import { homeTenant, otherTenant } from '../../support/examples/example-ids.ts';
import { openSimulated, type Simulated } from '../../support/servers/simulated.ts';

const provider = '90000000-0000-4000-8000-000000000001';
const invited = '90000000-0000-4000-8000-000000000002';
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

describe('the page that stands for the admin center', () => {
  let simulation: Simulated;

  beforeEach(async () => {
    simulation = await openSimulated({
      page: {
        tenant: homeTenant,
        knownPartners: [
          {
            id: invited,
            name: 'Litware',
            domain: 'litware.example',
            hint: 'invited',
            sells: true,
            roles: [helpdesk],
          },
        ],
      },
    });
    simulation.tenant(homeTenant).addPartner({
      id: provider,
      name: '<script>alert(1)</script>',
      allowedRoles: [helpdesk],
    });
  });
  afterEach(() => simulation.close());

  async function show(path: string) {
    const response = await simulation.send(path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  async function secret(): Promise<string> {
    const [, found = ''] = /name="secret" value="([^"]+)"/.exec((await show('/')).text) ?? [];
    return found;
  }

  /** Sends a form as a browser does that shows the page. */
  async function press(
    action: string,
    fields: readonly (readonly [string, string])[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    const response = await simulation.send(`/act/${action}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: simulation.origin,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      body: new URLSearchParams([
        ['secret', await secret()],
        ['tenant', homeTenant],
        ...fields.map(([name, value]) => [name, value] as [string, string]),
      ]).toString(),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Asks without TLS, with any headers: `fetch` sets some itself. */
  async function plain(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
    const address = new URL(path, simulation.origin.replace('https:', 'http:'));
    const asked = request(address, { method, headers }).end();
    const [answered] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answered.statusCode, text: await textIn(answered) };
  }

  const partner = (id = provider) => simulation.tenant(homeTenant).partners.find((known) => known.id === id);

  it('says on every screen, first, that it is a simulation', async () => {
    for (const path of [
      '/',
      `/adminportal/home?partner=${invited}`,
      '/AdminPortal/Home',
      `/${homeTenant}/v2.0/adminconsent?client_id=app`,
    ]) {
      const { status, text } = await show(path);
      assert.equal(status, 200, path);
      const [, first = ''] = /<body>\s*<header[^>]*>([^<]+)/.exec(text) ?? [];
      assert.match(first.trim(), /^This is a simulation on your own machine\./, path);
    }
    assert.match((await press('remove', [['partner', 'nobody']])).text, /This is a simulation/);
  });

  it('lets nothing in that is not its own: no text becomes markup, nothing is loaded, nobody frames it', async () => {
    const { text, headers } = await show('/');
    assert.ok(text.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    assert.ok(!text.includes('<script>alert(1)'));
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]) {
      assert.ok(policy.includes(part), part);
    }
  });

  it('does nothing for a form of another page', async () => {
    for (const [fields, headers] of [
      [[], { origin: 'https://attacker.example' }],
      [[], { origin: 'null' }],
      [[], { 'sec-fetch-site': 'cross-site' }],
      [[], { 'sec-fetch-site': 'same-site' }],
    ] as const) {
      assert.equal((await press('remove', [['partner', provider], ...fields], headers)).status, 403);
    }
    const withoutSecret = await simulation.send('/act/remove', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: simulation.origin },
      body: new URLSearchParams({ tenant: homeTenant, partner: provider, secret: 'guessed' }).toString(),
    });
    assert.equal(withoutSecret.status, 403);
    const withoutOrigin = await simulation.send('/act/remove', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ tenant: homeTenant, partner: provider, secret: await secret() }).toString(),
    });
    assert.equal(withoutOrigin.status, 403);
    assert.equal(partner()?.isServiceProvider, true);
  });

  it('answers a form by a redirect, and says once what was done', async () => {
    assert.equal((await press('remove', [['partner', provider]])).status, 303);
    assert.match((await show('/')).text, /role="status"/);
    assert.doesNotMatch((await show('/')).text, /role="status"/);
  });

  it('opens the request that an invitation’s link is about, and approves it', async () => {
    const link = `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/11111111-2222-4333-8444-555555555555-${invited}`;
    const { text } = await show(`/adminportal/home?link=${encodeURIComponent(link)}`);
    assert.match(text, /Litware asks for access/);
    assert.match(text, new RegExp(`value="${helpdesk}"\\s+checked`));
    await press('approve', [
      ['partner', invited],
      ['name', 'Litware'],
      ['roles', helpdesk],
      ['sells', 'on'],
    ]);
    assert.deepEqual(partner(invited)?.allowedRoles, [helpdesk]);
    assert.equal(partner(invited)?.subscriptions, 1);
    assert.equal(simulation.tenant(homeTenant).audits.at(-1)?.activityDisplayName, 'Add partner to company');
  });

  it('takes a link that was pasted for what is asked, whichever partner is chosen beside it', async () => {
    const link = `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/11111111-2222-4333-8444-555555555555-${invited}`;
    const { text } = await show(
      `/adminportal/home?partner=${provider}&link=${encodeURIComponent(` ${link} `)}`,
    );
    assert.match(text, /Litware asks for access/);
    const broken = await show(`/adminportal/home?partner=${provider}&link=nonsense`);
    assert.match(broken.text, /The link names no partner/);
  });

  it('opens without TLS, too, for a browser; Microsoft answers with TLS only', async () => {
    const page = await plain('/');
    assert.equal(page.status, 200);
    assert.match(page.text, /This is a simulation/);
    const [callsBefore, unknownBefore] = [simulation.calls.length, simulation.unknownCalls.length];
    assert.equal((await plain('/v1.0/directory/subscriptions')).status, 404);
    assert.equal((await plain(`/${homeTenant}/oauth2/v2.0/token`, {}, 'POST')).status, 404);
    assert.equal(simulation.calls.length, callsBefore);
    assert.equal(simulation.unknownCalls.length, unknownBefore + 2);
    // The form of a page at one address is no form of the other's.
    assert.equal((await plain('/act/mend', { origin: simulation.origin }, 'POST')).status, 403);
    assert.equal((await plain('/', { host: 'desk.example' })).status, 403);
  });

  it('opens from a link on a card, which is another site’s; nothing else of another site gets in', async () => {
    const from = (site: string, mode: string, dest: string) => ({
      'sec-fetch-site': site,
      'sec-fetch-mode': mode,
      'sec-fetch-dest': dest,
    });
    const ask = async (headers: Readonly<Record<string, string>>, method = 'GET') =>
      (await plain('/', headers, method)).status;
    assert.equal(await ask(from('cross-site', 'navigate', 'document')), 200);
    assert.equal(await ask(from('same-site', 'navigate', 'document')), 200);
    assert.equal(await ask(from('cross-site', 'navigate', 'iframe')), 403);
    assert.equal(await ask(from('cross-site', 'no-cors', 'image')), 403);
    assert.equal(await ask(from('cross-site', 'cors', 'empty')), 403);
    assert.equal(await ask(from('cross-site', 'navigate', 'document'), 'POST'), 403);
    assert.equal(
      await ask({ ...from('cross-site', 'navigate', 'document'), origin: 'https://attacker.example' }),
      403,
    );
  });

  it('approves with other roles, and a reseller without any', async () => {
    await press('approve', [
      ['partner', invited],
      ['roles', globalAdministrator],
    ]);
    assert.deepEqual(partner(invited)?.heldRoles, [globalAdministrator]);
    const reseller = '90000000-0000-4000-8000-000000000003';
    await press('approve', [
      ['partner', reseller],
      ['sells', 'on'],
    ]);
    assert.equal(partner(reseller)?.isServiceProvider, 'absent');
    assert.equal(partner(reseller)?.subscriptions, 1);
    assert.equal((await press('approve', [['partner', invited]])).status, 400);
    assert.equal((await press('approve', [['partner', 'no id']])).status, 400);
  });

  it('takes access away, changes roles and trust, and lets people sign in', async () => {
    await press('change-roles', [
      ['partner', provider],
      ['roles', helpdesk],
      ['roles', globalAdministrator],
    ]);
    assert.deepEqual(partner()?.allowedRoles, [helpdesk, globalAdministrator]);
    await press('remove-role', [
      ['partner', provider],
      ['role', globalAdministrator],
    ]);
    assert.deepEqual(partner()?.heldRoles, [helpdesk]);
    await press('change-trust', [['partner', provider]]);
    assert.equal(partner()?.inboundTrust?.isMfaAccepted, true);
    await press('sign-in', [['partner', provider]]);
    assert.equal(simulation.tenant(homeTenant).signIns[0]?.homeTenantId, provider);
    await press('remove', [['partner', provider]]);
    assert.equal(partner()?.isServiceProvider, 'absent');
    await press('add-unknown', [['with', 'globalAdministrator']]);
    assert.deepEqual(simulation.tenant(homeTenant).partners.at(-1)?.heldRoles, [globalAdministrator]);
  });

  it('changes who everyone is, licences, permissions, and whether Microsoft Graph works', async () => {
    const tenant = simulation.tenant(homeTenant);
    await press('who-i-am', [['role', 'eligible']]);
    assert.equal(tenant.everyone, 'eligible');
    await press('licences', [['p1', 'on']]);
    assert.deepEqual(tenant.licences, { p1: true, p2: false });
    await press('permissions', [
      ['permission', 'Policy.Read.All'],
      ['permission', 'Made.Up'],
    ]);
    assert.deepEqual([...tenant.granted], ['Policy.Read.All']);
    await press('fail', [['how', 'down']]);
    assert.match((await show('/')).text, /It fails now: It is down/);
    assert.equal((await simulation.call(homeTenant, '/v1.0/directory/subscriptions')).status, 503);
    await press('mend');
    assert.equal(tenant.failure, undefined);
    for (const [action, field] of [
      ['fail', ['how', '__proto__']],
      ['who-i-am', ['role', 'root']],
    ] as const) {
      assert.equal((await press(action, [field])).status, 400);
    }
    for (const action of ['__proto__', 'constructor', 'nothing']) {
      assert.equal((await press(action)).status, 404);
    }
  });

  it('stands for the consent of an administrator, and tells the app what Microsoft would', async () => {
    const fields = (answer: string) =>
      [
        ['answer', answer],
        ['redirect', 'https://desk.example/done'],
        ['state', 'abc'],
      ] as const;
    const refused = await press('consent', fields('refuse'));
    assert.match(refused.text, /error=permission_denied/);
    assert.equal((await simulation.askToken(homeTenant)).status, 400);
    const accepted = await press('consent', fields('accept'));
    assert.match(accepted.text, /admin_consent=True&amp;tenant=[^&]+&amp;scope=[^&]+&amp;state=abc/);
    assert.equal((await simulation.askToken(homeTenant)).status, 200);
    const script = await press('consent', [
      ['answer', 'accept'],
      ['redirect', 'javascript:alert(1)'],
    ]);
    assert.equal(script.status, 400);
  });

  it('shows every tenant that was asked for, and makes none by a link', async () => {
    assert.equal((await show(`/?tenant=${otherTenant}`)).status, 404);
    simulation.tenant(otherTenant);
    assert.equal((await show(`/?tenant=${otherTenant}`)).status, 200);
    assert.ok((await show('/')).text.includes(`/?tenant=${otherTenant}`));
  });
});
