import { z } from 'zod';
import type { PostOutcome } from '../../application/ports/posts.ts';

const failureSchema = z.object({
  statusCode: z.int(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>(
        (value) => typeof value === 'object' && value !== null && 'get' in value,
      ),
    })
    .optional(),
});

/** Worth another try, beside 5xx. Source: "Optimize your bot with rate limiting in Teams", which names 412, 429, 502 and 504. */
const passing = new Set([408, 412, 425, 429]);

/** Taken away, blocked, or not a member any more: channels give 403 different reasons, or none, and 404 for deleted chats. */
const nobodyThere = new Set([403, 404]);

/** What an error of the SDK's client means for a post. @param now milliseconds since 1970, for a `Retry-After` that is a date */
export function outcomeOf(error: unknown, now: number): Exclude<PostOutcome, { readonly kind: 'taken' }> {
  const failure = failureSchema.safeParse(error);
  // No answer: the connection broke, the deadline passed, or no token could be had.
  if (!failure.success) return { kind: 'later' };
  const { statusCode, response } = failure.data;
  if (nobodyThere.has(statusCode)) return { kind: 'gone' };
  if (statusCode < 500 && !passing.has(statusCode)) return { kind: 'refused' };
  const wait = millisecondsAsked(response?.headers.get('retry-after'), now);
  return wait === undefined ? { kind: 'later' } : { kind: 'later', wait };
}

/** Of a `Retry-After` header: seconds, or a date (RFC 9110, section 10.2.3). */
function millisecondsAsked(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}
