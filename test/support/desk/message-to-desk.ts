import { adeleId, homeTenant } from '../examples/example-ids.ts';

/** A message as Teams sends it. */
export function messageToDesk(serviceUrl: string, text: string, tenant: string = homeTenant) {
  return {
    type: 'message',
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl,
    text,
    from: { id: `29:${adeleId}`, name: 'Adele Vance', aadObjectId: adeleId },
    recipient: { id: '28:desk', name: 'Partner Desk' },
    conversation: { id: 'chat-1', tenantId: tenant, conversationType: 'personal' },
    channelData: { tenant: { id: tenant } },
    locale: 'en-US',
  };
}
