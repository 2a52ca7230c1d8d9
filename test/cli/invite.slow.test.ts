import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  invitationSecretFile,
  keepInvitationSecret,
} from '../../src/adapters/system/invitation-secret-file.ts';
import { systemClock } from '../../src/adapters/system/system-clock.ts';
import { playgroundTenant } from '../../src/cli/invite/arguments.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import { roleTemplate } from '../../src/domain/partners/role-template.ts';
import { solutionProviderFunctions } from '../../src/domain/solution-provider-function.ts';
import { openIntake } from '../support/desk/open-intake.ts';
import { exampleSecret } from '../support/examples/example-intake.ts';
import { globalAdministrator } from '../support/examples/invitation-examples.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { memoryStore } from '../support/ports/memory-store.ts';

describe('npm run invite', () => {
  const folder = temporaryFolder();
  let intake: Awaited<ReturnType<typeof openIntake>>;
  let store = memoryStore();

  beforeEach(async () => {
    store = memoryStore();
    intake = await openIntake({ store, clock: systemClock });
  });
  afterEach(() => intake.close());

  /**
   * Runs the command against the desk, signing with the sandbox's stored secret unless the environment sets another.
   */
  async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    await keepInvitationSecret(folder(), exampleSecret);
    const command = spawn(process.execPath, ['--import', 'tsx', 'src/cli/invite.ts', ...args], {
      env: {
        ...process.env,
        INVITATION_SECRET: '',
        DATA_DIR: folder(),
        PORT: String(intake.port),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [output, errors] = await Promise.all([
      text(command.stdout),
      text(command.stderr),
      once(command, 'close'),
    ]);
    return { exitCode: command.exitCode, output, errors };
  }

  async function stored() {
    const { items } = await store.list(tenantId(playgroundTenant), 'invitation', { limit: 100 });
    return items.map(({ value }) => value);
  }

  it('sends an invitation to the sandbox with nothing set up, says so, and takes it back', async () => {
    const sent = await run(['--function', 'reseller']);
    const id = /--withdraw (\S+)/.exec(sent.output)?.[1] ?? '';
    assert.deepEqual(sent, {
      exitCode: 0,
      output: [
        `${id}: Phare Bleu Nuit (phare-bleu-nuit.example) invites the tenant ${playgroundTenant} as Reseller.`,
        '  The desk answered 202: it is new, and pending.',
        `  To take it back: npm run invite -- --withdraw ${id}`,
        '',
      ].join('\n'),
      errors: '',
    });
    assert.deepEqual(
      (await stored()).map(({ status }) => status.kind),
      ['pending'],
    );

    assert.deepEqual(await run(['--withdraw', id]), {
      exitCode: 0,
      output: `${id} is taken back.\n  The desk answered 200: it is withdrawn.\n`,
      errors: '',
    });
    assert.deepEqual(
      (await stored()).map(({ status }) => status.kind),
      ['withdrawn'],
    );
  });

  it('sends all seven functions, with roles of every level', async () => {
    assert.equal((await run(['--function', 'all'])).exitCode, 0);
    const invitations = await stored();
    assert.deepEqual(
      new Set(invitations.map((invitation) => invitation.function)),
      new Set(solutionProviderFunctions),
    );
    const granular = invitations.flatMap(({ delegatedAdmin }) =>
      delegatedAdmin.kind === 'granular' && delegatedAdmin.roles !== 'notKnown'
        ? [delegatedAdmin.roles.value]
        : [],
    );
    assert.equal(granular.length, 2);
    for (const roles of granular) {
      const levels = roles.map((role) => roleTemplate(role)?.level);
      assert.deepEqual(new Set(levels), new Set(['privileged', 'highImpact', 'ordinary']));
    }
  });

  it('sends Global Administrator, which does not extend itself, from a partner that nobody knows', async () => {
    const message = 'Nous nous réjouissons !';
    const args = [
      '--function',
      'delegatedAdministrator',
      '--role',
      'Global Administrator',
      '--partner',
      'Évil & Sons',
    ];
    const { output } = await run([...args, '--message', message]);
    assert.match(output, /Évil & Sons \(evil-sons\.example\).*delegated administration: 1 role\./);
    const [invitation] = await stored();
    assert.equal(invitation?.message, message);
    assert.deepEqual(invitation.delegatedAdmin, {
      kind: 'granular',
      roles: { value: [globalAdministrator], claimed: false },
      durationDays: { value: 90, claimed: false },
      autoExtends: { value: false, claimed: false },
    });
  });

  it('sends classic delegated administration', async () => {
    const { output } = await run(['--function', 'resellerAndDelegatedAdministrator', '--classic']);
    assert.match(output, /delegated administration: classic \(DAP\)\./);
    assert.deepEqual((await stored())[0]?.delegatedAdmin, { kind: 'classic' });
  });

  it('says why the desk did not take it', async () => {
    const refused = await run(['--function', 'all'], { INVITATION_SECRET: 'not the secret of this desk' });
    assert.equal(refused.exitCode, 1);
    assert.match(
      refused.errors,
      /^ {2}The desk answered 401: .*\n {2}Check that the secret is that of this desk/,
    );
    const malformed = await run(['--function', 'reseller', '--tenant', 'a b']);
    assert.match(
      malformed.errors,
      /^ {2}The desk answered 400: .*\n {2}tenantId must be the id of the invited tenant/,
    );
    assert.deepEqual(await stored(), []);
  });

  it('says where it looked for what is not there', async () => {
    const nowhere = await run(['--function', 'all', '--url', 'http://127.0.0.1:9']);
    assert.deepEqual(
      { exitCode: nowhere.exitCode, errors: nowhere.errors },
      {
        exitCode: 1,
        errors:
          '  No desk answers at http://127.0.0.1:9. Start one with npm start, or give its address with --url.\n',
      },
    );
    const unknown = await run(['--withdraw', '../sample-1']);
    assert.equal(unknown.errors, `No invitation ../sample-1 was sent from here (DATA_DIR is ${folder()}).\n`);
    const nothing = await run(['--function', 'all'], { DATA_DIR: `${folder()}/empty` });
    assert.equal(nothing.exitCode, 1);
    assert.match(nothing.errors, /^There is no secret to sign with\. Start the sandbox with npm start/);
  });

  it('explains itself', async () => {
    assert.match((await run(['--help'])).output, /^Usage: npm run invite -- --function NAME/);
    const mistake = await run([]);
    assert.equal(mistake.exitCode, 2);
    assert.match(mistake.errors, /^Say what the partner is invited as: --function reseller\n\nUsage: /);
  });

  it('signs with a secret that only its owner may read', async () => {
    await keepInvitationSecret(folder(), 'another');
    assert.equal((await stat(invitationSecretFile(folder()))).mode & 0o777, 0o600);
  });
});
