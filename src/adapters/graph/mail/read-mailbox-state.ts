import { z } from 'zod';
import type { MailboxOf, MailboxState, OtherMailboxes } from '../../../application/ports/mailbox-reader.ts';
import { TokenUnavailable } from '../../../application/ports/tokens.ts';
import type { TenantId } from '../../../domain/identifiers.ts';
import { privilegedRoleIds } from '../../../domain/partners/role-template-ids.ts';
import type { TenantTokens } from '../../identity/tenant-tokens.ts';
import { whyNot } from '../graph-failure.ts';
import { grantedPermissions } from '../granted-permissions.ts';
import { readAssignmentsOfRole, readUsers } from '../graph-reads.ts';
import type { GraphSession } from '../graph-session.ts';
import { tryInbox } from './mail-reads.ts';

/** Other mailboxes that are tried: not every person has one. */
const maxTried = 3;

const person = z.object({
  '@odata.type': z.string().nullish(),
  id: z.string().min(1),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

const users = z.object({ value: z.array(person) });
const assignments = z.object({ value: z.array(z.object({ principal: person.nullish() })) });

/** Permissions with which an app reads every mailbox, if they are consented in Microsoft Entra. */
const reachesAll =
  /^Mail\.(?:Read|ReadWrite|ReadBasic|ReadBasic\.All)$|^full_access_as_app$|^(?:IMAP|POP)\.AccessAsApp$/;

/**
 * Whether a mailbox can be read, and whether others can, which is tried with those of people whom the desk sees: users, where a
 * permission lists them, else Global Administrators.
 */
export async function readMailboxState(
  session: GraphSession,
  tokens: TenantTokens,
  { tenant, address }: MailboxOf,
): Promise<MailboxState> {
  const read = await outcomeOf(session, address);
  const reachingAll = await permissionsReachingAll(tokens, tenant);
  const others = await otherPeople(session, address);
  const outcomes: MailboxState['read'][] = [];
  for (const id of others) outcomes.push(await outcomeOf(session, id));
  const count = (outcome: MailboxState['read']) => outcomes.filter((each) => each === outcome).length;
  const tried = { tried: outcomes.length, readable: count('read'), refused: count('refused') };
  return { address, read, others: { reachingAll, ...tried } };
}

async function outcomeOf(session: GraphSession, user: string): Promise<MailboxState['read']> {
  try {
    await session.tryMail(tryInbox(user));
    return 'read';
  } catch (error) {
    return whyNot(error);
  }
}

async function permissionsReachingAll(
  tokens: TenantTokens,
  tenant: TenantId,
): Promise<OtherMailboxes['reachingAll']> {
  try {
    const granted = grantedPermissions(await tokens.token(tenant));
    return granted && [...granted].filter((permission) => reachesAll.test(permission));
  } catch (error) {
    if (error instanceof TokenUnavailable) return undefined;
    throw error;
  }
}

/** Ids of people whose mailboxes may be tried; none if nobody can be seen. */
async function otherPeople(session: GraphSession, address: string): Promise<readonly string[]> {
  const listed = await session.get(readUsers(), users).then(
    ({ value }) => value,
    () => administrators(session),
  );
  const isOther = ({ mail, userPrincipalName }: z.infer<typeof person>) =>
    ![mail, userPrincipalName].some((name) => name?.toLowerCase() === address);
  return listed
    .filter(isOther)
    .slice(0, maxTried)
    .map(({ id }) => id);
}

async function administrators(session: GraphSession): Promise<readonly z.infer<typeof person>[]> {
  try {
    const { value } = await session.get(
      readAssignmentsOfRole(privilegedRoleIds.globalAdministrator),
      assignments,
    );
    return value.flatMap(({ principal }) =>
      principal?.['@odata.type'] === '#microsoft.graph.user' ? [principal] : [],
    );
  } catch {
    return [];
  }
}
