import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { PartnerDesk } from '../../../src/desk.ts';
import { openChannel } from '../servers/channel.ts';
import { memoryDesk, type DeskSetting } from './memory-desk.ts';

/** The desk behind its real HTTP server on a free port, with a channel that accepts its posts. */
export async function openDesk(setting: DeskSetting = {}) {
  const { desk, ...chat } = memoryDesk(setting);
  return { ...(await reachable(await desk)), chat, logged: () => chat.log.everything() };
}

/** Starts the desk's server, and a channel that accepts its posts. */
export async function reachable(desk: PartnerDesk) {
  const channel = await openChannel();
  const url = await desk.listen();

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
    channel,
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
      await Promise.all([desk.stop(), channel.close()]);
    },
  };
}
