import assert from 'node:assert/strict';
import { actions } from '../../../src/teams/bot/card-actions.ts';
import { verbExamples } from '../../support/cards/verb-examples.ts';
import { conversation, type Speaker } from '../../support/desk/conversation.ts';
import { tenantWords } from '../../support/desk/tenant-words.ts';
import { everythingOf } from '../../support/examples/stored-values.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { outsiders } from '../../support/servers/roster.ts';

const ids = {
  invitation: 'invitation-1',
  inviting: 'partner-3',
  administration: 'invitation-2',
  administrator: 'partner-1',
  grant: 'invitation-3',
  review: '000001',
  worker: 'partner-2',
  alert: 'alert-1',
  unshown: 'invitation-3',
};
const words = tenantWords('quoxa', '1');

/** Something to say for each command, in both languages. */
const sayings: Readonly<Record<string, readonly [string, 'searches' | 'other']>> = {
  find: ['find a reseller in France', 'searches'],
  trouve: ['je cherche un revendeur à Lyon', 'searches'],
  refine: ['only in France', 'searches'],
  help: ['help', 'searches'],
  greeting: ['hello', 'searches'],
  contact: ['contact the first two', 'other'],
  language: ['en français', 'other'],
  myRequests: ['my requests', 'other'],
  invitations: ['invitations', 'other'],
  partners: ['partners', 'other'],
  partenaires: ['partenaires', 'other'],
  reviewPartners: ['review partners', 'other'],
  changes: ['changes', 'other'],
  setup: ['setup', 'other'],
  history: ['history', 'other'],
  exportHistory: ['export history', 'other'],
  removePermissions: ['revoke Fabrikam', 'other'],
  cancelInvitations: ['cancel all invitations from Fabrikam', 'other'],
  notifyHere: ['notify here', 'other'],
  stopNotifying: ['stop notifying', 'other'],
  mail: [words.mails[0] ?? '', 'other'],
  warning: ['https://admin.microsoft.com.evil.example/Adminportal/Home?invType=x&partnerId=y', 'other'],
};
const searching = new Set(['help.show', 'provider.open', 'providers.search', 'providers.show']);

const requests: readonly (readonly [string, Readonly<Record<string, unknown>>, 'searches' | 'other'])[] = [
  ...Object.entries(sayings).map(
    ([, [text, kind]]) => [`“${text.slice(0, 40)}”`, { type: 'message', text }, kind] as const,
  ),
  ...Object.entries(verbExamples).flatMap(([verb, { data }]) => {
    const kind = searching.has(verb) ? 'searches' : 'other';
    const action = { type: 'Action.Execute', verb, data: data(ids) };
    return [
      [verb, { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } }, kind],
      [verb, { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'automatic' } }, kind],
      [
        `${verb}, as a fallback`,
        { type: 'message', value: { ...data(ids), verb }, replyToId: 'message-1' },
        kind,
      ],
    ] as const;
  }),
  ['the installation', { type: 'installationUpdate', action: 'add' }, 'other'],
  [
    'the message action',
    {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'reviewInvitation', messagePayload: { body: { content: words.mails[0] } } },
    },
    'other',
  ],
  ...['accept', 'decline'].map(
    (action) =>
      [
        `a file’s consent: ${action}`,
        {
          type: 'invoke',
          name: 'fileConsent/invoke',
          value: {
            type: 'fileUpload',
            action,
            context: { export: 'export-1' },
            uploadInfo: {
              name: 'history.csv',
              uploadUrl: 'https://contoso-my.sharepoint.com/upload',
              contentUrl: 'https://contoso-my.sharepoint.com/file',
              uniqueId: '1',
              fileType: 'csv',
            },
          },
        },
        'other',
      ] as const,
  ),
];

const refusedAll =
  /for the people of this organisation, not for guests|est réservé aux membres de cette organisation/;
const refusedRest = /can search for providers here, and nothing else|peuvent seulement rechercher/;

describe('A guest, or somebody of another tenant, in a shared chat', () => {
  it('is tried with every verb', () => {
    assert.deepEqual(Object.keys(verbExamples).toSorted(), [...actions.keys()].toSorted());
  });

  for (const guests of ['refuse', 'search'] as const) {
    for (const person of outsiders) {
      it(`${person}, with GUESTS=${guests}: ${guests === 'refuse' ? 'nothing' : 'searches the directory, and nothing else'}; nothing is stored`, async () => {
        const chat = conversation({ config: { guests } });
        const who: Partial<Speaker> = { person, kind: 'groupChat', conversation: '19:group@thread.v2' };
        // Whom “only in France” and “contact the first two” refer to.
        if (guests === 'search') await chat.say('find a provider', who);
        for (const [what, activity, kind] of requests) {
          const { posted, updated } = await chat.send(activity, who);
          const shown = JSON.stringify([posted, updated]);
          if (guests === 'search' && kind === 'searches') assert.doesNotMatch(shown, refusedRest, what);
          else assert.match(shown, guests === 'refuse' ? refusedAll : refusedRest, what);
        }
        assert.deepEqual(await chat.store.tenants(), []);
        const { records, audit } = await everythingOf(chat.store, tenantId('tenant-1'));
        assert.deepEqual([records.flat(), audit], [[], []]);
        assert.deepEqual(chat.mail.tried, []);
        assert.doesNotMatch(chat.log.everything(), /a turn failed/);
      });
    }
  }

  it('is told who can help, and offered nothing to press', async () => {
    const chat = conversation();
    const card = JSON.stringify(await chat.say('partners', { person: 'guest', kind: 'groupChat' }));
    assert.match(card, /Global Administrator.*Billing Administrator/);
    assert.doesNotMatch(card, /Action\.(Execute|Submit)/);
  });

  it('is told of nothing any more in their own chat, if they were before', async () => {
    const chat = conversation();
    const { from } = { from: { id: '29:lee', name: 'Lee', aadObjectId: 'lee' } };
    await chat.send({ type: 'installationUpdate', action: 'add', from });
    const isTold = async () =>
      (await chat.store.list(tenantId('tenant-1'), 'subscriber', { limit: 2 })).items.map(
        ({ value }) => value.isTold,
      );
    assert.deepEqual(await isTold(), [true]);
    const guest = { ...from, userRole: 'guest' };
    const { posted } = await chat.send({ type: 'message', text: 'partners', from: guest });
    assert.match(JSON.stringify(posted), refusedAll);
    assert.deepEqual(await isTold(), [false]);
  });

  it('comes from a channel that two tenants share: the tenant of the person counts', async () => {
    const chat = conversation({ config: { guests: 'search' } });
    const from = { id: '29:lee', name: 'Lee', aadObjectId: 'lee', tenantId: 'litware' };
    const said = async (text: string) =>
      JSON.stringify((await chat.send({ type: 'message', text, from }, { kind: 'groupChat' })).posted);
    assert.match(await said('find a provider'), /providers/);
    assert.match(await said('partners'), refusedRest);
  });
});

describe('Somebody whom the roster does not tell about, in a shared chat', () => {
  it('of a sandbox without credentials is a member', async () => {
    const chat = conversation();
    const card = await chat.say('partners', { person: 'lee', kind: 'groupChat' });
    assert.doesNotMatch(JSON.stringify(card), refusedAll);
  });
});
