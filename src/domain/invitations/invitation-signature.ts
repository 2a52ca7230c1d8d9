import { createHmac } from 'node:crypto';

/**
 * What stands in `x-desk-signature` beside a posted invitation: `v1=` and the hex HMAC-SHA256 of `v1:{timestamp}:{body}`.
 * @param timestamp as it stands in `x-desk-timestamp`: Unix seconds
 * @param body the very bytes that are posted
 */
export function invitationSignature(secret: string, timestamp: string, body: Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:`).update(body).digest('hex')}`;
}
