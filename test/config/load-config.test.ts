import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, loadConfig } from '../../src/config/load-config.ts';
import { variables } from '../../src/config/variables.ts';

const app = '6f0b3a0e-0000-4000-8000-00000000b0b0';
const [one, two, three] = ['1', '2', '3'].map((digit) => `aaaaaaaa-bbbb-4ccc-8ddd-${digit.repeat(12)}`) as [
  string,
  string,
  string,
];
const [ada, grace] = ['4', '5'].map((digit) => `abcdefab-1111-4111-8111-${digit.repeat(12)}`) as [
  string,
  string,
];

const registered = {
  MicrosoftAppId: app,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: one,
  INVITATION_SECRET: 'a secret of the mail flow that is long enough',
  ADMINS: `${ada}=globalAdministrator`,
};

const simulated = {
  DESK_MODE: 'sandbox',
  PARTNER_AUTHORITY: 'microsoft365',
  GRAPH_URL: 'https://localhost:4000',
  ENTRA_AUTHORITY: 'https://localhost:4000/contoso',
};

describe('the configuration', () => {
  describe('of a sandbox', () => {
    it('needs nothing, and listens on this machine alone', () => {
      const config = loadConfig({ DESK_MODE: 'sandbox' });
      assert.deepEqual(config.listen, { host: '127.0.0.1', port: 3978 });
      assert.equal(config.registration, undefined);
      assert.equal(config.allowedTenants, 'any');
      assert.equal(config.mail.setting, 'outbox');
    });

    it('refuses to reach beyond this machine without credentials', () => {
      const problems = problemsOf({
        DESK_MODE: 'sandbox',
        HOST: '0.0.0.0',
        MAIL: 'smtp://mail.contoso.com',
        SERVICE_URLS: 'https://channel.contoso.com',
        METRICS_PORT: '9464',
        METRICS_HOST: '0.0.0.0',
      });
      assert.deepEqual(namesIn(problems), ['HOST', 'MAIL', 'METRICS_HOST', 'SERVICE_URLS']);
    });

    for (const host of ['127.0.0.1', '::1', 'localhost', '127.8.9.1']) {
      it(`may listen on ${host}`, () => {
        assert.deepEqual(loadConfig({ DESK_MODE: 'sandbox', HOST: host }).listen, { host, port: 3978 });
      });
    }
  });

  describe('of a production desk', () => {
    it('is the default, and does not start without credentials', () => {
      const problems = problemsOf({});
      for (const name of ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId']) {
        assert.ok(namesIn(problems).includes(name), name);
      }
    });

    it('serves the tenant of its registration, and no other unless told', () => {
      assert.deepEqual(loadConfig(registered).allowedTenants, [one]);
      const ADMINS = `${two}/${ada}=globalAdministrator`;
      const others = loadConfig({ ...registered, ADMINS, ALLOWED_TENANTS: `${two}, ${three}` });
      assert.deepEqual(others.allowedTenants, [two, three]);
    });

    it('asks which tenants a multi-tenant registration serves', () => {
      const { MicrosoftAppTenantId: _none, ...without } = registered;
      assert.deepEqual(namesIn(problemsOf({ ...without, MicrosoftAppType: 'MultiTenant' })), [
        'ALLOWED_TENANTS',
      ]);
    });

    it('needs a sender before it mails', () => {
      assert.deepEqual(namesIn(problemsOf({ ...registered, MAIL: 'smtps://mail.contoso.com' })), [
        'MAIL_FROM',
      ]);
    });

    it('sends tokens over https alone, but on this machine', () => {
      const local = loadConfig({ ...registered, SERVICE_URLS: 'http://127.0.0.1:4000' });
      assert.deepEqual(local.serviceUrls, ['http://127.0.0.1:4000']);
      const plain = problemsOf({ ...registered, SERVICE_URLS: 'http://channel.contoso.com' });
      assert.deepEqual(namesIn(plain), ['SERVICE_URLS']);
    });
  });

  describe('of the registration', () => {
    const { MicrosoftAppPassword: _password, ...unproven } = registered;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const certificate = {
      CertificateThumbprint: 'AB'.repeat(32),
      CertificatePrivateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };

    it('is proved with a client secret', () => {
      const { registration } = loadConfig(registered);
      assert.deepEqual(registration?.credential, { kind: 'secret', secret: 'secret' });
    });

    it('is proved with a certificate, however its key and its thumbprint are written', () => {
      const credential = {
        kind: 'certificate',
        thumbprint: 'ab'.repeat(32),
        privateKey: certificate.CertificatePrivateKey,
      };
      const onOneLine = {
        CertificateThumbprint: Array<string>(32).fill('AB').join(':'),
        CertificatePrivateKey: certificate.CertificatePrivateKey.replaceAll('\n', '\\n'),
      };
      for (const given of [certificate, onOneLine]) {
        assert.deepEqual(loadConfig({ ...unproven, ...given }).registration?.credential, credential);
      }
    });

    it('is proved by the machine, which needs no secret and takes none', () => {
      const managed = { ...unproven, MicrosoftAppType: 'UserAssignedMSI' };
      assert.deepEqual(loadConfig(managed).registration?.credential, { kind: 'managedIdentity' });
      const withSecret = problemsOf({ ...managed, MicrosoftAppPassword: 'secret' });
      assert.deepEqual(namesIn(withSecret), ['MicrosoftAppPassword']);
    });

    const faults: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
      ['neither a secret nor a certificate', {}, ['MicrosoftAppPassword']],
      ['both', { ...certificate, MicrosoftAppPassword: 'secret' }, ['MicrosoftAppPassword']],
      [
        'half a certificate',
        { CertificateThumbprint: certificate.CertificateThumbprint },
        ['CertificatePrivateKey'],
      ],
      [
        'the other half',
        { CertificatePrivateKey: certificate.CertificatePrivateKey },
        ['CertificateThumbprint'],
      ],
      [
        'a SHA-1 and no key',
        { CertificateThumbprint: 'ab'.repeat(20), CertificatePrivateKey: 'key.pem' },
        ['CertificatePrivateKey', 'CertificateThumbprint', 'MicrosoftAppPassword'],
      ],
      [
        'addresses that are not https',
        { ...certificate, ENTRA_AUTHORITY: 'http://login.contoso.com/t', OAuthUrl: 'http://api.contoso.com' },
        ['ENTRA_AUTHORITY', 'OAuthUrl'],
      ],
      [
        'an authority without a tenant',
        { ...certificate, ENTRA_AUTHORITY: 'https://login.contoso.com' },
        ['ENTRA_AUTHORITY'],
      ],
      [
        'a cloud that does not exist',
        { ...certificate, ChannelService: 'https://moon.example' },
        ['ChannelService'],
      ],
    ];
    for (const [what, given, names] of faults) {
      it(`cannot be ${what}`, () => {
        assert.deepEqual(namesIn(problemsOf({ ...unproven, ...given })), names);
      });
    }

    it('shows no secret in what it reports', () => {
      const problems = problemsOf({ ...unproven, CertificatePrivateKey: 'a secret', ENTRA_AUTHORITY: 'x' });
      assert.doesNotMatch(problems.join(), /a secret/);
    });

    const government = { ChannelService: 'https://botframework.azure.us' };
    const multiTenant = { MicrosoftAppType: 'MultiTenant', ALLOWED_TENANTS: two };
    const own = 'https://login.contoso.com/tenant-9';
    const authorities: readonly (readonly [string, Record<string, string>, string])[] = [
      ['its own tenant', {}, `https://login.microsoftonline.com/${one}`],
      [
        'the Bot Framework, for many tenants',
        multiTenant,
        'https://login.microsoftonline.com/botframework.com',
      ],
      ['its own tenant in the government’s cloud', government, `https://login.microsoftonline.us/${one}`],
      [
        'the Bot Framework in the government’s cloud',
        { ...government, ...multiTenant },
        'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
      ],
      ['where the Bot Framework’s setting says', { ToChannelFromBotLoginUrl: own }, own],
      ['where it is told to', { ENTRA_AUTHORITY: own, ToChannelFromBotLoginUrl: 'https://x.example/y' }, own],
    ];
    for (const [where, given, authority] of authorities) {
      it(`gets its tokens from ${where}`, () => {
        assert.equal(loadConfig({ ...registered, ...given }).registration?.authority, authority);
      });
    }

    it('passes on what is set about channels, and no secret', () => {
      const set = {
        ...government,
        ToBotFromChannelOpenIdMetadataUrl: 'https://login.contoso.com/keys',
        ToBotFromChannelTokenIssuer: 'https://api.contoso.com',
        ToChannelFromBotOAuthScope: 'https://api.contoso.com',
        OAuthUrl: 'https://token.contoso.com',
      };
      assert.deepEqual(loadConfig({ ...registered, ...set }).registration?.settings, set);
    });
  });

  describe('of who may decide', () => {
    it('is everyone in a sandbox, unless told', () => {
      assert.equal(loadConfig({ DESK_MODE: 'sandbox' }).admins, 'everyone');
      const told = loadConfig({ DESK_MODE: 'sandbox', ADMINS: 'person-1=billingAdministrator' });
      assert.deepEqual(told.admins, [
        { tenant: 'any', person: 'person-1', roles: new Set(['billingAdministrator']) },
      ]);
    });

    it('has to be said in production, unless the tenant says it', () => {
      const { ADMINS: _none, ...without } = registered;
      assert.deepEqual(namesIn(problemsOf({ ...without, PARTNER_AUTHORITY: 'records' })), ['ADMINS']);
      assert.deepEqual(loadConfig(without).admins, []);
    });

    it('is nobody in a sandbox whose tenant says it, unless told', () => {
      assert.deepEqual(loadConfig({ ...simulated, ADMINS: '' }).admins, []);
    });

    it('names several people and several roles, whatever the case and the spaces', () => {
      const { admins } = loadConfig({
        ...registered,
        ADMINS: `${ada.toUpperCase()}=globalAdministrator+billingAdministrator, {${grace}} = RelationshipAdministrator,"${grace}=billingAdministrator"`,
      });
      assert.deepEqual(admins, [
        { tenant: 'any', person: ada, roles: new Set(['globalAdministrator', 'billingAdministrator']) },
        { tenant: 'any', person: grace, roles: new Set(['relationshipAdministrator']) },
        { tenant: 'any', person: grace, roles: new Set(['billingAdministrator']) },
      ]);
    });

    it('is bound to a tenant, by the tenant’s id before the person’s', () => {
      const ADMINS = `{${two.toUpperCase()}} / ${ada}=globalAdministrator`;
      const { admins } = loadConfig({ ...registered, ALLOWED_TENANTS: `${one},${two}`, ADMINS });
      assert.deepEqual(admins, [{ tenant: two, person: ada, roles: new Set(['globalAdministrator']) }]);
    });

    it('names the tenant of everyone where several are served, and only tenants that are', () => {
      const several = { ...registered, ALLOWED_TENANTS: `${one},${two}` };
      const bound = `${one}/${ada}=globalAdministrator`;
      for (const wrong of [
        `${ada}=globalAdministrator`,
        `${bound},${grace}=billingAdministrator`,
        `${bound},${three}/${grace}=billingAdministrator`,
      ]) {
        const problems = problemsOf({ ...several, ADMINS: wrong });
        assert.deepEqual(namesIn(problems), ['ADMINS'], wrong);
      }
      assert.deepEqual(namesIn(problemsOf({ ...registered, ADMINS: `${two}/${ada}=globalAdministrator` })), [
        'ADMINS',
      ]);
    });

    for (const wrong of [
      ada,
      `${ada}=`,
      '=globalAdministrator',
      `/${ada}=globalAdministrator`,
      `${one}/=globalAdministrator`,
      `${one}/${one}/${ada}=globalAdministrator`,
      `${ada}=administrator`,
      `${ada}=globalAdministrator=globalAdministrator`,
      ',',
    ]) {
      it(`cannot be ${wrong}`, () => {
        assert.deepEqual(namesIn(problemsOf({ ...registered, ADMINS: wrong })), ['ADMINS']);
      });
    }
  });

  describe('of ids', () => {
    for (const written of [
      two.toUpperCase(),
      `{${two}}`,
      ` ${two} `,
      `"${two.toUpperCase()}"`,
      `'{${two}}'`,
      `${two},${two.toUpperCase()}`,
    ]) {
      it(`takes ${written} as the tenant that it is`, () => {
        assert.deepEqual(loadConfig({ ...registered, ALLOWED_TENANTS: written }).allowedTenants, [two]);
      });
    }

    it('takes the registration’s own in capitals or braces', () => {
      const { registration, allowedTenants } = loadConfig({
        ...registered,
        MicrosoftAppId: `{${app.toUpperCase()}}`,
        MicrosoftAppTenantId: `"${one.toUpperCase()}"`,
      });
      assert.equal(registration?.appId, app);
      assert.equal(registration.authority, `https://login.microsoftonline.com/${one}`);
      assert.deepEqual(allowedTenants, [one]);
    });

    it('may be a domain for the registration’s tenant, if the tenants to serve are named by id', () => {
      const byDomain = { ...registered, MicrosoftAppTenantId: 'contoso.onmicrosoft.com' };
      const [problem, ...others] = problemsOf(byDomain);
      assert.match(
        problem ?? '',
        /^ALLOWED_TENANTS must name tenants by their ids.*“contoso\.onmicrosoft\.com”/,
      );
      assert.deepEqual(others, []);
      const { registration, allowedTenants } = loadConfig({ ...byDomain, ALLOWED_TENANTS: one });
      assert.match(registration?.authority ?? '', /\/contoso\.onmicrosoft\.com$/);
      assert.deepEqual(allowedTenants, [one]);
    });

    const sandbox = { DESK_MODE: 'sandbox' };
    const broken = one.slice(0, -1);
    for (const [name, value, kind] of [
      ['ALLOWED_TENANTS', 'contoso.onmicrosoft.com', 'is a domain'],
      ['ALLOWED_TENANTS', `${one},contoso.com`, 'is a domain'],
      ['ALLOWED_TENANTS', 'ada@contoso.com', 'is a user name'],
      ['ALLOWED_TENANTS', broken, 'too few or too many digits'],
      ['ALLOWED_TENANTS', `{${one}0}`, 'too few or too many digits'],
      ['ADMINS', 'ada@contoso.com=globalAdministrator', 'is a user name'],
      ['ADMINS', `contoso.com/${ada}=globalAdministrator`, 'is a domain'],
      ['ADMINS', `${ada.slice(1)}=globalAdministrator`, 'too few or too many digits'],
      ['MicrosoftAppTenantId', 'ada@contoso.com', 'is a user name'],
    ] as const) {
      it(`refuses ${value} in ${name}, in a sandbox too, and says what would be right`, () => {
        for (const environment of [sandbox, registered]) {
          const problems = problemsOf({ ...environment, [name]: value });
          assert.deepEqual(namesIn(problems), [name]);
          assert.ok(problems[0]?.includes(kind), problems[0]);
          assert.match(problems[0] ?? '', /such as 00000000-0000-0000-0000-000000000000.*Entra admin center/);
        }
      });
    }

    it('are not those of the examples in production', () => {
      const nobody = '00000000-0000-0000-0000-000000000000';
      for (const [name, value] of [
        ['MicrosoftAppId', nobody],
        ['MicrosoftAppTenantId', nobody],
        ['ALLOWED_TENANTS', nobody],
        ['ADMINS', `${nobody}=globalAdministrator`],
        ['ADMINS', `{${nobody}}=globalAdministrator`],
      ] as const) {
        const problems = problemsOf({ ...registered, [name]: value }).join();
        assert.match(problems, new RegExp(`${name} .*only an example`), name);
      }
    });

    it('are GUIDs in production, where a sandbox may make up its own', () => {
      const madeUp = { ALLOWED_TENANTS: 'tenant-1', ADMINS: 'tenant-1/adele=globalAdministrator' };
      assert.deepEqual(loadConfig({ ...sandbox, ...madeUp }).allowedTenants, ['tenant-1']);
      assert.deepEqual(namesIn(problemsOf({ ...registered, ...madeUp })), ['ADMINS', 'ALLOWED_TENANTS']);
      assert.deepEqual(
        namesIn(problemsOf({ ...registered, MicrosoftAppId: 'app-1', MicrosoftAppTenantId: 'common' })),
        ['MicrosoftAppId', 'MicrosoftAppTenantId'],
      );
      assert.deepEqual(namesIn(problemsOf({ ...registered, ALLOWED_TENANTS: ',' })), ['ALLOWED_TENANTS']);
    });
  });

  describe('of the secret that signs invitations', () => {
    it('is made up anew for each sandbox, unless told', () => {
      const [one, other] = [loadConfig({ DESK_MODE: 'sandbox' }), loadConfig({ DESK_MODE: 'sandbox' })];
      assert.equal(one.invitationSecrets.isMadeUp, true);
      assert.notDeepEqual(one.invitationSecrets.values, other.invitationSecrets.values);
      const { invitationSecrets } = loadConfig(registered);
      assert.deepEqual(invitationSecrets, { values: [registered.INVITATION_SECRET], isMadeUp: false });
    });

    it('may be two, so that it can be rotated', () => {
      const [old, next] = ['o'.repeat(32), 'n'.repeat(32)];
      for (const text of [`${next},${old}`, ` ${next} , ${old} `]) {
        const { invitationSecrets } = loadConfig({ ...registered, INVITATION_SECRET: text });
        assert.deepEqual(invitationSecrets.values, [next, old]);
      }
      for (const text of [`${next},`, `,${old}`, `${next},short`, `${next},${old},${old}`, ',']) {
        const problems = problemsOf({ ...registered, INVITATION_SECRET: text });
        assert.deepEqual(problems, [
          'INVITATION_SECRET must be one secret of 32 characters or more, or two of them separated by a comma; none contains a comma',
        ]);
      }
    });

    it('has to be given in production, and to be long', () => {
      const { INVITATION_SECRET: _none, ...without } = registered;
      assert.deepEqual(namesIn(problemsOf(without)), ['INVITATION_SECRET']);
      assert.deepEqual(namesIn(problemsOf({ ...registered, INVITATION_SECRET: 'short' })), [
        'INVITATION_SECRET',
      ]);
    });
  });

  describe('of what decisions take effect in', () => {
    it('is the tenant in production, and the desk’s records in a sandbox', () => {
      const { microsoft365 } = loadConfig(registered);
      assert.equal(microsoft365?.graphUrl, 'https://graph.microsoft.com');
      assert.equal(microsoft365.authority, `https://login.microsoftonline.com/${one}`);
      assert.equal(microsoft365.watchEverySeconds, 3600);
      assert.equal(microsoft365.appId, app);
      assert.equal(loadConfig({ ...registered, PARTNER_AUTHORITY: 'records' }).microsoft365, undefined);
      assert.equal(loadConfig({ DESK_MODE: 'sandbox' }).microsoft365, undefined);
    });

    for (const [environment, graph, page] of [
      [{}, 'graph.microsoft.com', 'https://admin.microsoft.com/'],
      [
        { ChannelService: 'https://botframework.azure.us' },
        'graph.microsoft.us',
        'https://portal.office365.us/',
      ],
      [
        { GRAPH_URL: 'https://dod-graph.microsoft.us/' },
        'dod-graph.microsoft.us',
        'https://portal.apps.mil/',
      ],
      [
        { GRAPH_URL: 'https://microsoftgraph.chinacloudapi.cn' },
        'microsoftgraph.chinacloudapi.cn',
        'https://portal.partner.microsoftonline.cn/',
      ],
      [{ GRAPH_URL: 'http://127.0.0.1:4000' }, '127.0.0.1:4000', 'http://127.0.0.1:4000/'],
      // A simulation's page, which browsers open without a warning.
      [{ GRAPH_URL: 'https://localhost:4000' }, 'localhost:4000', 'http://localhost:4000/'],
    ] as const) {
      it(`is read at ${graph}, and completed at ${page}`, () => {
        const { microsoft365 } = loadConfig({ ...registered, ...environment });
        assert.equal(new URL(microsoft365?.graphUrl ?? '').host, graph);
        assert.ok(microsoft365?.partnersPage.startsWith(page), microsoft365?.partnersPage);
      });
    }

    it('sends tokens to Graph’s origin only, and over https except on this machine', () => {
      for (const wrong of [
        'http://graph.microsoft.com',
        'https://graph.microsoft.com/v1.0',
        'https://user:password@graph.microsoft.com',
        'https://graph.microsoft.com?x',
        'graph.microsoft.com',
        'ftp://127.0.0.1',
      ]) {
        assert.deepEqual(namesIn(problemsOf({ ...registered, GRAPH_URL: wrong })), ['GRAPH_URL'], wrong);
      }
    });

    it('is read every hour, unless told, from every second to once a day', () => {
      const every = (WATCH_EVERY_SECONDS: string) => ({ ...registered, WATCH_EVERY_SECONDS });
      assert.equal(loadConfig(every('1')).microsoft365?.watchEverySeconds, 1);
      for (const wrong of ['0', '86401', '1.5', 'often'])
        assert.deepEqual(namesIn(problemsOf(every(wrong))), ['WATCH_EVERY_SECONDS'], wrong);
      assert.deepEqual(namesIn(problemsOf({ ...registered, PARTNER_AUTHORITY: 'none' })), [
        'PARTNER_AUTHORITY',
      ]);
    });

    describe('with a mailbox that is read for invitations', () => {
      const mailbox = (INVITATION_MAILBOX: string, more: Readonly<Record<string, string>> = {}) => ({
        ...registered,
        ...more,
        INVITATION_MAILBOX,
      });
      const problem = (environment: Readonly<Record<string, string>>) => problemsOf(environment).join('\n');
      const several = { ALLOWED_TENANTS: `${one},${two}`, ADMINS: `${one}/${ada}=globalAdministrator` };

      it('takes an address, of the one tenant that is served, or one of each', () => {
        const { microsoft365 } = loadConfig(mailbox(' Partners@Contoso.com '));
        assert.deepEqual(microsoft365?.mailboxes, [{ tenant: one, address: 'partners@contoso.com' }]);
        const both = mailbox(`${one.toUpperCase()}/a@contoso.com, {${two}}/b@fabrikam.com`, several);
        assert.deepEqual(loadConfig(both).microsoft365?.mailboxes, [
          { tenant: one, address: 'a@contoso.com' },
          { tenant: two, address: 'b@fabrikam.com' },
        ]);
        assert.deepEqual(loadConfig(registered).microsoft365?.mailboxes, []);
      });

      for (const [wrong, more, says] of [
        ['partners', {}, /^INVITATION_MAILBOX must be the address of a mailbox, such as/],
        [',', {}, /must be the address of a mailbox/],
        [`${one}/`, {}, /must be the address of a mailbox/],
        [`${one}/x/a@contoso.com`, {}, /must be the address of a mailbox/],
        ['a@contoso.com;b@contoso.com', {}, /must be the address of a mailbox/],
        ['a@contoso.com', several, new RegExp(`must name the tenant of each mailbox.*${one}/a@contoso.com`)],
        ['a@contoso.com,b@contoso.com', {}, /must name one mailbox for each tenant/],
        [`${two}/a@contoso.com`, {}, new RegExp(`“${two}” is not among ${one}`)],
        ['contoso.com/a@contoso.com', {}, /must name tenants by their ids: “contoso.com” is a domain/],
        [
          'a@contoso.com',
          { PARTNER_AUTHORITY: 'records', ADMINS: `${two}=globalAdministrator` },
          /read through Microsoft 365/,
        ],
        ['a@contoso.com', { GRAPH_URL: 'https://microsoftgraph.chinacloudapi.cn' }, /China/],
      ] as const) {
        it(`says what would be right instead of “${wrong}” with ${JSON.stringify(more)}`, () => {
          assert.match(problem(mailbox(wrong, more)), says);
          assert.equal(problemsOf(mailbox(wrong, more)).length, 1);
        });
      }
    });

    it('may be a simulated tenant in a sandbox, and nothing beyond this machine', () => {
      const { microsoft365, registration } = loadConfig(simulated);
      assert.equal(registration, undefined);
      assert.equal(microsoft365?.graphUrl, simulated.GRAPH_URL);
      assert.equal(microsoft365.authority, simulated.ENTRA_AUTHORITY);
      assert.equal(microsoft365.credential.kind, 'secret');
      for (const beyond of [
        { GRAPH_URL: 'https://graph.microsoft.com' },
        { ENTRA_AUTHORITY: 'https://login.microsoftonline.com/contoso' },
        { GRAPH_URL: '' },
        { ENTRA_AUTHORITY: '' },
      ]) {
        assert.deepEqual(namesIn(problemsOf({ ...simulated, ...beyond })), ['PARTNER_AUTHORITY']);
      }
    });

    it('knows the registration’s own tenant by id', () => {
      assert.equal(loadConfig(registered).microsoft365?.homeTenant, one);
      const byDomain = { ...registered, MicrosoftAppTenantId: 'contoso.onmicrosoft.com', ADMINS: '' };
      const homeOf = (ALLOWED_TENANTS: string) =>
        loadConfig({ ...byDomain, ALLOWED_TENANTS }).microsoft365?.homeTenant;
      assert.equal(homeOf(two), two);
      assert.equal(homeOf(`${two},${three}`), undefined);
    });
  });

  it('reports every problem at once, each naming its variable and what would be right', () => {
    const problems = problemsOf({
      PORT: 'http',
      DESK_MODE: 'test',
      MAIL: 'pigeon',
      LOG_LEVEL: 'loud',
      SERVICE_URLS: 'here',
      MAIL_FROM: 'me',
    });
    assert.deepEqual(namesIn(problems), [
      'DESK_MODE',
      'LOG_LEVEL',
      'MAIL',
      'MAIL_FROM',
      'PORT',
      'SERVICE_URLS',
    ]);
    for (const problem of problems) assert.match(problem, / must be /);
  });

  it('reports what is missing together with what is wrong', () => {
    const { INVITATION_SECRET: _none, ...without } = registered;
    assert.deepEqual(namesIn(problemsOf({ ...without, PORT: 'http' })), ['INVITATION_SECRET', 'PORT']);
  });

  it('asks for reviews every 90 days, unless told how many', () => {
    assert.equal(loadConfig({ DESK_MODE: 'sandbox' }).reviewEveryDays, 90);
    assert.equal(loadConfig({ DESK_MODE: 'sandbox', REVIEW_EVERY_DAYS: '30' }).reviewEveryDays, 30);
    for (const wrong of ['0', '1.5', 'often', '4000'])
      assert.deepEqual(namesIn(problemsOf({ DESK_MODE: 'sandbox', REVIEW_EVERY_DAYS: wrong })), [
        'REVIEW_EVERY_DAYS',
      ]);
  });

  describe('of its addresses', () => {
    const configured = (environment: Readonly<Record<string, string>>) =>
      loadConfig({ ...registered, ...environment });
    const problemsWith = (environment: Readonly<Record<string, string>>) =>
      problemsOf({ ...registered, ...environment });

    it('takes a port, a named pipe or a socket', () => {
      assert.deepEqual(configured({ PORT: ' 8080 ' }).listen, { host: '0.0.0.0', port: 8080 });
      const paths = ['\\\\.\\pipe\\7c3f6d3e-1111', '\\\\?\\PIPE\\desk', '/run/desk.sock', '//./pipe/desk'];
      for (const path of paths) assert.deepEqual(configured({ PORT: path }).listen, { path });
    });

    it('refuses what is neither', () => {
      for (const wrong of [
        '65536',
        '-1',
        '80.5',
        '0x50',
        '8080/tcp',
        'http',
        'tcp://10.0.0.1:80',
        '\\\\.\\pipe',
        '/',
        ' ',
      ])
        assert.match(
          problemsWith({ PORT: wrong }).join(),
          /^PORT must be a port number .* or the path [^,]*$/,
        );
      assert.match(
        problemsWith({ PORT: `/run/${'desk'.repeat(25)}` }).join(),
        /^PORT must be a path of 103 bytes/,
      );
      for (const wrong of ['65536', '9464 9465', 'on', '/run/metrics.sock'])
        assert.deepEqual(problemsWith({ METRICS_PORT: wrong }), [
          'METRICS_PORT must be a port number from 0 to 65535',
        ]);
    });

    it('serves metrics on a port of their own, and only where there is one', () => {
      assert.equal(configured({}).metrics, undefined);
      assert.deepEqual(configured({ METRICS_PORT: '9464' }).metrics, { host: '127.0.0.1', port: 9464 });
      const open = { METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' };
      assert.deepEqual(configured(open).metrics, { host: '0.0.0.0', port: 9464 });
      assert.match(problemsWith({ METRICS_PORT: '3978' }).join(), /^METRICS_PORT must differ from PORT/);
      assert.match(problemsWith({ METRICS_HOST: '0.0.0.0' }).join(), /^METRICS_PORT must be set too/);
    });

    it('says what replaced METRICS', () => {
      for (const METRICS of ['loopback', 'everyone', 'off'])
        assert.match(
          problemsWith({ METRICS }).join(),
          /^METRICS must be removed: set METRICS_PORT [^,]*, and METRICS_HOST/,
        );
    });
  });

  describe('of the proxies', () => {
    const proxiesOf = (environment: Readonly<Record<string, string>>) =>
      loadConfig({ ...registered, ...environment }).proxies;

    it('is read in capitals or not, and HTTP_PROXY is for https too where there is no other', () => {
      assert.equal(proxiesOf({}), undefined);
      assert.equal(proxiesOf({ HTTPS_PROXY: '', no_proxy: '*' }), undefined);
      assert.equal(proxiesOf({ https_proxy: 'http://a:1' })?.https?.host, 'a:1');
      assert.equal(proxiesOf({ https_proxy: 'http://a:1', HTTPS_PROXY: 'https://b:2' })?.https?.host, 'b:2');
      assert.equal(proxiesOf({ HTTP_PROXY: 'http://a:1' })?.https?.host, 'a:1');
      assert.equal(proxiesOf({ HTTPS_PROXY: 'http://a:1' })?.http, undefined);
    });

    it('leaves out what issues managed identities', () => {
      const identity = { IDENTITY_ENDPOINT: 'http://10.1.2.3:8081/msi/token', IMDS_ENDPOINT: 'no address' };
      assert.deepEqual(proxiesOf({ HTTPS_PROXY: 'http://a:1', ...identity })?.identityHosts, ['10.1.2.3']);
    });

    for (const wrong of [
      'socks5://a:1',
      'proxy.contoso.com:8080',
      'a proxy',
      'http://desk:100%@a',
      'http://desk:pa/ss@a:1',
      'http://',
    ]) {
      it(`refuses ${wrong}, says what would be right, and repeats no password`, () => {
        for (const name of ['HTTPS_PROXY', 'http_proxy']) {
          const [problem = '', ...others] = problemsOf({ ...registered, [name]: wrong });
          assert.deepEqual(others, []);
          assert.match(
            problem,
            /^HTTPS?_PROXY must be the address of an HTTP proxy, such as http:\/\/proxy\.contoso\.com:8080 /,
          );
          assert.doesNotMatch(problem, /100%|pa\/ss/);
        }
      });
    }

    it('is none in a sandbox without credentials, whatever its developer uses', () => {
      const { proxies } = loadConfig({
        DESK_MODE: 'sandbox',
        HTTPS_PROXY: 'http://a:1',
        HTTP_PROXY: 'socks5://a:1',
      });
      assert.equal(proxies, undefined);
    });
  });

  it('takes a variable that is set to nothing for one that is not set', () => {
    const { listen } = loadConfig({ DESK_MODE: 'sandbox', PORT: '', HOST: '' });
    assert.deepEqual(listen, { host: '127.0.0.1', port: 3978 });
  });

  it('is documented: .env.example names the variables that are read, and no others', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const documented = [...example.matchAll(/^#?\s?([A-Za-z_]+)=/gm)].map(([, name]) => name);
    assert.deepEqual(documented.toSorted(), Object.keys(variables.shape).toSorted());
  });
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
  return assert.fail('the configuration was accepted');
}

function namesIn(problems: readonly string[]): readonly string[] {
  return problems.map((problem) => problem.split(' ')[0] ?? '').toSorted();
}
