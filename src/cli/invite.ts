import { invitationSecretFile, keptInvitationSecret } from '../adapters/system/invitation-secret-file.ts';
import { parseArguments, usage } from './invite/arguments.ts';
import { sendInvitations, withdrawInvitation } from './invite/send-invitations.ts';

/** `npm run invite`: exit code 0 when the desk took everything, 1 when it did not, 2 when it was called wrongly. */
const command = parseArguments(process.argv.slice(2));
if (command.kind === 'help') {
  process.stdout.write(usage);
} else if (command.kind === 'mistake') {
  process.stderr.write(`${command.reason}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const dataDirectory = variable('DATA_DIR') ?? './data';
  const secret = command.secret ?? variable('INVITATION_SECRET') ?? keptInvitationSecret(dataDirectory);
  if (secret === undefined) {
    process.stderr.write(
      `There is no secret to sign with. Start the sandbox with npm start, which keeps one in ${invitationSecretFile(dataDirectory)}, or set INVITATION_SECRET.\n`,
    );
    process.exitCode = 1;
  } else {
    const url = command.url ?? `http://127.0.0.1:${variable('PORT') ?? '3978'}`;
    const sending = { url, secret, dataDirectory, output: process.stdout, errors: process.stderr };
    process.exitCode = await (command.kind === 'withdraw'
      ? withdrawInvitation(sending, command.id)
      : sendInvitations(sending, command.wishes));
  }
}

/** A variable that is set to nothing counts as not set. */
function variable(name: 'DATA_DIR' | 'INVITATION_SECRET' | 'PORT'): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
