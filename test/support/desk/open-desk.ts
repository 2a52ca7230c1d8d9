import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Patience } from '../../../src/http/connections/bound-connections.ts';
import { closeGracefully } from '../../../src/http/connections/close-gracefully.ts';
import type { Parts } from '../../../src/http/health/health-routes.ts';
import type { Intake } from '../../../src/http/intake/invitations-route.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import { DeskAdapter } from '../../../src/teams/bot/desk-adapter.ts';
import { ChannelAuthentication } from '../../../src/teams/channel/channel-authentication.ts';
import { isAcceptedServiceUrl } from '../../../src/teams/channel/service-urls.ts';
import { exampleIntake } from '../examples/example-intake.ts';
import { noMetrics } from '../ports/no-metrics.ts';
import { openChannel } from '../servers/channel.ts';
import { conversation, type ConversationSetting } from './conversation.ts';

interface DeskSetting extends ConversationSetting {
  /** What `/ready` asks. */
  readonly parts?: Parts;
  readonly patience?: Partial<Patience>;
  /** The intake; one of its own that nobody reads, unless told. */
  readonly intake?: Intake;
}

/** The desk behind its real HTTP server on a free port, with a channel that takes what it posts. */
export async function openDesk({
  parts = {},
  patience = {},
  intake = exampleIntake(),
  ...setting
}: DeskSetting = {}) {
  const channel = await openChannel();
  const chat = conversation(setting);
  const adapter = new DeskAdapter({
    authentication: new ChannelAuthentication(chat.meter),
    isAcceptedServiceUrl: (address) => isAcceptedServiceUrl(address, { origins: [], loopbackOnly: true }),
    meter: chat.meter,
    log: chat.log,
  });
  const server = createHttpServer({
    handleActivity: (authorization, body) => adapter.handle(authorization, body, chat.bot),
    intake,
    parts,
    patience,
    metrics: noMetrics,
    meter: chat.meter,
    loopbackOnly: true,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;

  async function postRaw(
    body: string,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) {
    const sent = request(`${url}/api/messages`, { method: 'POST', headers });
    sent.on('error', () => undefined);
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') };
  }

  return {
    url,
    chat,
    channel,
    logged: () => chat.log.everything(),
    postRaw,
    post: (body: unknown) => postRaw(JSON.stringify(body)),
    message: (text: string, person = 'adele', tenant = 'tenant-1') => ({
      type: 'message',
      id: 'activity-1',
      channelId: 'msteams',
      serviceUrl: channel.serviceUrl,
      text,
      from: { id: `29:${person}`, name: `The person ${person}`, aadObjectId: person },
      recipient: { id: '28:desk', name: 'Partner Desk' },
      conversation: { id: 'chat-1', tenantId: tenant, conversationType: 'personal' },
      channelData: { tenant: { id: tenant } },
      locale: 'en-US',
    }),
    close: async () => {
      await Promise.all([closeGracefully(server), channel.close()]);
    },
  };
}
