import { invitationSecretFile, storedInvitationSecret } from '../adapters/system/invitation-secret-file.ts';
import { invitationSecretsIn } from '../domain/invitations/invitation-secrets.ts';
import { dataFolder, readSettings, variable } from './command/environment.ts';
import { runCommand } from './command/run-command.ts';
import { parseArguments, usage } from './invite/arguments.ts';
import { readSecret } from './invite/read-secret.ts';
import { sendInvitations, withdrawInvitation } from './invite/send-invitations.ts';

readSettings();
/** `npm run invite`: exit code 0 if the desk accepted everything, 1 if not, 2 for a usage error. */
process.exitCode = await runCommand(usage, parseArguments(process.argv.slice(2)), async (command) => {
  const dataDirectory = dataFolder();
  if (command.secretFromInput && process.stdin.isTTY) {
    process.stderr.write('--secret-stdin reads the secret from a file or another program, such as < FILE.\n');
    return 2;
  }
  const setting = command.secretFromInput
    ? await readSecret(process.stdin)
    : (variable('INVITATION_SECRET') ?? storedInvitationSecret(dataDirectory));
  const [secret] = setting === undefined ? [] : invitationSecretsIn(setting);
  if (secret === undefined) {
    process.stderr.write(
      `There is no secret to sign with. Start the sandbox with npm start, which stores one in ${invitationSecretFile(dataDirectory)}, or set INVITATION_SECRET.\n`,
    );
    return 1;
  }
  const port = variable('PORT') ?? '3978';
  if (command.url === undefined && !/^\d+$/.test(port)) {
    process.stderr.write('PORT is not a port number here. Say with --url where the desk answers.\n');
    return 1;
  }
  const url = command.url ?? `http://127.0.0.1:${port}`;
  const sending = { url, secret, dataDirectory, output: process.stdout, errors: process.stderr };
  return command.kind === 'withdraw'
    ? withdrawInvitation(sending, command.id)
    : sendInvitations(sending, command.wishes);
});
