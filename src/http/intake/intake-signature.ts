import { createHash, timingSafeEqual } from 'node:crypto';
import { millisecondsOf, type Instant } from '../../domain/instant.ts';
import { invitationSignature } from '../../domain/invitations/invitation-signature.ts';

/** Clock skew tolerated in either direction; milliseconds. */
const tolerance = 5 * 60 * 1000;

/** A signed request; missing headers are empty strings. */
interface Signed {
  readonly timestamp: string;
  readonly signature: string;
  readonly body: Uint8Array;
}

/**
 * What is wrong with a signature. For the log only: telling the sender would help guess signatures.
 * @returns undefined if it is valid
 */
export function signatureFault(
  secrets: readonly string[],
  { timestamp, signature, body }: Signed,
  now: Instant,
): 'timestamp' | 'signature' | undefined {
  // Every secret is tried, so that the time taken does not say which one matches.
  const matches = secrets.map((secret) =>
    isEqual(signature.toLowerCase(), invitationSignature(secret, timestamp, body)),
  );
  const isRecent =
    /^\d{1,12}$/.test(timestamp) && Math.abs(millisecondsOf(now) - Number(timestamp) * 1000) <= tolerance;
  if (!isRecent) return 'timestamp';
  return matches.includes(true) ? undefined : 'signature';
}

/** Compares in constant time, for any lengths. */
function isEqual(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
