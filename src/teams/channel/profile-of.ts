import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { emailAddress } from '../../domain/email-address.ts';

/** For a call to the roster; milliseconds. The person waits for it. */
const timeout = 3000;

/** A member as Teams' roster describes it; see “Get single member details” in its documentation. */
const memberSchema = z.looseObject({
  aadObjectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

const channelDataSchema = z.looseObject({
  team: z.looseObject({ id: z.string().regex(/^[\w:.@-]+$/) }).nullish(),
});

/**
 * Reads the e-mail address in the profile of the person acting, from the roster of the chat.
 * @returns undefined if the profile has none, or cannot be read, which is logged
 */
export async function profileAddressOf(context: TurnContext, log: Log): Promise<string | undefined> {
  const { from } = context.activity;
  const connector = context.turnState.get<ConnectorClient | undefined>(context.adapter.ConnectorClientKey);
  if (connector === undefined) return undefined;
  try {
    const options = { abortSignal: AbortSignal.timeout(timeout) };
    const found: unknown = await connector.conversations.getConversationMember(
      rosterOf(context),
      from.id,
      options,
    );
    const member = memberSchema.parse(found);
    // Another person's address must never be taken for theirs, whatever a channel answers.
    if (member.aadObjectId?.toLowerCase() !== from.aadObjectId?.toLowerCase()) return undefined;
    return addressIn(member.email) ?? addressIn(member.userPrincipalName);
  } catch (error) {
    log.warn({ error: errorForLog(error) }, 'the profile of a person could not be read');
    return undefined;
  }
}

/** In a channel, members are those of its team. */
function rosterOf({ activity }: TurnContext): string {
  const data = channelDataSchema.safeParse(activity.channelData);
  return data.data?.team?.id ?? activity.conversation.id;
}

/** The user principal name of a guest contains `#EXT#` and receives no e-mail. */
function addressIn(text: string | null | undefined): string | undefined {
  const given = text?.trim() ?? '';
  return given.toUpperCase().includes('#EXT#') ? undefined : emailAddress(given);
}
