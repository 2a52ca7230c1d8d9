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

/** Retried, as is 5xx. Source: "Optimize your bot with rate limiting in Teams", which names 412, 429, 502 and 504. */
const retryable = new Set([408, 412, 425, 429]);

/**
 * The bot was removed, blocked or is no longer a member: channels send 403 with various reasons or none, and 404 for
 * deleted chats.
 */
const unreachable = new Set([403, 404]);

/**
 * The outcome of a post that failed with an error of the SDK's client.
 * @param now milliseconds since 1970, for a `Retry-After` that is a date
 */
export function outcomeOf(error: unknown, now: number): Exclude<PostOutcome, { readonly kind: 'taken' }> {
  const failure = failureSchema.safeParse(error);
  // No response: the connection failed, the call timed out, or no token was available.
  if (!failure.success) return { kind: 'later' };
  const { statusCode, response } = failure.data;
  if (unreachable.has(statusCode)) return { kind: 'gone' };
  if (statusCode < 500 && !retryable.has(statusCode)) return { kind: 'refused' };
  const wait = retryAfter(response?.headers.get('retry-after'), now);
  return wait === undefined ? { kind: 'later' } : { kind: 'later', wait };
}

/** The delay of a `Retry-After` header in milliseconds; its value is seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}
