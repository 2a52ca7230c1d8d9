import { z } from 'zod';

/** What came with a message: its HTML, a card, a message that was forwarded or quoted, a file. Untrusted. */
export interface Attachment {
  /** The media type in lower case, without parameters. */
  readonly type: string;
  readonly content: unknown;
  readonly address: string | undefined;
  readonly name: string | undefined;
}

/** More are not read. Teams sends ten files with a message at most. */
const maxAttachments = 20;

const attachmentSchema = z.looseObject({
  contentType: z.string().max(200),
  content: z.unknown().optional(),
  contentUrl: z.string().nullish().catch(undefined),
  name: z.string().nullish().catch(undefined),
});

/**
 * The attachments of an activity, or of a message in its payload.
 * @param list of any shape; what is no attachment is left out
 */
export function attachmentsOf(list: unknown): readonly Attachment[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, maxAttachments).flatMap((item: unknown): readonly Attachment[] => {
    const { success, data } = attachmentSchema.safeParse(item);
    if (!success) return [];
    const [type = ''] = data.contentType.toLowerCase().split(';');
    const [address, name] = [data.contentUrl ?? undefined, data.name ?? undefined];
    return [{ type: type.trim(), content: data.content, address, name }];
  });
}

/** A record to look into, of any value. */
export type Fields = Readonly<Record<string, unknown>>;

/** @returns the fields of an object; none of anything else */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** An object or array, or the one that a text holds as JSON, which is how messages carry cards. */
export function structureOf(content: unknown): object | undefined {
  if (typeof content === 'object') return content ?? undefined;
  if (typeof content !== 'string' || !/^\s*[[{]/.test(content)) return undefined;
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === 'object' ? (parsed ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
