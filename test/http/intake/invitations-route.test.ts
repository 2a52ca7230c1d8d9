import assert from 'node:assert/strict';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { openIntake } from '../../support/desk/open-intake.ts';
import {
  globalAdministrator,
  received,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { submittedGranular, submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const tenant = tenantId(submittedReseller.tenantId);

describe('POST /api/invitations', () => {
  let intake: Awaited<ReturnType<typeof openIntake>>;
  let store = memoryStore();

  beforeEach(async () => {
    store = memoryStore();
    intake = await openIntake({ store });
  });
  afterEach(() => intake.close());

  async function stored(of = tenant) {
    const { items } = await store.list(of, 'invitation', { limit: 100 });
    return items.map(({ value }) => value);
  }

  describe('keeps an invitation', () => {
    it('and answers 202 with the sender’s own id', async () => {
      const { status, headers, body } = await intake.post(submittedGranular);
      assert.deepEqual({ status, body }, { status: 202, body: { id: 'inv-2041', status: 'pending' } });
      assert.equal(headers.get('content-type'), 'application/json');
    });

    it('as it was submitted', async () => {
      await intake.post(submittedGranular);
      const [invitation] = await stored();
      assert.deepEqual(invitation, {
        id: invitation?.id,
        origin: { kind: 'posted', postedId: 'inv-2041' },
        partner: {
          id: '3b33e682-00c3-41ee-9dd2-a548adf56438',
          idIsGuess: false,
          name: { value: 'Fabrikam', claimed: false },
          domain: { value: 'fabrikam.com', claimed: false },
        },
        function: 'resellerAndDelegatedAdministrator',
        delegatedAdmin: {
          kind: 'granular',
          roles: { value: [userAdministrator], claimed: false },
          durationDays: { value: 730, claimed: false },
          autoExtends: { value: true, claimed: false },
        },
        message: 'Welcome to Fabrikam.',
        link: 'https://admin.microsoft.com/Adminportal/Home',
        receivedAt: received,
        lapsesAt: '2027-02-20T00:00:00.000Z',
        status: { kind: 'pending' },
      });
    });

    for (const invitedAs of solutionProviderFunctions) {
      it(`as ${invitedAs}, with nothing but what has to be there`, async () => {
        assert.equal((await intake.post({ ...submittedReseller, function: invitedAs })).status, 202);
        const [invitation] = await stored();
        assert.equal(invitation?.function, invitedAs);
        const administers = invitedAs.toLowerCase().includes('delegatedadministrator');
        assert.equal(invitation.delegatedAdmin.kind, administers ? 'classic' : 'none');
      });
    }

    const withoutRoles: readonly object[] = [
      {},
      { roles: [] },
      { roles: [], duration: 'P730D', autoExtend: 'P180D' },
    ];
    for (const delegatedAdmin of withoutRoles) {
      it(`as classic delegated administration with ${JSON.stringify(delegatedAdmin)}`, async () => {
        await intake.post({ ...submittedReseller, function: 'delegatedAdministrator', delegatedAdmin });
        assert.deepEqual((await stored())[0]?.delegatedAdmin, { kind: 'classic' });
      });
    }

    const durations = { P1D: 1, P90D: 90, P2Y: 730, P730D: 730 };
    for (const [duration, days] of Object.entries(durations)) {
      it(`with administration for ${duration}`, async () => {
        const delegatedAdmin = { roles: [globalAdministrator.toUpperCase(), globalAdministrator], duration };
        await intake.post({ ...submittedGranular, delegatedAdmin });
        assert.deepEqual((await stored())[0]?.delegatedAdmin, {
          kind: 'granular',
          roles: { value: [globalAdministrator], claimed: false },
          durationDays: { value: days, claimed: false },
          autoExtends: { value: false, claimed: false },
        });
      });
    }

    for (const autoExtend of ['P0D', 'PT0S']) {
      it(`that does not extend itself with ${autoExtend}`, async () => {
        const { status } = await intake.post({
          ...submittedGranular,
          delegatedAdmin: { ...submittedGranular.delegatedAdmin, autoExtend },
        });
        assert.equal(status, 202);
      });
    }

    it('with text in any alphabet, and as many characters as are allowed', async () => {
      const name = '𝔉'.repeat(256);
      const message = '😀 Willkommen, bienvenue, ようこそ, مرحبا '.padEnd(3999, 'é');
      const partner = { ...submittedReseller.partner, name, domain: 'Société.example' };
      assert.equal((await intake.post({ ...submittedReseller, partner, message })).status, 202);
      const [invitation] = await stored();
      assert.equal(invitation?.partner.name?.value, name);
      assert.equal(invitation.partner.domain?.value, 'xn--socit-esab.example');
      assert.equal(invitation.message, message);
    });

    it('for a tenant written in either case', async () => {
      await intake.post({ ...submittedReseller, tenantId: submittedReseller.tenantId.toUpperCase() });
      assert.equal((await stored()).length, 1);
    });

    it('for a tenant of a test client, whose id is no GUID', async () => {
      const odd = '00000000-0000-0000-0000-0000000000001';
      await intake.post({ ...submittedReseller, tenantId: odd });
      assert.equal((await stored(tenantId(odd))).length, 1);
    });

    it('with what comes last where a field is there twice', async () => {
      const text = JSON.stringify(submittedReseller).replace('{', '{"id":"another",');
      assert.equal((await intake.post(new TextEncoder().encode(text))).body['id'], 'inv-2042');
    });

    it('no longer than 90 days, whenever it is said to expire', async () => {
      await intake.post({ ...submittedReseller, expiresAt: '2036-01-01T00:00:00+01:00' });
      assert.equal((await stored())[0]?.lapsesAt, later(received, 90 * 24 * 60 * 60 * 1000));
    });
  });

  describe('submitted again', () => {
    it('answers 200, and keeps it once', async () => {
      await intake.post(submittedGranular);
      const { status, body } = await intake.post(submittedGranular);
      assert.deepEqual({ status, body }, { status: 200, body: { id: 'inv-2041', status: 'pending' } });
      assert.equal((await stored()).length, 1);
    });

    it('counts as the same whatever the order of its fields, white space and ways to write a value', async () => {
      await intake.post(submittedGranular);
      const fields = Object.entries({ ...submittedGranular, expiresAt: '2027-02-20T01:00:00.000+01:00' });
      const reordered = JSON.stringify(Object.fromEntries(fields.toReversed()), null, 2);
      assert.equal((await intake.post(new TextEncoder().encode(reordered))).status, 200);
    });

    it('with other content: 409, and the first stays', async () => {
      await intake.post(submittedGranular);
      const { status, body } = await intake.post({ ...submittedGranular, message: 'Something else' });
      assert.deepEqual(
        { status, body },
        {
          status: 409,
          body: {
            title: 'Conflict',
            status: 409,
            detail: 'An invitation with this id came before, with other content. Use an id of its own.',
          },
        },
      );
      assert.equal((await stored())[0]?.message, 'Welcome to Fabrikam.');
    });

    it('with "status": "withdrawn": 200, and it is withdrawn', async () => {
      await intake.post(submittedGranular);
      for (const time of ['first', 'second']) {
        const { status, body } = await intake.post({ ...submittedGranular, status: 'withdrawn' });
        assert.deepEqual(
          { status, body },
          { status: 200, body: { id: 'inv-2041', status: 'withdrawn' } },
          time,
        );
      }
      assert.equal((await stored())[0]?.status.kind, 'withdrawn');
      assert.deepEqual((await intake.post(submittedGranular)).body, { id: 'inv-2041', status: 'withdrawn' });
    });

    it('with "status": "withdrawn" and other content: 409', async () => {
      await intake.post(submittedGranular);
      const { status } = await intake.post({ ...submittedReseller, id: 'inv-2041', status: 'withdrawn' });
      assert.equal(status, 409);
      assert.equal((await stored())[0]?.status.kind, 'pending');
    });
  });

  describe('refuses', () => {
    const partner = submittedReseller.partner;
    const delegatedAdmin = submittedGranular.delegatedAdmin;
    const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
      ['an empty object', {}, ['#/id', '#/tenantId', '#/partner', '#/function']],
      ['a list', [submittedReseller], ['#']],
      ['null', null, ['#']],
      ['a text', 'reseller', ['#']],
      [
        'everything at once',
        {
          ...{
            id: '',
            tenantId: 'a b',
            partner: { tenantId: 'x', name: '', domain: '-', city: 'Lyon' },
            function: 'Reseller',
          },
          ...{
            delegatedAdmin: { roles: 'all', duration: 'P3Y', autoExtend: 'P1D' },
            message: 1,
            link: 'http://example.com',
          },
          ...{ expiresAt: 'tomorrow', status: 'authorized', roles: [] },
        },
        [
          ...[
            '#/delegatedAdmin/autoExtend',
            '#/delegatedAdmin/duration',
            '#/delegatedAdmin/roles',
            '#/expiresAt',
            '#/function',
          ],
          ...[
            '#/id',
            '#/link',
            '#/message',
            '#/partner/city',
            '#/partner/domain',
            '#/partner/name',
            '#/partner/tenantId',
          ],
          ...['#/roles', '#/status', '#/tenantId'],
        ],
      ],
      ['an id of several lines', { ...submittedReseller, id: 'a\nb' }, ['#/id']],
      ['an id that is too long', { ...submittedReseller, id: 'a'.repeat(257) }, ['#/id']],
      ['an id with half a character', { ...submittedReseller, id: 'a\ud800' }, ['#/id']],
      [
        'a partner without a name',
        { ...submittedReseller, partner: { ...partner, name: '\u200b ' } },
        ['#/partner/name'],
      ],
      [
        'a name that is too long',
        { ...submittedReseller, partner: { ...partner, name: 'é'.repeat(257) } },
        ['#/partner/name'],
      ],
      [
        'a partner whose id is no GUID',
        { ...submittedReseller, partner: { ...partner, tenantId: 'fabrikam' } },
        ['#/partner/tenantId'],
      ],
      [
        'a domain with a path',
        { ...submittedReseller, partner: { ...partner, domain: 'fabrikam.com/x' } },
        ['#/partner/domain'],
      ],
      ['a function of nobody', { ...submittedReseller, function: 'advisor' }, ['#/function']],
      ['roles for a reseller', { ...submittedReseller, delegatedAdmin }, ['#/delegatedAdmin']],
      [
        'classic delegated administration for a partner',
        { ...submittedReseller, function: 'partner', delegatedAdmin: {} },
        ['#/delegatedAdmin'],
      ],
      [
        'a role that is no id',
        {
          ...submittedGranular,
          delegatedAdmin: { ...delegatedAdmin, roles: [userAdministrator, 'User Administrator'] },
        },
        ['#/delegatedAdmin/roles/1'],
      ],
      [
        'roles without a duration',
        { ...submittedGranular, delegatedAdmin: { roles: [userAdministrator] } },
        ['#/delegatedAdmin/duration'],
      ],
      ...['P0D', 'PT0S', 'P731D', '730', 'P-1D', 730].map(
        (duration) =>
          [
            `administration for ${duration}`,
            { ...submittedGranular, delegatedAdmin: { ...delegatedAdmin, duration } },
            ['#/delegatedAdmin/duration'],
          ] as const,
      ),
      [
        'extension by a year',
        { ...submittedGranular, delegatedAdmin: { ...delegatedAdmin, autoExtend: 'P1Y' } },
        ['#/delegatedAdmin/autoExtend'],
      ],
      ['a message that is too long', { ...submittedReseller, message: '😀'.repeat(4001) }, ['#/message']],
      ...[
        'http://admin.microsoft.com/',
        'javascript:alert(1)',
        'https://admin.microsoft.com@evil.example/',
        'https:',
        'https://a b/',
        `https://example.com/${'a'.repeat(2048)}`,
      ].map((link) => [`the link ${link.slice(0, 50)}`, { ...submittedReseller, link }, ['#/link']] as const),
      ['a day that is none', { ...submittedReseller, expiresAt: '2027-02-30T00:00:00Z' }, ['#/expiresAt']],
      [
        'a time without its offset',
        { ...submittedReseller, expiresAt: '2027-02-20T00:00:00' },
        ['#/expiresAt'],
      ],
      ['a time that is over', { ...submittedReseller, expiresAt: received }, ['#/expiresAt']],
      ['a status that only the desk gives', { ...submittedReseller, status: 'pending' }, ['#/status']],
      ['a field that it does not know', { ...submittedReseller, 'a/b~c': 1 }, ['#/a~1b~0c']],
      [
        'a prototype',
        JSON.parse('{"__proto__":{"id":"inv-1"}}'),
        ['#/__proto__', '#/function', '#/id', '#/partner', '#/tenantId'],
      ],
      ['null where a field may be left out', { ...submittedReseller, message: null }, ['#/message']],
    ];
    for (const [what, body, pointers] of wrong) {
      it(`${what}: 400, naming ${pointers.join(' ')}`, async () => {
        const { status, headers, body: problem } = await intake.post(body);
        const errors = problem['errors'] as { pointer: string; detail: string }[];
        assert.equal(status, 400);
        assert.equal(headers.get('content-type'), 'application/problem+json');
        assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), [...pointers].sort());
        for (const { detail } of errors)
          assert.match(detail, /^\S+( body)? (must be|is not a field|goes only with) .*\.$/);
        assert.deepEqual(await stored(), []);
      });
    }

    it('thousands of unknown fields, naming a hundred of them', async () => {
      const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 0]));
      const { body } = await intake.post({ ...submittedReseller, ...unknown });
      assert.equal((body['errors'] as unknown[]).length, 100);
    });

    const unreadable: Record<string, Uint8Array> = {
      nothing: new Uint8Array(),
      'no JSON': new TextEncoder().encode('id=inv-1'),
      'JSON cut short': new TextEncoder().encode('{"id":"inv-1"'),
      'bytes that are no UTF-8': Buffer.from(
        JSON.stringify({ ...submittedReseller, message: 'é' }),
        'latin1',
      ),
      UTF16: Buffer.from(JSON.stringify(submittedReseller), 'utf16le'),
      'thousands of brackets': new TextEncoder().encode('['.repeat(60_000)),
    };
    for (const [what, bytes] of Object.entries(unreadable)) {
      it(`${what}: 400`, async () => {
        const { status, body } = await intake.post(bytes);
        assert.deepEqual(
          { status, body },
          {
            status: 400,
            body: { title: 'Bad Request', status: 400, detail: 'The body must be JSON in UTF-8.' },
          },
        );
      });
    }

    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      it(`the content type “${type}”: 415`, async () => {
        assert.equal((await intake.post(submittedReseller, { 'content-type': type })).status, 415);
      });
    }

    it('a packed body: 415', async () => {
      assert.equal((await intake.post(submittedReseller, { 'content-encoding': 'gzip' })).status, 415);
    });

    it('other methods: 405', async () => {
      for (const method of ['GET', 'PUT', 'DELETE'])
        assert.equal((await fetch(intake.url, { method })).status, 405);
    });
  });

  it('takes the charset that is JSON’s own', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    assert.equal((await intake.post(submittedReseller, headers)).status, 202);
  });
});

describe('POST /api/invitations on a desk', () => {
  async function answerOf(changes: Parameters<typeof openIntake>[0], body: unknown = submittedReseller) {
    const intake = await openIntake(changes);
    try {
      return await intake.post(body);
    } finally {
      await intake.close();
    }
  }

  it('that does not serve the tenant: 403', async () => {
    const { status, body } = await answerOf({ allowedTenants: [tenantId('another')] });
    assert.equal(status, 403);
    assert.equal(body['detail'], 'This desk does not serve that tenant.');
    assert.equal((await answerOf({ allowedTenants: [tenantId('another'), tenant] })).status, 202);
  });

  it('whose store is unavailable: 503, with nothing of the reason', async () => {
    const cause = new Error('ENOSPC: /srv/desk/data');
    const receive = () => Promise.reject(new DomainError('store-unavailable', {}, { cause }));
    const { status, headers, body } = await answerOf({ receive });
    assert.equal(status, 503);
    assert.equal(headers.get('retry-after'), '30');
    assert.doesNotMatch(JSON.stringify(body), /ENOSPC|srv/);
  });

  it('where it was decided already, and is withdrawn: 409, saying so', async () => {
    const decision = { kind: 'lapsed', at: received } as const;
    const receive = () => Promise.reject(new DomainError('invitation-already-decided', { decision }));
    const { status, body } = await answerOf({ receive }, { ...submittedReseller, status: 'withdrawn' });
    assert.equal(status, 409);
    assert.equal(body['detail'], 'It is too late to withdraw this invitation: it is lapsed already.');
  });

  it('that has a defect: 500 with nothing of it, which is in the log', async () => {
    const log = recordedLog();
    const receive = () => Promise.reject(new TypeError('secretField of undefined'));
    const { status, body } = await answerOf({ receive, log });
    assert.deepEqual(
      { status, body },
      {
        status: 500,
        body: { title: 'Internal Server Error', status: 500, detail: 'Something went wrong here.' },
      },
    );
    assert.deepEqual(log.lines, ['error Failed to process a submitted invitation']);
    assert.match(log.everything(), /"name":"TypeError"/);
    assert.doesNotMatch(log.everything(), /secretField/);
  });
});
