import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memberAsked, rosterMember } from './roster.ts';

/** A request of the desk to the channel: path, token and activity. */
export interface PostedActivity {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Readonly<Record<string, unknown>>;
}

/** A member; a status to fail with; or no answer at all. */
export type RosterAnswer = object | number | 'hang';

/** A channel's connector on loopback that accepts every post, and knows everyone. */
export async function openChannel() {
  const posted: PostedActivity[] = [];
  let elsewhere: string | undefined;
  const rosterAsked: string[] = [];
  let roster: (conversation: string, id: string) => RosterAnswer = (_conversation, id) => rosterMember(id);
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const asked = memberAsked(request.method, request.url);
      if (asked !== undefined) {
        rosterAsked.push(`${asked.conversation} ${asked.id}`);
        const member = roster(asked.conversation, asked.id);
        if (member === 'hang') return;
        response.statusCode = typeof member === 'number' ? member : 200;
        response.setHeader('content-type', 'application/json').end(JSON.stringify(member));
        return;
      }
      posted.push({
        method: request.method ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization,
        activity: JSON.parse(body) as PostedActivity['activity'],
      });
      if (elsewhere !== undefined) response.setHeader('location', elsewhere).statusCode = 307;
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ id: String(posted.length) }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    posted,
    /** Whom the desk asked about: conversation and member. */
    rosterAsked,
    /** What the roster answers from now on. */
    rosterAs: (how: typeof roster) => {
      roster = how;
    },
    /** Answers every later request with a redirect to this address. */
    redirectTo: (address: string) => {
      elsewhere = address;
    },
    serviceUrl: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
