import { z } from 'zod';
import { invitationSignature } from '../../domain/invitations/invitation-signature.ts';

/** The desk's response: a problem (RFC 9457), or the status of the invitation. */
const answerSchema = z.object({
  status: z.union([z.string(), z.number()]).optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ detail: z.string() })).optional(),
});

export interface DeskAnswer extends z.infer<typeof answerSchema> {
  /** HTTP status code. */
  readonly code: number;
}

/** Milliseconds. */
const timeout = 30_000;

/** Signs and submits an invitation. @throws TypeError or DOMException if no desk answers at the address */
export async function postInvitation(
  desk: { readonly url: string; readonly secret: string },
  invitation: object,
  now: Date,
): Promise<DeskAnswer> {
  const body = new TextEncoder().encode(JSON.stringify(invitation));
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const response = await fetch(new URL('/api/invitations', desk.url), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-desk-timestamp': timestamp,
      'x-desk-signature': invitationSignature(desk.secret, timestamp, body),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  });
  const answer = answerSchema.safeParse(parseJson(await response.text()));
  return { code: response.status, ...answer.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
