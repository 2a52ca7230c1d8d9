import { verbExamples, type ExampleIds } from '../cards/verb-examples.ts';
import { tenantWords } from '../desk/tenant-words.ts';

const words = tenantWords('quoxa', '1');
const desk = { id: '28:desk', name: 'Partner Desk' };

/**
 * One activity of each kind that a channel sends: each verb, as Execute and Submit; each phrase and mail; and the rest.
 */
export function validActivities(serviceUrl: string, ids: ExampleIds): readonly object[] {
  const from = {
    id: '1700000000000',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:megan', name: 'Megan Bowen', aadObjectId: 'megan' },
    recipient: desk,
    conversation: { id: 'a:megan', tenantId: 'contoso', conversationType: 'personal' },
    channelData: { tenant: { id: 'contoso' } },
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web' }],
    locale: 'en-US',
  };
  const pressed = Object.entries(verbExamples).flatMap(([verb, { data }]) => [
    {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data: data(ids) }, trigger: 'manual' },
    },
    { type: 'message', value: { ...data(ids), verb }, replyToId: 'message-1' },
  ]);
  const said = [...words.said, ...words.mails].map((text) => ({ type: 'message', text }));
  const others = [
    { type: 'installationUpdate', action: 'add' },
    { type: 'installationUpdate', action: 'remove' },
    { type: 'conversationUpdate', membersAdded: [desk] },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    {
      type: 'message',
      text: '<at>Partner Desk</at> partners',
      entities: [{ type: 'mention', text: '<at>Partner Desk</at>', mentioned: desk }],
      conversation: { id: '19:a@thread.tacv2;messageid=1', tenantId: 'contoso', conversationType: 'channel' },
    },
    {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'reviewInvitation', messagePayload: { body: { content: words.mails[0] } } },
    },
  ];
  return [...pressed, ...said, ...others].map((activity) => ({ ...from, ...activity }));
}
