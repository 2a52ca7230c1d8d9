import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArguments, playgroundTenant } from '../../../src/cli/invite/arguments.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { globalAdministrator, userAdministrator } from '../../support/examples/invitation-examples.ts';

describe('The command line of npm run invite', () => {
  const plain = {
    kind: 'send',
    wishes: {
      functions: ['reseller'],
      tenant: playgroundTenant,
      partner: undefined,
      roles: undefined,
      message: undefined,
    },
    url: undefined,
    secretFromInput: false,
  };

  it('takes no secret, which others on the machine could see, and does not repeat it', () => {
    for (const args of [
      ['--secret', 'hidden'],
      ['--secret=hidden'],
      ['--secrets', 'hidden'],
      ['-secret', 'hidden'],
      ['--secret'],
      ['--secret-stdin=hidden'],
    ]) {
      const parsed = parseArguments(['--function', 'reseller', ...args]);
      assert.ok(parsed.kind === 'mistake', args.join(' '));
      assert.match(
        parsed.reason,
        /set INVITATION_SECRET, in the environment or in \.env, or pass it to --secret-stdin/,
      );
      assert.doesNotMatch(parsed.reason, /hidden/);
    }
    const stray = parseArguments(['--function', 'reseller', '--secret-stdin', 'hidden']);
    assert.ok(stray.kind === 'mistake');
    assert.doesNotMatch(stray.reason, /hidden/);
  });

  it('sends one function, or each of the seven', () => {
    assert.deepEqual(parseArguments(['--function', 'reseller']), plain);
    assert.deepEqual(parseArguments(['--function', 'all']), {
      ...plain,
      wishes: { ...plain.wishes, functions: solutionProviderFunctions },
    });
  });

  it('invites the tenant of the sandbox’s chat unless told otherwise', async () => {
    const playground = await readFile(
      resolve(import.meta.dirname, '../../../src/cli/start/playground.yml'),
      'utf8',
    );
    assert.match(playground, new RegExp(`^tenantId: ${playgroundTenant}$`, 'm'));
  });

  it('takes everything that an invitation may say, and where it goes', () => {
    const command = parseArguments([
      ...[
        '--function=delegatedAdministrator',
        '--tenant',
        't',
        '--partner',
        'Fabrikam',
        '--message',
        'Hello',
      ],
      ...[
        '--role',
        'Global Administrator',
        '--role',
        'userAdministrator',
        '--role',
        globalAdministrator.toUpperCase(),
      ],
      ...['--url', 'https://desk.example', '--secret-stdin'],
    ]);
    assert.deepEqual(command, {
      kind: 'send',
      wishes: {
        functions: ['delegatedAdministrator'],
        tenant: 't',
        partner: 'Fabrikam',
        roles: [globalAdministrator, userAdministrator, globalAdministrator],
        message: 'Hello',
      },
      url: 'https://desk.example',
      secretFromInput: true,
    });
  });

  it('grants no roles with classic delegated administration', () => {
    const command = parseArguments(['--function', 'all', '--classic']);
    assert.deepEqual(command.kind === 'send' && command.wishes.roles, []);
  });

  it('takes an invitation back by its id alone', () => {
    assert.deepEqual(parseArguments(['--withdraw', 'sample-1', '--secret-stdin']), {
      kind: 'withdraw',
      id: 'sample-1',
      url: undefined,
      secretFromInput: true,
    });
  });

  it('shows help when asked, whatever else is said', () => {
    assert.deepEqual(parseArguments(['-h', '--function', 'all']), { kind: 'help' });
  });

  const mistakes: readonly (readonly [string, readonly string[]])[] = [
    ['Say what the partner is invited as', []],
    ['There is no function advisor.', ['--function', 'advisor']],
    ['There is no role Emperor', ['--function', 'all', '--role', 'Emperor']],
    ['reseller comes without delegated administration', ['--function', 'reseller', '--classic']],
    [
      'Classic delegated administration grants no single roles',
      ['--function', 'all', '--classic', '--role', 'Global Reader'],
    ],
    ['--withdraw takes the invitation as it was sent', ['--withdraw', 'a', '--message', 'b']],
    ['--url must be an address', ['--function', 'all', '--url', 'localhost:3978']],
    ["Unknown option '--to'", ['--to', 'me']],
    ["Unexpected argument 'reseller'", ['reseller']],
  ];
  for (const [reason, args] of mistakes) {
    it(`says of “${args.join(' ')}”: ${reason}`, () => {
      const command = parseArguments(args);
      assert.equal(command.kind, 'mistake');
      assert.ok(command.reason.startsWith(reason), command.reason);
    });
  }
});
