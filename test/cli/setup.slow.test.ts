import assert from 'node:assert/strict';
import { join } from 'node:path';
import { privilegedRoleIds } from '../../src/domain/partners/role-template-ids.ts';
import { exampleSecret } from '../support/examples/example-intake.ts';
import { homeTenant, otherTenant } from '../support/examples/example-ids.ts';
import { runCommand } from '../support/processes/run-command.ts';
import { openMicrosoft365, type Microsoft365 } from '../support/servers/microsoft365.ts';
import { openProduction, type Production } from '../support/servers/production.ts';

const needed = [
  'Policy.Read.All',
  'RoleManagement.Read.Directory',
  'GroupMember.Read.All',
  'CrossTenantInformation.ReadBasic.All',
  'Organization.Read.All',
  'AuditLog.Read.All',
];

describe('npm run setup', () => {
  let production: Production;
  let microsoft365: Microsoft365;

  beforeEach(async () => {
    production = await openProduction();
    microsoft365 = await openMicrosoft365(production);
  });
  afterEach(async () => {
    await microsoft365.close();
    await production.close();
  });

  const setUp = (changes: Readonly<Record<string, string>> = {}) =>
    runCommand('setup', [], join(production.folder, 'data'), {
      DESK_MODE: 'production',
      INVITATION_SECRET: exampleSecret,
      ...production.identity.environment,
      ...microsoft365.environment,
      ...changes,
    });
  /** How the report says that a part stands, with its remark. */
  const stands = (report: string, name: string) =>
    report
      .split('\n')
      .filter((line) => line.split(/\s+/)[1] === name)
      .map((line) => line.replace(/\s+/g, ' '));

  it('says that all is there where it is, and reads each tenant with its own consent address', async () => {
    const { exitCode, output, errors } = await setUp({ ALLOWED_TENANTS: `${homeTenant},${otherTenant}` });
    assert.equal(exitCode, 0, output + errors);
    for (const permission of needed) {
      const lines = stands(output, permission);
      assert.equal(lines.length, 2, permission);
      for (const line of lines) assert.match(line, /^ok .* granted, a read worked: \w/);
    }
    for (const line of stands(output, 'Directory.Read.All')) assert.match(line, /^missing .*optional/);
    for (const tenant of [homeTenant, otherTenant]) {
      const [, address = ''] = new RegExp(`(\\S+/${tenant}/v2.0/adminconsent\\S+)`).exec(output) ?? [];
      assert.equal(new URL(address).searchParams.get('scope'), `${microsoft365.origin}/.default`);
    }
    assert.match(output, /^ok\s+Clock /m);
    assert.deepEqual(microsoft365.unknownCalls, []);
  });

  for (const permission of needed) {
    it(`fails where ${permission} is missing, and names it`, async () => {
      microsoft365.tenant(homeTenant).granted.delete(permission);
      const { exitCode, output } = await setUp();
      assert.equal(exitCode, 1, output);
      assert.match(stands(output, permission).join(), /^problem .* not granted: \w/);
      const others = needed.filter((other) => other !== permission);
      for (const other of others) assert.match(stands(output, other).join(), /^ok /, other);
    });
  }

  it('fails where a read is refused whatever the token says, and names its permission', async () => {
    const refused = { kind: 'status', status: 403, code: 'Authorization_RequestDenied' } as const;
    microsoft365.tenant(homeTenant).faults.add(/directory\/subscriptions/, refused);
    const { exitCode, output } = await setUp();
    assert.equal(exitCode, 1, output);
    assert.match(stands(output, 'Organization.Read.All').join(), /^problem .*refused the read/);
  });

  it('says what is not licensed, which is no failure', async () => {
    microsoft365.tenant(homeTenant).licences.p1 = false;
    const { exitCode } = await setUp();
    assert.equal(exitCode, 0);
  });

  it('fails where the tenant has not consented, and says where to', async () => {
    microsoft365.tenant(homeTenant).hasConsented = false;
    const { exitCode, output } = await setUp();
    assert.equal(exitCode, 1, output);
    assert.match(output, /^problem\s+Token\s+not issued \(AADSTS\d+\)/m);
    assert.match(output, /adminconsent\?client_id=/);
  });

  describe('with a mailbox', () => {
    const address = 'partners@contoso.example';
    const withMailbox = () => setUp({ INVITATION_MAILBOX: address });
    const others = (report: string) => report.split('\n').filter((line) => line.includes('Other mailboxes'));

    it('fails while Exchange does not let it be read, and says where that is described', async () => {
      microsoft365.tenant(homeTenant).mailboxes.open(address, { isInScope: false });
      const { exitCode, output } = await withMailbox();
      assert.equal(exitCode, 1, output);
      assert.match(stands(output, 'Mailbox').join(), /^problem .*cannot be read yet: .*docs\/mailbox\.md/);
      assert.match(others(output).join(), /was not tried/);
    });

    it('says that it is not there', async () => {
      microsoft365.tenant(homeTenant).mailboxes.scope.add(address);
      const { exitCode, output } = await withMailbox();
      assert.equal(exitCode, 1, output);
      assert.match(stands(output, 'Mailbox').join(), /^problem .*is not there/);
    });

    it('reads it, and says how many other mailboxes refused to be read', async () => {
      const home = microsoft365.tenant(homeTenant);
      home.mailboxes.open(address);
      for (const id of ['adele', 'megan']) {
        home.assignRole({ principal: id, role: privilegedRoleIds.globalAdministrator });
        home.mailboxes.open(id, { isInScope: false });
      }
      const { exitCode, output } = await withMailbox();
      assert.equal(exitCode, 0, output);
      assert.match(stands(output, 'Mailbox').join(), /^ok .*is read for invitations/);
      assert.match(others(output).join(), /^ok .* 2 of 2 that were tried were refused/);
      assert.deepEqual(microsoft365.unknownCalls, []);
    });

    it('does not take it for a refusal that people have no mailbox', async () => {
      const home = microsoft365.tenant(homeTenant);
      home.mailboxes.open(address);
      home.assignRole({ principal: 'adele', role: privilegedRoleIds.globalAdministrator });
      home.faults.add(/users\/adele\//, { kind: 'status', status: 404, code: 'MailboxNotEnabledForRESTAPI' });
      const { output } = await withMailbox();
      assert.match(others(output).join(), /^missing .*is not known: 1 was tried/);
    });

    it('waits where Microsoft Graph does not answer at once', async () => {
      const home = microsoft365.tenant(homeTenant);
      home.mailboxes.open(address);
      home.faults.add(/mailFolders/, { kind: 'status', status: 503, code: 'serviceNotAvailable' }, 1);
      const { exitCode, output } = await withMailbox();
      assert.equal(exitCode, 0, output);
      assert.match(stands(output, 'Mailbox').join(), /^ok .*is read for invitations/);
    });

    it('warns of a consent that opens every mailbox, and of others that can be read', async () => {
      const home = microsoft365.tenant(homeTenant);
      home.mailboxes.open(address);
      for (const name of ['one', 'two']) home.mailboxes.open(`${name}@contoso.example`);
      home.granted.add('Mail.Read');
      home.granted.add('Directory.Read.All');
      const { exitCode, output } = await withMailbox();
      assert.equal(exitCode, 0, 'a warning');
      const [consent = '', tried = '', ...more] = others(output);
      assert.match(consent, /^problem .*Mail\.Read.* opens every mailbox/);
      assert.match(tried, /^problem .*2 of 2 other mailboxes that were tried can be read/);
      assert.deepEqual(more, []);
      assert.deepEqual(microsoft365.unknownCalls, []);
    });
  });

  it('fails where a setting is wrong, and names each', async () => {
    const { exitCode, output } = await setUp({ GRAPH_URL: 'http://graph.example', MAIL: 'nowhere' });
    assert.equal(exitCode, 1);
    assert.match(output, /^problem\s+Settings\s+GRAPH_URL must be/m);
    assert.match(output, /^problem\s+Settings\s+MAIL must be/m);
  });

  it('says which directory is searched', async () => {
    const sample = await setUp();
    assert.match(sample.output, /^missing\s+Directory\s+the sample, of fictitious providers/m);
    const lost = await setUp({ PROVIDERS_FILE: join(production.folder, 'lost.csv') });
    assert.match(lost.output, /^problem\s+Directory\s+\S+lost\.csv cannot be read/m);
  });

  it('says which mail server does not answer', async () => {
    const { output } = await setUp({ MAIL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Desk <desk@contoso.example>' });
    assert.match(output, /^problem\s+Mail\s+127\.0\.0\.1:1 does not take mail: SMTP ECONN/m);
  });

  it('prints no secret, and nothing that a token holds', async () => {
    const { output, errors } = await setUp();
    const { MicrosoftAppPassword: secret } = production.identity.environment;
    for (const hidden of [secret, exampleSecret, 'eyJ']) assert.ok(!`${output}${errors}`.includes(hidden));
  });
});
