import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import { canonicalPersonId } from '../../domain/identifiers.ts';

/** For a call to the roster; milliseconds. The person waits for it. */
const timeout = 3000;

const text = z.string().nullish();

/** A member as Teams' roster describes it; see “Get single member details” in its documentation. */
const memberSchema = z.looseObject({
  id: text,
  aadObjectId: text,
  /** The older name of `aadObjectId`. */
  objectId: text,
  tenantId: text,
  userRole: text,
  userPrincipalName: text,
  email: text,
});
export type RosterMember = z.infer<typeof memberSchema>;

const teamSchema = z.looseObject({ team: z.looseObject({ id: z.string().regex(/^[\w:.@-]+$/) }) });
const notFound = z.object({ statusCode: z.literal([400, 403, 404]) });

/**
 * Reads the person acting from the roster of the chat. In a channel, members are those of its team, as the SDK asks;
 * but whoever a channel is shared with is a member of the channel alone.
 * @throws Error if the roster cannot be read, or answers with another person
 */
export async function readMember(context: TurnContext): Promise<RosterMember> {
  const { activity, adapter } = context;
  const connector = context.turnState.get<ConnectorClient | undefined>(adapter.ConnectorClientKey);
  if (connector === undefined) throw new Error('the turn has no connector');
  const team = teamSchema.safeParse(activity.channelData).data?.team.id;
  const [chat = activity.conversation.id] = activity.conversation.id.split(';messageid=');
  const abortSignal = AbortSignal.timeout(timeout);
  const read = async (conversation: string) =>
    memberSchema.parse(
      await connector.conversations.getConversationMember(conversation, activity.from.id, { abortSignal }),
    );
  const member =
    team === undefined
      ? await read(chat)
      : await read(team).catch((error: unknown) => {
          if (!notFound.safeParse(error).success) throw error;
          return read(chat);
        });
  if (!isAbout(member, activity.from)) throw new Error('the roster answered with another person');
  return member;
}

function isAbout(
  { id, aadObjectId, objectId }: RosterMember,
  from: { readonly id: string; readonly aadObjectId?: string },
): boolean {
  const named = aadObjectId ?? objectId ?? '';
  if (named === '') return id === from.id;
  return canonicalPersonId(named) === canonicalPersonId(from.aadObjectId ?? '');
}
