import assert from 'node:assert/strict';
import { z } from 'zod';
import { openGraphClient } from '../../../src/adapters/graph/graph-client.ts';
import { GraphFailure } from '../../../src/adapters/graph/graph-failure.ts';
import {
  readAssignmentsOf,
  readAudits,
  readConstraints,
  readPartners,
  readSubscriptions,
} from '../../../src/adapters/graph/graph-reads.ts';
import type { GraphSession } from '../../../src/adapters/graph/graph-session.ts';
import { TokenUnavailable } from '../../../src/application/ports/tokens.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';
import { until } from '../../support/processes/until.ts';
import {
  openScriptedGraph,
  type ScriptedAnswer,
  type SeenRequest,
} from '../../support/servers/scripted-graph.ts';

const contoso = tenantId('11111111-0000-4000-8000-000000000001');
const fabrikam = tenantId('11111111-0000-4000-8000-000000000002');
const row = z.object({ id: z.string() });
const second = 1_000;

const throttled = (seconds: string): ScriptedAnswer => ({
  status: 429,
  headers: { 'Retry-After': seconds },
  body: { error: { code: 'UnknownError', message: 'This request is throttled.' } },
});
const refusal = (status: number, code: string): ScriptedAnswer => ({
  status,
  body: { error: { code, message: 'Private words about ada@contoso.com', innerError: {} } },
});

describe('The Graph client', () => {
  const close: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of close.splice(0)) await each();
  });

  async function setUp(answer: (request: SeenRequest, count: number) => ScriptedAnswer) {
    const graph = await openScriptedGraph(answer);
    close.push(() => graph.close());
    const time = movingTime(monday);
    const log = recordedLog();
    const meter = recordedMeter();
    const asked: string[] = [];
    const client = openGraphClient({
      root: graph.root,
      tokens: {
        token: (tenant) => {
          asked.push(`token ${tenant}`);
          return Promise.resolve(`of-${tenant}`);
        },
        renew: (tenant, refused, claims) => {
          asked.push(`renew ${refused} ${claims}`);
          return Promise.resolve(`renewed-${tenant}`);
        },
        outdate: (tenant) => void asked.push(`outdate ${tenant}`),
      },
      clock: time.clock,
      timer: time.timer,
      meter,
      log,
    });
    const press = <Result>(work: (graph: GraphSession) => Promise<Result>, tenant = contoso) =>
      client.within({ tenant, priority: 'high', milliseconds: 8 * second }, work);
    const watch = <Result>(work: (graph: GraphSession) => Promise<Result>, tenant = contoso) =>
      client.within({ tenant, priority: 'low', milliseconds: 60 * second }, work);
    return { ...graph, time, log, meter, asked, client, press, watch };
  }

  const partners = (graph: GraphSession) => graph.listAll(readPartners(), row);

  async function whyNot(reading: Promise<unknown>): Promise<string> {
    try {
      await reading;
    } catch (error) {
      if (error instanceof GraphFailure) return `${error.why} ${error.code}`;
      throw error;
    }
    return 'read';
  }

  it('says who asks, how urgent it is, and with which token', async () => {
    const { seen, press, watch, meter } = await setUp(() => ({}));
    await press(partners);
    await watch(partners, fabrikam);
    assert.deepEqual(
      seen.map(({ method, path, headers }) => [
        method,
        path,
        headers.authorization,
        headers['x-ms-throttle-priority'],
      ]),
      [
        ['GET', '/v1.0/policies/crossTenantAccessPolicy/partners', `Bearer of-${contoso}`, 'high'],
        ['GET', '/v1.0/policies/crossTenantAccessPolicy/partners', `Bearer of-${fabrikam}`, 'low'],
      ],
    );
    assert.match(String(seen[0]?.headers['client-request-id']), /^[\da-f-]{36}$/);
    assert.deepEqual(
      meter.events.map((event) => event.kind === 'call' && [event.target, event.outcome]),
      [
        ['graph', 'done'],
        ['graph', 'done'],
      ],
    );
  });

  describe('follows the pages of a list', () => {
    it('to the end, also past an empty page', async () => {
      let root = '';
      const graph = await setUp(({ path }) => {
        const page = Number(new URL(path, root).searchParams.get('$skiptoken') ?? '0');
        const next = { '@odata.nextLink': `${root}/v1.0/policies/x?$skiptoken=${page + 1}` };
        return { body: { value: page === 1 ? [] : [{ id: String(page) }], ...(page < 3 && next) } };
      });
      ({ root } = graph);
      assert.deepEqual(await graph.watch(partners), [{ id: '0' }, { id: '2' }, { id: '3' }]);
    });

    for (const link of [
      'https://evil.example/v1.0/policies',
      'http://127.0.0.1:1/v1.0/policies',
      '//evil.example/v1.0/x',
      '/v1.0/relative',
      'file:///etc/passwd',
      'ROOT/elsewhere',
      'ROOT/v1.0/../v2/x',
    ]) {
      it(`but not to ${link}, where no token is sent`, async () => {
        let root = '';
        const graph = await setUp(() => ({
          body: { value: [{ id: '1' }], '@odata.nextLink': link.replace('ROOT', root) },
        }));
        ({ root } = graph);
        assert.equal(await whyNot(graph.watch(partners)), 'unavailable foreign_next_link');
        assert.equal(graph.seen.length, 1);
      });
    }

    it('but not in a circle, and not without end', async () => {
      let root = '';
      const circle = await setUp(() => ({ body: { value: [], '@odata.nextLink': `${root}/v1.0/again` } }));
      ({ root } = circle);
      assert.equal(await whyNot(circle.watch(partners)), 'unavailable repeated_next_link');
      const endless = await setUp((_request, count) => ({
        body: { value: [], '@odata.nextLink': `${root}/v1.0/${count}` },
      }));
      ({ root } = endless);
      assert.equal(await whyNot(endless.watch(partners)), 'unavailable too_many_pages');
      assert.equal(endless.seen.length, 200);
    });
  });

  describe('takes nothing for an answer that is none', () => {
    const wrong: readonly (readonly [string, ScriptedAnswer])[] = [
      ['a list without rows', { body: {} }],
      ['a list that is no list', { body: { value: {} } }],
      ['nothing', { body: null }],
      ['rows of another shape', { body: { value: [{ id: 7 }] } }],
      ['a web page', (response) => response.end('<html>Sign in to the Wi-Fi</html>')],
      ['no text', (response) => response.end()],
    ];
    for (const [what, answer] of wrong) {
      it(`such as ${what}`, async () => {
        const { watch } = await setUp(() => answer);
        assert.equal(await whyNot(watch(partners)), 'unavailable unexpected_shape');
      });
    }

    it('such as a page that breaks off, which it asks for again', async () => {
      const breakOff: ScriptedAnswer = (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"value":[{"id":"1"}', () => response.destroy());
      };
      const { watch, time, seen } = await setUp((_request, count) =>
        count === 1 ? breakOff : { body: { value: [{ id: 'whole' }] } },
      );
      const reading = watch(partners);
      await until(() => seen.length === 1);
      await until(async () => {
        await time.pass(100);
        return seen.length === 2;
      });
      assert.deepEqual(await reading, [{ id: 'whole' }]);
    });

    it('such as one that is too large', async () => {
      const { watch } = await setUp(
        () => (response) => void response.end(`{"value":["${'x'.repeat(9 * 1024 * 1024)}"]}`),
      );
      assert.equal(await whyNot(watch(partners)), 'unavailable too_large');
    });

    it('such as one from elsewhere: no redirect is followed', async () => {
      const { watch, root, seen } = await setUp(({ path }) =>
        path === '/elsewhere' ? {} : { status: 307, headers: { location: `${root}/elsewhere` } },
      );
      assert.equal(await whyNot(watch(partners)), 'unavailable redirected');
      assert.equal(seen.length, 1);
    });
  });

  describe('says why it could not read', () => {
    const reasons: readonly (readonly [ScriptedAnswer, string])[] = [
      [refusal(403, 'Authorization_RequestDenied'), 'refused Authorization_RequestDenied'],
      [
        refusal(403, 'AUTHENTICATION_MSGraphPermissionMissing'),
        'refused AUTHENTICATION_MSGraphPermissionMissing',
      ],
      [refusal(401, 'UnauthorizedAccessException'), 'refused UnauthorizedAccessException'],
      [refusal(401, 'InvalidAuthenticationToken'), 'unavailable InvalidAuthenticationToken'],
      [
        refusal(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'),
        'unlicensed Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      ],
      [refusal(400, 'AadPremiumLicenseRequired'), 'unlicensed AadPremiumLicenseRequired'],
      [
        { status: 400, body: { error: { code: 'X', innerError: { code: 'aadpremiumlicenserequired' } } } },
        'unlicensed X',
      ],
      [
        { status: 403, body: { errorCode: 'PermissionScopeNotGranted' } },
        'refused PermissionScopeNotGranted',
      ],
      [{ status: 403, body: 'no' }, 'refused status_403'],
      [refusal(404, 'BadRequest'), 'unsupported BadRequest'],
      [refusal(400, 'BadRequest'), 'unsupported BadRequest'],
      [refusal(418, 'Teapot'), 'unavailable Teapot'],
      [refusal(418, 'ada@contoso.com said no'), 'unavailable status_418'],
    ];
    for (const [answer, why] of reasons) {
      it(why, async () => {
        const { watch, seen, log } = await setUp(() => answer);
        assert.equal(await whyNot(watch(partners)), why);
        assert.equal(seen.length, 1);
        assert.doesNotMatch(log.everything(), /ada@|Private|of-1111/);
        assert.match(log.everything(), /"call":"\/policies\/crossTenantAccessPolicy\/partners"/);
      });
    }

    it('asks for a new token after a refusal, since only that has what was granted since', async () => {
      const { watch, asked } = await setUp(() => refusal(403, 'Authorization_RequestDenied'));
      await whyNot(watch(partners));
      assert.equal(asked.at(-1), `outdate ${contoso}`);
    });

    it('where there is no token', async () => {
      const { root, time, log, meter } = await setUp(() => ({}));
      for (const [code, why] of [
        ['AADSTS700016', 'refused'],
        ['managed_identity_of_another_tenant', 'unsupported'],
        ['AADSTS7000215', 'unavailable'],
      ] as const) {
        const none = () => Promise.reject(new TokenUnavailable('scope', code));
        const tokens = { token: none, renew: none, outdate: () => undefined };
        const client = openGraphClient({ root, tokens, ...time, meter, log });
        const reading = client.within({ tenant: contoso, priority: 'low', milliseconds: second }, partners);
        assert.equal(await whyNot(reading), `${why} ${code}`);
      }
    });
  });

  describe('answers a claims challenge', () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const challenge: ScriptedAnswer = {
      status: 401,
      headers: {
        'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.example/", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
      },
      body: { error: { code: 'InvalidAuthenticationToken' } },
    };

    it('with a token that holds the claims', async () => {
      const { press, asked, seen } = await setUp(({ headers }) =>
        headers.authorization === `Bearer renewed-${contoso}` ? {} : challenge,
      );
      assert.deepEqual(await press(partners), []);
      assert.deepEqual(asked, [`token ${contoso}`, `renew of-${contoso} ${claims}`]);
      assert.equal(seen.length, 2);
    });

    it('once', async () => {
      const { press, seen } = await setUp(() => challenge);
      assert.equal(await whyNot(press(partners)), 'unavailable InvalidAuthenticationToken');
      assert.equal(seen.length, 2);
    });

    it('inside a batch too', async () => {
      const headers = {
        'www-authenticate': (challenge as { headers: Record<string, string> }).headers['WWW-Authenticate'],
      };
      const { press, asked, seen } = await setUp((_request, count) => ({
        body: {
          responses: [
            count === 1 ? { id: '1', status: 401, headers, body: {} } : { id: '1', status: 200, body: 1 },
          ],
        },
      }));
      assert.deepEqual(await press((graph) => graph.batch([readPartners()])), [
        { kind: 'answered', body: 1 },
      ]);
      assert.equal(seen.length, 2);
      assert.ok(asked.includes(`renew of-${contoso} ${claims}`));
    });
  });

  describe('heeds Retry-After', () => {
    it('by waiting, where that fits, with every call of that tenant to that service', async () => {
      const { watch, time, seen, client } = await setUp((_request, count) =>
        count === 1 ? throttled('7') : {},
      );
      const first = watch(partners);
      await until(() => client.heldBack(contoso) > 0);
      const next = watch((graph) => graph.listAll(readSubscriptions(), row));
      await watch(partners, fabrikam);
      await watch((graph) => graph.list(readAudits(monday, 10), row, 1));
      assert.equal(seen.length, 3, 'another tenant, and another service');
      await time.pass(6_999);
      assert.equal(seen.length, 3);
      assert.equal(client.heldBack(contoso), 1);
      await time.pass(1);
      await Promise.all([first, next]);
      assert.equal(seen.length, 5);
    });

    it('and refuses at once where it does not, also in the next round', async () => {
      const { press, watch, time, seen, client } = await setUp(() => throttled('600'));
      assert.equal(await whyNot(press(partners)), 'unavailable UnknownError');
      assert.equal(await whyNot(press(partners)), 'unavailable held_back');
      assert.equal(client.heldBack(contoso), 600 * second);
      await time.pass(500 * second);
      assert.equal(await whyNot(watch(partners)), 'unavailable held_back');
      assert.equal(seen.length, 1);
      time.turnClock(-3_600 * second);
      assert.ok(client.heldBack(contoso) <= 600 * second, 'a clock that was set back prolongs nothing');
    });

    for (const [what, header, milliseconds] of [
      ['a date', new Date(Date.parse(monday) + 30 * second).toUTCString(), 30 * second],
      ['nothing', undefined, 10 * second],
      ['nonsense', 'soon', 10 * second],
      ['a year', '31536000', 24 * 3_600 * second],
    ] as const) {
      it(`that is ${what}`, async () => {
        const { press, client } = await setUp(() => ({
          status: 429,
          headers: { Date: new Date(monday).toUTCString(), ...(header && { 'Retry-After': header }) },
          body: {},
        }));
        await whyNot(press(partners));
        assert.ok(
          Math.abs(client.heldBack(contoso) - milliseconds) <= second,
          String(client.heldBack(contoso)),
        );
      });
    }

    it('inside a batch: only what failed is sent again, after the longest', async () => {
      const { watch, time, seen } = await setUp(({ body }, count) => {
        const { requests } = body as { requests: readonly { id: string }[] };
        return {
          body: {
            responses: requests
              .toReversed()
              .map(({ id }) =>
                count === 1 && id !== '2'
                  ? { id, status: 429, headers: { 'retry-after': id === '1' ? '3' : '9' }, body: {} }
                  : { id, status: 200, body: { id } },
              ),
          },
        };
      });
      const reading = watch((graph) => graph.batch(['a', 'b', 'c'].map(readConstraints)));
      await until(() => seen.length === 1);
      await time.pass(8_999);
      assert.equal(seen.length, 1);
      await until(async () => {
        await time.pass(1);
        return seen.length === 2;
      });
      const bodies = (await reading).map((result) => result.kind === 'answered' && result.body);
      assert.deepEqual(bodies, [{ id: '1' }, { id: '2' }, { id: '3' }]);
      const again = seen[1]?.body as { requests: readonly { id: string }[] };
      assert.deepEqual(
        again.requests.map(({ id }) => id),
        ['1', '3'],
      );
    });
  });

  it('asks for at most five reports of a tenant in ten seconds, across rounds', async () => {
    const { watch, time, seen } = await setUp(() => ({}));
    const audits = (graph: GraphSession) => graph.list(readAudits(monday, 10), row, 1);
    for (let round = 0; round < 5; round += 1) await watch(audits);
    const sixth = watch(audits);
    await watch(audits, fabrikam);
    await time.pass(9_999);
    assert.equal(seen.length, 6);
    await time.pass(1);
    await sixth;
    assert.equal(seen.length, 7);
  });

  it('tries again what a moment later may work, and only then', async () => {
    for (const [status, times] of [
      [500, 3],
      [503, 3],
      [501, 1],
      [409, 1],
    ] as const) {
      const { press, time, seen } = await setUp(() => refusal(status, 'Other'));
      const outcome = whyNot(press(partners));
      await until(async () => {
        await time.pass(100);
        return seen.length === times;
      });
      assert.match(await outcome, /Other/);
      assert.equal(seen.length, times, String(status));
    }
  });

  it('gives up a hanging request after five seconds, and a press after eight in all', async () => {
    const { press, time, seen, meter } = await setUp(() => () => undefined);
    let outcome = '';
    const reading = whyNot(press(partners)).then((why) => (outcome = why));
    await until(() => seen.length === 1);
    await time.pass(4_999);
    assert.equal(meter.events.length, 0);
    await time.pass(500);
    await until(() => seen.length === 2);
    await time.pass(2_500);
    assert.equal(outcome, '');
    await time.pass(1);
    await reading;
    assert.equal(outcome, 'unavailable timeout');
    assert.ok(meter.events.every((event) => event.kind === 'call' && event.outcome === 'timeout'));
  });

  it('gives up at once when its caller does', async () => {
    const { client, seen } = await setUp(() => () => undefined);
    const caller = new AbortController();
    const reading = client.within(
      { tenant: contoso, priority: 'low', milliseconds: 60 * second, signal: caller.signal },
      partners,
    );
    await until(() => seen.length === 1);
    caller.abort();
    assert.equal(await whyNot(reading), 'unavailable timeout');
  });

  it('sends more than twenty reads in several batches, and misses none that Graph forgets', async () => {
    const { watch, seen } = await setUp(({ body }) => {
      const { requests } = body as { requests: readonly { id: string; url: string }[] };
      return {
        body: {
          responses: requests
            .filter(({ url }) => !url.includes('forgotten'))
            .map(({ id, url }) => ({ id, status: 200, body: url })),
        },
      };
    });
    const ids = Array.from({ length: 25 }, (_, index) => (index === 21 ? 'forgotten' : `p${index}`));
    const results = await watch((graph) => graph.batch(ids.map(readConstraints)));
    assert.equal(seen.length, 2);
    assert.deepEqual(
      results.map((result) => (result.kind === 'answered' ? String(result.body).split('/')[4] : 'none')),
      ids.map((id) => (id === 'forgotten' ? 'none' : id)),
    );
  });

  it('takes a hostile id for nothing but an id', async () => {
    const { press, seen } = await setUp(() => ({}));
    const hostile = "x' or principalId ne '/../?$top=1#&%2e%2e é\r\nHost: evil";
    await press((graph) => graph.listAll(readAssignmentsOf(hostile), row));
    const { pathname, searchParams } = new URL(seen[0]?.path ?? '', 'http://graph.example');
    assert.equal(pathname, '/v1.0/roleManagement/directory/roleAssignments');
    assert.deepEqual(Object.fromEntries(searchParams), {
      $filter: `principalId eq '${hostile.replaceAll("'", "''")}'`,
    });
  });
});
