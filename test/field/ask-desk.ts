import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { sampleProviders } from '../../src/adapters/directory/prepare-directory.ts';
import { invitationId, tenantId } from '../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../src/domain/invitations/invitation.ts';
import { buttonsOf, cardsIn } from '../support/cards/card-text.ts';
import { acceptOffers } from '../support/desk/accept-offers.ts';
import { attachedCard } from '../support/desk/conversation.ts';
import { openDeskOnFiles } from '../support/desk/desk-on-files.ts';
import { from } from '../support/desk/partner-desk.ts';
import { granularOffer, resellerOffer } from '../support/examples/invitation-examples.ts';
import { readAll } from '../support/files/directory-files.ts';
import type { SaidCase } from './read-cases.ts';
import type { Answer } from './said-faults.ts';

const ownChat = 'a:adele-and-the-desk';
/** The partners that some inputs are about. */
const partners: readonly DatedOffer[] = [
  from('Fabrikam Cloud', {
    ...granularOffer,
    function: 'resellerAndDelegatedAdministrator',
    delegatedAdmin: {
      kind: 'granular',
      roles: { value: ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'], claimed: false },
      durationDays: { value: 20, claimed: false },
      autoExtends: { value: false, claimed: false },
    },
  }),
  from('Contoso Resale', resellerOffer),
];

const inTenant = z.looseObject({ channelData: z.looseObject({ tenant: z.object({ id: z.string() }) }) });
const invitationSchema = z.looseObject({ invitation: z.string() });

const { providers } = await readAll(sampleProviders);

/**
 * Puts an input to a desk with the sample directory, as a person in their own chat does.
 * @param folder of the desk
 * @returns what came back
 * @throws Error if the channel is answered neither 200 nor 501
 */
export async function askDesk(
  folder: string,
  { do: input, needs }: Pick<SaidCase, 'do' | 'needs'>,
): Promise<Answer> {
  const desk = await openDeskOnFiles(folder, 'everyone', providers);
  try {
    if (needs === 'partners') await acceptOffers({ store: desk.store, clock: desk.time.clock }, partners);
    const activity = activityOf(input);
    const tenant = inTenant.safeParse(activity).data?.channelData.tenant.id ?? 'tenant-1';
    const speaker = desk.message('', 'adele', tenant);
    const inOwnChat = { ...speaker, conversation: { ...speaker.conversation, id: ownChat } };
    await desk.post({ ...inOwnChat, type: 'installationUpdate', action: 'add' });
    await desk.quiet();
    desk.channel.posted.splice(0);

    const isElsewhere = 'handOver' in input;
    const elsewhere = { id: '19:others@thread.v2', tenantId: tenant, conversationType: 'groupChat' };
    const { status, text } = await desk.post({
      ...(isElsewhere ? { ...inOwnChat, conversation: elsewhere } : inOwnChat),
      ...activity,
    });
    if (status !== 200 && status !== 501) throw new Error(`status ${status}: ${text}`);
    await desk.quiet();

    const toOwnChat = `/v3/conversations/${encodeURIComponent(ownChat)}/`;
    const posted = desk.channel.posted.filter(({ path }) => path.startsWith(toOwnChat));
    const cards = posted.map((message) => attachedCard([message.activity as Partial<Activity>]));
    const [shown] = cards
      .flatMap(buttonsOf)
      .flatMap(({ data }) => invitationSchema.safeParse(data).data ?? []);
    const stored =
      shown && (await desk.store.get(tenantId(tenant), 'invitation', invitationId(shown.invitation)));
    return {
      ownChat: cards,
      dialog: isElsewhere && status === 200 ? cardsIn([text])[0] : undefined,
      partner: stored?.value.partner.id,
    };
  } finally {
    await desk.close();
  }
}

function activityOf(input: SaidCase['do']): Readonly<Record<string, unknown>> {
  if ('say' in input) return { type: 'message', text: input.say };
  if ('activity' in input) return input.activity;
  return {
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    value: { commandId: 'reviewInvitation', messagePayload: input.handOver },
  };
}
