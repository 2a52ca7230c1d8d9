import { firstSearch } from '../../../src/teams/turn/first-search.ts';
import { filledForm } from '../examples/contact-examples.ts';
import { submitSigned } from '../servers/submit-signed.ts';
import { processSecret } from './built-desk.ts';

/** A person in a tenant. */
export interface Speaker {
  readonly tenant: string;
  readonly person: string;
}

/** The first providers of the sample directory. */
const sampleIds = [1, 2].map((number) => `00000000-0000-4000-8000-00000000000${number}`);

/** The requests of a channel and a mail flow to the desk at `url`; each throws if there is no answer. */
export function deskClient(url: string, serviceUrl: string, secret = processSecret) {
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
    /** Subscribes the person to invitations. */
    install: (speaker: Speaker) => post(speaker, { type: 'installationUpdate', action: 'add' }),
    say: (speaker: Speaker, text: string) => post(speaker, { type: 'message', text }),
    /**
     * Contacts two sample providers; repeating it within minutes is the same request.
     * @returns the reference that the person is shown; undefined if it was not sent
     */
    async contact(speaker: Speaker, needs: string): Promise<string | undefined> {
      const text = await press(speaker, 'contact.send', {
        ...filledForm,
        needs,
        providers: sampleIds,
        state: firstSearch,
      });
      return /PD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
    },
    /** Submits a signed invitation. @returns the HTTP status */
    invite(tenant: string, partner: { readonly id: string; readonly name: string }): Promise<number> {
      const body = {
        id: `submitted by ${partner.id}`,
        tenantId: tenant,
        partner: { tenantId: partner.id, name: partner.name },
        function: 'reseller',
      };
      return submitSigned(url, body, secret);
    },
    /** The status of `/ready`, and whether the store and the directory work. */
    async ready() {
      const response = await fetch(`${url}/ready`);
      const text = await response.text();
      const works = (part: string) => !new RegExp(`"${part}":[^,}]*"not ready"`).test(text);
      return { status: response.status, store: works('store'), directory: works('directory') };
    },
  };
}

/** The person's personal chat with the desk. */
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
