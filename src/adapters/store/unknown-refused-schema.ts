import { z } from 'zod';
import type { UnknownRefused } from '../../domain/refusal-event.ts';
import { text } from './schemas/common-schemas.ts';
import { exactly } from './schemas/exact-schema.ts';

/** What the entry about an id that the tenant does not have looks like in a file. */
export const unknownRefusedSchema = exactly<UnknownRefused>({
  kind: z.literal('unknownRefused'),
  about: z.enum(['invitation', 'partner']),
  id: text,
  wanted: z.enum(['authorize', 'cancel', 'removeDelegatedAdmin', 'changeSettings']),
  why: z.literal('unknown'),
});
