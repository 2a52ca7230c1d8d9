import { invitationSignature } from '../../../src/domain/invitations/invitation-signature.ts';
import { firstSearch } from '../../../src/teams/turn/first-search.ts';
import { filledForm } from '../examples/contact-examples.ts';
import { processSecret } from './built-desk.ts';

/** Who speaks to the desk, and where. */
export interface Speaker {
  readonly tenant: string;
  readonly person: string;
}

/** The first providers of the sample directory. */
const sampleIds = [1, 2].map((number) => `00000000-0000-4000-8000-00000000000${number}`);

/** What a channel and a mail flow do to a desk that listens at `url`; each throws where no answer comes. */
export function deskClient(url: string, serviceUrl: string) {
  async function post(speaker: Speaker, activity: object): Promise<string> {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...addressOf(speaker, serviceUrl), ...activity }),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    return text;
  }

  const press = (speaker: Speaker, verb: string, data: object) =>
    post(speaker, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });

  return {
    press,
    /** Has the person told of invitations from now on. */
    install: (speaker: Speaker) => post(speaker, { type: 'installationUpdate', action: 'add' }),
    say: (speaker: Speaker, text: string) => post(speaker, { type: 'message', text }),
    /** Asks two providers of the sample for an offer; the same again within minutes is the same request. @returns the reference that the person is shown; undefined where it was not sent */
    async contact(speaker: Speaker, needs: string): Promise<string | undefined> {
      const text = await press(speaker, 'contact.send', {
        ...filledForm,
        needs,
        providers: sampleIds,
        state: firstSearch,
      });
      return /PD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
    },
    /** Posts an invitation of a partner to a tenant, signed. @returns the status */
    async invite(tenant: string, partner: { readonly id: string; readonly name: string }): Promise<number> {
      const body = JSON.stringify({
        id: `posted by ${partner.id}`,
        tenantId: tenant,
        partner: { tenantId: partner.id, name: partner.name },
        function: 'reseller',
      });
      const bytes = new TextEncoder().encode(body);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const response = await fetch(`${url}/api/invitations`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-desk-timestamp': timestamp,
          'x-desk-signature': invitationSignature(processSecret, timestamp, bytes),
        },
        body: bytes,
      });
      await response.text();
      return response.status;
    },
    /** How many posts and letters wait, as `/metrics` says. */
    async waiting(): Promise<number> {
      const text = await (await fetch(`${url}/metrics`)).text();
      const lengths = [...text.matchAll(/^partner_desk_queue_length\{.*\} (\d+)$/gm)];
      if (lengths.length !== 2) throw new Error(`no queues in: ${text}`);
      return lengths.reduce((sum, [, length]) => sum + Number(length), 0);
    },
    /** What `/ready` says: its status, and of each part whether it works. */
    async ready() {
      const response = await fetch(`${url}/ready`);
      const text = await response.text();
      const works = (part: string) => !new RegExp(`"${part}":[^,}]*"not ready"`).test(text);
      return { status: response.status, store: works('store'), directory: works('directory') };
    },
  };
}

/** The person's own chat with the desk. */
function chatOf({ tenant, person }: Speaker): string {
  return `chat of ${person} in ${tenant}`;
}

function addressOf(speaker: Speaker, serviceUrl: string) {
  const { tenant, person } = speaker;
  return {
    id: `activity-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person}`, name: `The person ${person}`, aadObjectId: person },
    recipient: { id: '28:desk', name: 'Partner Desk' },
    conversation: { id: chatOf(speaker), tenantId: tenant, conversationType: 'personal' },
    channelData: { tenant: { id: tenant } },
    locale: 'en-US',
  };
}
