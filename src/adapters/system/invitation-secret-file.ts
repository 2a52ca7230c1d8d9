import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Where a sandbox keeps the secret that it made up, for `npm run invite` on the same machine. */
export function invitationSecretFile(dataDirectory: string): string {
  return join(dataDirectory, 'invitation-secret');
}

/** Only the user that runs the desk may read it. A secret of an earlier start is replaced. */
export async function keepInvitationSecret(dataDirectory: string, secret: string): Promise<void> {
  await writeFileAtomic(invitationSecretFile(dataDirectory), `${secret}\n`, { mode: 0o600 });
}

/** @returns undefined where no sandbox has kept one */
export function keptInvitationSecret(dataDirectory: string): string | undefined {
  try {
    return readFileSync(invitationSecretFile(dataDirectory), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
