import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Where a sandbox stores its generated secret, for `npm run invite` on the same machine. */
export function invitationSecretFile(dataDirectory: string): string {
  return join(dataDirectory, 'invitation-secret');
}

/** Stores the secret, readable only by the user that runs the desk. Replaces that of an earlier start. */
export async function keepInvitationSecret(dataDirectory: string, secret: string): Promise<void> {
  await writeFileAtomic(invitationSecretFile(dataDirectory), `${secret}\n`, { mode: 0o600 });
}

/** @returns undefined if no sandbox has stored one */
export function storedInvitationSecret(dataDirectory: string): string | undefined {
  try {
    return readFileSync(invitationSecretFile(dataDirectory), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
