import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ConfigError, loadConfig } from '../src/config.ts';
import { variables } from '../src/config-schema.ts';

const registered = {
  MicrosoftAppId: 'app-1',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: 'tenant-1',
  INVITATION_SECRET: 'a secret of the mail flow that is long enough',
  ADMINS: 'person-1=globalAdministrator',
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
      });
      assert.deepEqual(namesIn(problems), ['HOST', 'MAIL', 'SERVICE_URLS']);
    });

    for (const host of ['127.0.0.1', '::1', 'localhost', '127.8.9.1']) {
      it(`may listen on ${host}`, () => {
        assert.equal(loadConfig({ DESK_MODE: 'sandbox', HOST: host }).listen.host, host);
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
      assert.deepEqual(loadConfig(registered).allowedTenants, ['tenant-1']);
      const two = loadConfig({ ...registered, ALLOWED_TENANTS: 'tenant-2, tenant-3' });
      assert.deepEqual(two.allowedTenants, ['tenant-2', 'tenant-3']);
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

    it('passes the standard settings of the Bot Framework through', () => {
      const { registration } = loadConfig({ ...registered, ChannelService: 'https://botframework.azure.us' });
      assert.equal(registration?.settings['ChannelService'], 'https://botframework.azure.us');
      assert.equal(registration.settings['MicrosoftAppType'], 'SingleTenant');
    });
  });

  describe('of who may decide', () => {
    it('is everyone in a sandbox, unless told', () => {
      assert.equal(loadConfig({ DESK_MODE: 'sandbox' }).admins, 'everyone');
      const told = loadConfig({ DESK_MODE: 'sandbox', ADMINS: 'person-1=billingAdministrator' });
      assert.deepEqual(told.admins, new Map([['person-1', new Set(['billingAdministrator'])]]));
    });

    it('is nobody in production, with a warning, unless told', () => {
      const { ADMINS: _none, ...without } = registered;
      const config = loadConfig(without);
      assert.deepEqual(config.admins, new Map());
      assert.deepEqual(namesIn(config.warnings), ['ADMINS']);
      assert.deepEqual(loadConfig(registered).warnings, []);
    });

    it('names several people and several roles, whatever the case and the spaces', () => {
      const { admins } = loadConfig({
        ...registered,
        ADMINS:
          'ABC-1=globalAdministrator+billingAdministrator, abc-2 = RelationshipAdministrator,abc-2=billingAdministrator',
      });
      assert.deepEqual(
        admins,
        new Map([
          ['abc-1', new Set(['globalAdministrator', 'billingAdministrator'])],
          ['abc-2', new Set(['relationshipAdministrator', 'billingAdministrator'])],
        ]),
      );
    });

    for (const wrong of [
      'person-1',
      'person-1=',
      '=globalAdministrator',
      'person-1=administrator',
      'a=b=c',
    ]) {
      it(`cannot be ${wrong}`, () => {
        assert.deepEqual(namesIn(problemsOf({ ...registered, ADMINS: wrong })), ['ADMINS']);
      });
    }
  });

  describe('of the secret that signs invitations', () => {
    it('is made up anew for each sandbox, unless told', () => {
      const [one, other] = [loadConfig({ DESK_MODE: 'sandbox' }), loadConfig({ DESK_MODE: 'sandbox' })];
      assert.equal(one.invitationSecret.isMadeUp, true);
      assert.notEqual(one.invitationSecret.value, other.invitationSecret.value);
      const { invitationSecret } = loadConfig(registered);
      assert.deepEqual(invitationSecret, { value: registered.INVITATION_SECRET, isMadeUp: false });
    });

    it('has to be given in production, and to be long', () => {
      const { INVITATION_SECRET: _none, ...without } = registered;
      assert.deepEqual(namesIn(problemsOf(without)), ['INVITATION_SECRET']);
      assert.deepEqual(namesIn(problemsOf({ ...registered, INVITATION_SECRET: 'short' })), [
        'INVITATION_SECRET',
      ]);
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

  it('asks for reviews every 90 days, unless told how many', () => {
    assert.equal(loadConfig({ DESK_MODE: 'sandbox' }).reviewEveryDays, 90);
    assert.equal(loadConfig({ DESK_MODE: 'sandbox', REVIEW_EVERY_DAYS: '30' }).reviewEveryDays, 30);
    for (const wrong of ['0', '1.5', 'often', '4000'])
      assert.deepEqual(namesIn(problemsOf({ DESK_MODE: 'sandbox', REVIEW_EVERY_DAYS: wrong })), [
        'REVIEW_EVERY_DAYS',
      ]);
  });

  it('takes a variable that is set to nothing for one that is not set', () => {
    assert.equal(loadConfig({ DESK_MODE: 'sandbox', PORT: '', HOST: '' }).listen.port, 3978);
  });

  it('is documented: .env.example names the variables that are read, and no others', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
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
