import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { SampleInvitation } from './sample-invitation.ts';

const folderIn = (dataDirectory: string) => join(dataDirectory, 'sent-invitations');

/** Stores an invitation before it is sent: to withdraw it, the same content must be submitted again. */
export async function rememberInvitation(dataDirectory: string, invitation: SampleInvitation): Promise<void> {
  await mkdir(folderIn(dataDirectory), { recursive: true, mode: 0o700 });
  const file = join(folderIn(dataDirectory), `${invitation.id}.json`);
  await writeFileAtomic(file, `${JSON.stringify(invitation)}\n`, { mode: 0o600 });
}

/** The body that was sent under an id, not validated. @returns undefined if none was sent from here */
export async function rememberedInvitation(dataDirectory: string, id: string): Promise<object | undefined> {
  if (!/^[\w-]+$/.test(id)) return undefined;
  try {
    return Object(JSON.parse(await readFile(join(folderIn(dataDirectory), `${id}.json`), 'utf8'))) as object;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
