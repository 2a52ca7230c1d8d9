import { z } from 'zod';
import type { ChainHead, ChainLink } from '../../../domain/history/audit-chain.ts';
import { text } from '../schemas/common-schemas.ts';
import { exactly } from '../schemas/exact-schema.ts';

/** One line of a segment file. */
export interface StoredEntry<Entry> {
  readonly schemaVersion: 1;
  readonly link: ChainLink;
  readonly value: Entry;
}

export const chainLink = exactly<ChainLink>({ number: z.int().positive(), previous: text, hash: text });

export const chainHead = exactly<ChainHead>({ count: z.int().nonnegative(), hash: text });

export function storedEntry<Entry>(value: z.ZodType<Entry>): z.ZodType<StoredEntry<Entry>> {
  return exactly<StoredEntry<Entry>>({ schemaVersion: z.literal(1), link: chainLink, value });
}
