import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { storedInvitationSecret } from '../adapters/system/invitation-secret-file.ts';
import { whenToldToStop } from '../adapters/system/when-told-to-stop.ts';
import { ConfigError, loadConfig } from '../config/load-config.ts';
import { playgroundTenant } from './invite/arguments.ts';
import { nextFreePort } from './start/free-port.ts';
import { openSandbox, type OpenSandbox } from './start/open-sandbox.ts';
import { openSimulatedTenants, type SimulatedTenants } from './start/open-simulated-tenants.ts';
import { playground } from './start/playground.ts';
import { sandboxEnvironment } from './start/sandbox-environment.ts';
import { StartError } from './start/start-error.ts';

const usage = `npm start [-- --open] [-- --microsoft365]

Builds the desk and opens it in the sandbox, with a chat client for the browser. PORT chooses the desk's port.

  --open          open the chat in the browser
  --microsoft365  let decisions take effect in a simulated Microsoft 365 tenant, with a page that stands for its
                  admin center`;

const project = resolve(import.meta.dirname, '../..');

interface Chosen {
  readonly openBrowser: boolean;
  readonly simulated: SimulatedTenants | undefined;
}

async function start(given: NodeJS.ProcessEnv, { openBrowser, simulated }: Chosen): Promise<void> {
  const environment = { ...given, ...simulated?.environment };
  const { listen, dataDirectory, invitationSecrets } = loadConfig(environment);
  if ('path' in listen)
    throw new StartError('PORT must be a port number here: the chat in the browser needs one.');
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort();
  };
  whenToldToStop(abort, { parent: 'watched' });
  await openSandbox(
    {
      listen,
      // A desk that runs already uses what was built.
      prepare: build,
      desk: (port) => ({
        name: 'The desk',
        nodeArguments: [join(project, 'dist/index.js')],
        environment: { ...environment, PORT: String(port) },
        output: 'shown',
        whereToLook: 'Its output is above.',
      }),
      playgroundPort: 56150,
      playground: (port, deskUrl) =>
        playground({
          port,
          messagesUrl: `${deskUrl}/api/messages`,
          logFile: resolve(dataDirectory, 'playground.log'),
          openBrowser,
          environment,
        }),
    },
    (addresses) => {
      // The desk has generated its own secret; the one in this process's config is different.
      const secret = invitationSecrets.isMadeUp
        ? storedInvitationSecret(dataDirectory)
        : invitationSecrets.values[0];
      console.log(welcome(addresses, { dataDirectory, secret, simulated }));
    },
    stop.signal,
  );
}

function build(): void {
  console.log('Building Partner Desk…');
  const builder = [...process.execArgv, join(import.meta.dirname, 'build.ts')];
  const { status } = spawnSync(process.execPath, builder, { stdio: 'inherit' });
  if (status !== 0) throw new StartError('The build failed.');
}

interface Shown {
  readonly dataDirectory: string;
  readonly secret: string | undefined;
  readonly simulated: SimulatedTenants | undefined;
}

function welcome(
  { deskUrl, playgroundUrl }: OpenSandbox,
  { dataDirectory, secret = '', simulated }: Shown,
): string {
  return `
Partner Desk is open, in the sandbox: nothing leaves this machine.

  Chat    ${playgroundUrl}   open this in a browser
  Desk    ${deskUrl}
  E-mails ${join(dataDirectory, 'outbox')}
  Secret  ${secret}   signs submitted invitations
${simulated === undefined ? '' : simulationWelcome(simulated)}
In the chat, type: find a provider
En français, tapez : je cherche un fournisseur

In another terminal, to send an invitation: npm run invite -- --function reseller

Ctrl-C stops both.
`;
}

function simulationWelcome({ page }: SimulatedTenants): string {
  return `  Center  ${page}   a simulated Microsoft 365 admin center

To see what Microsoft 365 adds, in two minutes:
  1. Open the chat. In another terminal: npm run invite -- --function delegatedAdministrator
     On the card that comes, press Authorize, then “Authorize and grant”: it awaits Microsoft 365.
  2. On the same card, press “Open the admin center”, then Approve: within seconds, the card says that it is confirmed.
  3. On the simulated admin center’s page, press “Send this mail”: what a partner wrote to the mailbox comes into the chat.
  4. On the simulated admin center’s page, press “Give an unknown partner access”: the chat is alerted.
`;
}

/** Opens a simulated Microsoft 365 first, since the desk needs its address. */
async function startSimulated(openBrowser: boolean): Promise<void> {
  const environment = sandboxEnvironment(process.env);
  const folder = await mkdtemp(join(tmpdir(), 'partner-desk-simulation-'));
  const port = await nextFreePort('127.0.0.1', 56_250);
  const { dataDirectory } = loadConfig({
    ...environment,
    PARTNER_AUTHORITY: 'records',
    INVITATION_MAILBOX: undefined,
  });
  const simulated = await openSimulatedTenants({
    tenant: playgroundTenant,
    folder,
    tenantFile: join(dataDirectory, 'simulated-tenant.json'),
    port,
  });
  try {
    await start(environment, { openBrowser, simulated });
  } finally {
    await simulated.close();
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  const options = {
    microsoft365: { type: 'boolean', default: false },
    open: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) console.log(usage);
  else if (values.microsoft365) await startSimulated(values.open);
  else await start(sandboxEnvironment(process.env), { openBrowser: values.open, simulated: undefined });
} catch (error) {
  const expected = error instanceof StartError || error instanceof ConfigError;
  const wrongOption = error instanceof TypeError && 'code' in error;
  if (!expected && !wrongOption) throw error;
  console.error(wrongOption ? `${error.message}\n\n${usage}` : error.message);
  process.exitCode = 1;
}
