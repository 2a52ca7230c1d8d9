import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { encodeFileName } from '../../../src/adapters/files/encode-file-name.ts';
import { filesUnder } from './files-under.ts';

interface Owner {
  readonly tenant: string;
  /** Ids that the desk made for the tenant; an e-mail's file name contains such an id. */
  readonly made: ReadonlySet<string>;
}

const stateKey = z
  .object({ key: z.string() })
  .transform(({ key }) => z.string().array().parse(JSON.parse(key)));

/** Every file under a desk's folder, as path and text, with the tenant that owns it; undefined if none does. */
export async function ownedFiles(folder: string, owners: readonly Owner[]) {
  const files = (await filesUnder(folder)).filter(({ isFolder }) => !isFolder);
  return Promise.all(
    files.map(async ({ path }) => {
      const text = await readFile(join(folder, path), 'utf8');
      // E-mails are quoted-printable, which breaks words at the end of a line. RFC 2045, section 6.7.
      return { owner: ownerOf(path, text, owners), text: `${path}\n${text.replace(/=\r\n/g, '')}` };
    }),
  );
}

function ownerOf(path: string, text: string, owners: readonly Owner[]): string | undefined {
  const [kind, name = ''] = path.split(sep);
  if (kind === 'bot-state') return stateKey.parse(JSON.parse(text))[0];
  const isOwner = ({ tenant, made }: Owner): boolean =>
    kind === 'tenants' ? name === encodeFileName(tenant) : [...made].some((id) => name.includes(id));
  return owners.find(isOwner)?.tenant;
}
