import { parseArgs } from 'node:util';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import {
  solutionProviderFunctions,
  type SolutionProviderFunction,
} from '../../domain/solution-provider-function.ts';
import { roleIdNamed } from './role-named.ts';

export const usage = `Usage: npm run invite -- --function NAME [options]
       npm run invite -- --withdraw ID

Sends a signed sample invitation to a running desk, which shows it to the administrators of the tenant.

  --function NAME  what the partner is invited as: reseller, delegatedAdministrator, resellerAndDelegatedAdministrator,
                   partner, mpsaPartner, oemPcPartner or lineOfBusinessPartner; all sends one of each
  --partner NAME   who invites (default: one of the sample directory). A name that is not in it is an unknown partner.
  --role ROLE      a role that delegated administration grants, by name ("Global Administrator", globalAdministrator) or
                   template id; repeat it for each role (default: six roles, some of them privileged)
  --classic        classic delegated administration (DAP), which grants no single roles
  --message TEXT   what the partner writes
  --tenant ID      who is invited (default: the tenant of the Playground that npm start opens)
  --withdraw ID    withdraws an invitation that this command sent
  --url URL        the desk's address (default: http://127.0.0.1:3978, or the port in PORT)
  --secret-stdin   reads what invitations are signed with from standard input (default: INVITATION_SECRET, the first of
                   two, or the secret that a sandbox on this machine generated)
  --help           show this

Environment: INVITATION_SECRET, PORT and DATA_DIR, the desk's data folder (default ./data).
Exit codes: 0 the desk accepted everything; 1 it did not; 2 usage error.
`;

/** The tenant of everyone in the Playground that `npm start` opens; see playground.yml. */
export const playgroundTenant = '6b1f3c0e-2f4d-4c59-9d0a-8a1c5e7f2b34';

/** The desk's address, `undefined` for the default; and whether the signing secret is on standard input. */
interface Destination {
  readonly url: string | undefined;
  readonly secretFromInput: boolean;
}

/** The content of the sample invitations. */
export interface Wishes {
  readonly functions: readonly SolutionProviderFunction[];
  readonly tenant: string;
  readonly partner: string | undefined;
  /** Role template ids; empty for classic delegated administration, `undefined` for the default ones. */
  readonly roles: readonly string[] | undefined;
  readonly message: string | undefined;
}

/** The parsed command line. */
export type Command =
  | ({ readonly kind: 'send'; readonly wishes: Wishes } & Destination)
  | ({ readonly kind: 'withdraw'; readonly id: string } & Destination)
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly reason: string };

const options = {
  function: { type: 'string' },
  partner: { type: 'string' },
  role: { type: 'string', multiple: true },
  classic: { type: 'boolean', default: false },
  message: { type: 'string' },
  tenant: { type: 'string' },
  withdraw: { type: 'string' },
  url: { type: 'string' },
  'secret-stdin': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export function parseArguments(args: readonly string[]): Command {
  // Before anything else, so that no message repeats it.
  if (args.some((arg) => /^--?secret(?!-stdin$)/.test(arg))) {
    return mistake(
      'Everyone on this machine can see what a command is started with, so there is no option for a secret: set INVITATION_SECRET, in the environment or in .env, or pass it to --secret-stdin. Rotate a secret that you have given as an option.',
    );
  }
  let values;
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    if (error instanceof TypeError)
      return mistake(args.includes('--secret-stdin') ? withoutValue(error) : error.message);
    throw error;
  }
  const { url, 'secret-stdin': secretFromInput, withdraw, partner, message, classic, role: named } = values;
  if (values.help) return { kind: 'help' };
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) {
    return mistake(`--url must be an address such as http://127.0.0.1:3978, not ${url}`);
  }
  if (withdraw !== undefined) {
    const others = [values.function, partner, message, values.tenant, named].some(
      (value) => value !== undefined,
    );
    if (others || classic)
      return mistake('--withdraw takes the invitation as it was sent: leave the rest out.');
    return { kind: 'withdraw', id: withdraw, url, secretFromInput };
  }

  const functions = solutionProviderFunctions.filter(
    (name) => values.function === 'all' || name === values.function,
  );
  if (values.function === undefined)
    return mistake('Say what the partner is invited as: --function reseller');
  if (functions.length === 0) return mistake(`There is no function ${values.function}.`);
  if ((classic || named !== undefined) && !functions.some(includesDelegatedAdmin)) {
    return mistake(
      `${values.function} comes without delegated administration: leave out --role and --classic.`,
    );
  }
  if (classic && named !== undefined)
    return mistake('Classic delegated administration grants no single roles: leave out --role.');
  const roles = named?.map((name) => ({ name, id: roleIdNamed(name) }));
  const unknown = roles?.find(({ id }) => id === undefined);
  if (unknown !== undefined) return mistake(`There is no role ${unknown.name} in Microsoft Entra.`);
  const wishes = {
    functions,
    tenant: values.tenant ?? playgroundTenant,
    partner,
    roles: classic ? [] : roles?.flatMap(({ id }) => id ?? []),
    message,
  };
  return { kind: 'send', wishes, url, secretFromInput };
}

/** Node repeats an argument that no option takes; after --secret-stdin it may be a secret. */
function withoutValue(error: TypeError & { readonly code?: unknown }): string {
  return error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
    ? 'There is an argument that belongs to no option.'
    : error.message;
}

function mistake(reason: string): Command {
  return { kind: 'mistake', reason };
}
