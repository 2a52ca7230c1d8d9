import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { storedInvitationSecret } from '../adapters/system/invitation-secret-file.ts';
import { whenToldToStop } from '../adapters/system/when-told-to-stop.ts';
import { ConfigError, loadConfig } from '../config/load-config.ts';
import { openSandbox, type OpenSandbox } from './start/open-sandbox.ts';
import { playground } from './start/playground.ts';
import { sandboxEnvironment } from './start/sandbox-environment.ts';
import { StartError } from './start/start-error.ts';

const usage = `npm start [-- --open]

Builds the desk and opens it in the sandbox, with a chat client for the browser. PORT chooses the desk's port.

  --open  open the chat in the browser`;

const project = resolve(import.meta.dirname, '../..');

async function start(openBrowser: boolean): Promise<void> {
  const environment = sandboxEnvironment(process.env);
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
      console.log(welcome(addresses, dataDirectory, secret));
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

function welcome(
  { deskUrl, playgroundUrl }: OpenSandbox,
  dataDirectory: string,
  invitationSecret = '',
): string {
  return `
Partner Desk is open, in the sandbox: nothing leaves this machine.

  Chat    ${playgroundUrl}   open this in a browser
  Desk    ${deskUrl}
  E-mails ${join(dataDirectory, 'outbox')}
  Secret  ${invitationSecret}   signs submitted invitations

In the chat, type: find a provider
En français, tapez : je cherche un fournisseur

In another terminal, to send an invitation: npm run invite -- --function reseller

Ctrl-C stops both.
`;
}

try {
  const options = {
    open: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) console.log(usage);
  else await start(values.open);
} catch (error) {
  const expected = error instanceof StartError || error instanceof ConfigError;
  const wrongOption = error instanceof TypeError && 'code' in error;
  if (!expected && !wrongOption) throw error;
  console.error(wrongOption ? `${error.message}\n\n${usage}` : error.message);
  process.exitCode = 1;
}
