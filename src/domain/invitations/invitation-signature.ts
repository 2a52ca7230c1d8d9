import { createHmac } from 'node:crypto';

/**
 * The `x-desk-signature` header of a submitted invitation: `v1=` and the hex HMAC-SHA256 of `v1:{timestamp}:{body}`.
 * @param timestamp the `x-desk-timestamp` header: Unix seconds
 * @param body the raw bytes of the request
 */
export function invitationSignature(secret: string, timestamp: string, body: Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:`).update(body).digest('hex')}`;
}
