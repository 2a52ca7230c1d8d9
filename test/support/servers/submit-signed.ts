import { invitationSignature } from '../../../src/domain/invitations/invitation-signature.ts';
import { processSecret } from '../desk/built-desk.ts';

/** Submits an invitation to the desk at `url`, signed as a mail flow does. @returns the HTTP status */
export async function submitSigned(url: string, body: object, secret = processSecret): Promise<number> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const response = await fetch(`${url}/api/invitations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-desk-timestamp': timestamp,
      'x-desk-signature': invitationSignature(secret, timestamp, bytes),
    },
    body: bytes,
  });
  await response.text();
  return response.status;
}
