import type { TurnContext } from 'botbuilder';
import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import type { Actor } from '../../domain/actor.ts';
import { canonicalTenantId, type TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import type { DeskActivity } from './activity-schema.ts';
import { isOwnChat } from './own-chat.ts';
import { readMember, type RosterMember } from './roster.ts';

/**
 * What a person is to the tenant that they act in. `outsider`: a guest, anonymous, or of another tenant. `unverified`:
 * the roster could not be read.
 */
export type Standing = 'member' | 'outsider' | 'unverified';

/** What guests and people of other tenants may do. */
export type GuestPolicy = 'refuse' | 'search';

/** Finds out about the person acting. Never throws. */
export type StandingOf = (context: TurnContext, activity: DeskActivity, actor: Actor) => Promise<Standing>;

interface StandingOptions {
  readonly clock: Clock;
  readonly log: Log;
  /**
   * A sandbox without credentials is used by one person on this machine: whom no roster calls an outsider is a member,
   * and their own chat is not asked about.
   */
  readonly isLenient: boolean;
}

/** How long the roster is believed; milliseconds. */
const maxAge = 5 * 60 * 1000;
const maxKept = 10_000;

/** Asks the roster once for each person and chat, in five minutes. A roster that could not be read is asked again. */
export function createStandings({ clock, log, isLenient }: StandingOptions): StandingOf {
  /** Oldest first; what is still being asked included, so that two presses ask once. */
  const known = new Map<string, { readonly standing: Promise<Standing>; readonly at: number }>();

  async function ask(context: TurnContext, tenant: TenantId): Promise<Standing> {
    try {
      return standingIn(await readMember(context), tenant, isLenient);
    } catch (error) {
      if (isLenient) return 'member';
      log.warn({ error: errorForLog(error) }, 'the roster of a chat could not be read');
      return 'unverified';
    }
  }

  return async (context, activity, actor) => {
    if (hasForeignSigns(activity, actor.tenant)) return 'outsider';
    if (isLenient && isOwnChat(activity)) return 'member';
    const key = JSON.stringify([actor.tenant, activity.conversation.id, actor.person, activity.from.id]);
    const now = millisecondsOf(clock.now());
    const asked = known.get(key);
    if (asked !== undefined && asked.at <= now && now < asked.at + maxAge) return asked.standing;
    const entry = { standing: ask(context, actor.tenant), at: now };
    known.delete(key);
    known.set(key, entry);
    const [oldest] = known.keys();
    if (known.size > maxKept && oldest !== undefined) known.delete(oldest);
    const standing = await entry.standing;
    if (standing === 'unverified' && known.get(key) === entry) known.delete(key);
    return standing;
  };
}

/** Whether a user principal name is that of a guest. Source: “Properties of a Microsoft Entra B2B collaboration user”. */
export function isGuestName(userPrincipalName: string): boolean {
  return userPrincipalName.toUpperCase().includes('#EXT#');
}

/** What the activity itself tells, before anyone is asked. */
function hasForeignSigns({ from }: DeskActivity, tenant: TenantId): boolean {
  const { tenantId, role, userPrincipalName, userRole } = from;
  if (typeof tenantId === 'string' && tenantId !== '' && canonicalTenantId(tenantId) !== tenant) return true;
  // The Bot Framework's: bots and agents are no people of the tenant.
  if (typeof role === 'string' && role !== '' && role.toLowerCase() !== 'user') return true;
  return isForeign({ userPrincipalName: textOf(userPrincipalName), userRole: textOf(userRole) });
}

function standingIn(member: RosterMember, tenant: TenantId, isLenient: boolean): Standing {
  if (isForeign(member)) return 'outsider';
  const { tenantId } = member;
  if (typeof tenantId === 'string' && tenantId !== '')
    return canonicalTenantId(tenantId) === tenant ? 'member' : 'outsider';
  return isLenient ? 'member' : 'unverified';
}

/**
 * Teams documents the role `user`, and `anonymous`; guests were seen as `guest` and as `user` (msteams-docs#6381), so
 * their name counts too. A role that is not known is not trusted.
 */
function isForeign({ userRole, userPrincipalName }: Pick<RosterMember, 'userRole' | 'userPrincipalName'>) {
  const role = userRole?.toLowerCase() ?? '';
  return (role !== '' && role !== 'user') || isGuestName(userPrincipalName ?? '');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
