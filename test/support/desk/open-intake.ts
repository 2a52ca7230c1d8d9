import { once } from 'node:events';
import { millisecondsOf, type Instant } from '../../../src/domain/instant.ts';
import { invitationSignature } from '../../../src/domain/invitations/invitation-signature.ts';
import { closeGracefully } from '../../../src/http/connections/close-gracefully.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import { exampleIntake, exampleSecret } from '../examples/example-intake.ts';
import { received } from '../examples/invitation-examples.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';

/** What a submitter receives; `body` is the parsed JSON. */
export interface IntakeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The desk's real server on a free port, with only the intake behind it. */
export async function openIntake(changes: Parameters<typeof exampleIntake>[0] = {}) {
  const { server, connections } = createHttpServer({
    handleActivity: () => Promise.resolve({ status: 404 }),
    intake: exampleIntake(changes),
    parts: {},
    meter: recordedMeter(),
    loopbackOnly: false,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}/api/invitations`;

  async function send(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>>,
  ): Promise<IntakeAnswer> {
    const response = await fetch(url, { method: 'POST', body, headers });
    const answer = (await response.json()) as IntakeAnswer['body'];
    return { status: response.status, headers: response.headers, body: answer };
  }

  return {
    port,
    url,
    send,
    /** Submits bytes or JSON, signed unless `headers` override that. */
    post: (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      const bytes = bytesOf(body);
      return send(bytes, { ...signedHeaders(bytes), ...headers });
    },
    close: () => closeGracefully(server, connections),
  };
}

export function bytesOf(body: unknown): Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array ? new Uint8Array(body) : new TextEncoder().encode(JSON.stringify(body));
}

/** The headers that sign `body` at `at`. */
export function signedHeaders(body: Uint8Array, at: Instant = received): Record<string, string> {
  const timestamp = String(Math.floor(millisecondsOf(at) / 1000));
  return {
    'content-type': 'application/json',
    'x-desk-timestamp': timestamp,
    'x-desk-signature': invitationSignature(exampleSecret, timestamp, body),
  };
}
