import type { z } from 'zod';
import { GraphFailure } from './graph-failure.ts';
import { wireNextPage, type WireRequest } from './graph-reads.ts';

/** What was read, if it has the documented shape. @throws GraphFailure: never is it taken for nothing */
export function read<Value>(body: unknown, schema: z.ZodType<Value>): Value {
  const result = schema.safeParse(body);
  if (!result.success) throw new GraphFailure('unavailable', 'unexpected_shape');
  return result.data;
}

/** The next page of a list. @throws GraphFailure if its link leads elsewhere */
export function nextPage(of: WireRequest, link: string, root: string): WireRequest {
  const next = wireNextPage(of, link, root);
  if (next === undefined) throw new GraphFailure('unavailable', 'foreign_next_link');
  return next;
}
