import { z } from 'zod';
import type { Attachment } from './attachment.ts';

/** A file that somebody sent in their own chat with the desk. Untrusted. */
export interface SharedFile {
  readonly name: string;
  /** Where it can be downloaded for some minutes, without signing in. */
  readonly address: string;
}

const downloadType = 'application/vnd.microsoft.teams.file.download.info';
const downloadSchema = z.looseObject({ downloadUrl: z.string().max(8192) });

/**
 * The files of a message, as Teams sends them to a bot with `supportsFiles`. Source: Teams' documentation, “Send and
 * receive files through a bot”.
 */
export function filesOf(attachments: readonly Attachment[]): readonly SharedFile[] {
  return attachments.flatMap(({ type, content, name = '' }) => {
    const { success, data } = downloadSchema.safeParse(content);
    return type === downloadType && success ? [{ name, address: data.downloadUrl }] : [];
  });
}
