import { createHash, timingSafeEqual } from 'node:crypto';
import { millisecondsOf, type Instant } from '../../domain/instant.ts';
import { invitationSignature } from '../../domain/invitations/invitation-signature.ts';

/** How far the poster's clock may be from this one, either way; milliseconds. */
const tolerance = 5 * 60 * 1000;

/** What a poster signed, and with what; headers are empty where they were not sent. */
interface Signed {
  readonly timestamp: string;
  readonly signature: string;
  readonly body: Uint8Array;
}

/**
 * What is wrong with a signature. For the log alone: whoever posts must not learn which it is, so that nobody can try
 * signatures out.
 */
export function signatureFault(
  secret: string,
  { timestamp, signature, body }: Signed,
  now: Instant,
): 'timestamp' | 'signature' | undefined {
  const isRight = isSame(signature.toLowerCase(), invitationSignature(secret, timestamp, body));
  const isRecent =
    /^\d{1,12}$/.test(timestamp) && Math.abs(millisecondsOf(now) - Number(timestamp) * 1000) <= tolerance;
  if (!isRecent) return 'timestamp';
  return isRight ? undefined : 'signature';
}

/** Takes the same time wherever the two differ, and whatever their lengths. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
