import type { TurnContext } from 'botbuilder';
import { AuthenticationConstants, type ClaimsIdentity } from 'botframework-connector';
import { tenantId, type TenantId } from '../../domain/identifiers.ts';
import type { DeskActivity } from './activity-schema.ts';

/**
 * The tenant that an activity comes from, in every place that may name it: the channel fills in one of the first two, the
 * others where it knows them.
 * @param tokenTenant what the channel's token says, where it says so
 * @returns undefined where no place names one, where two disagree, and where the desk does not serve it
 */
export function tenantOf(
  activity: DeskActivity,
  tokenTenant: string | undefined,
  allowedTenants: readonly TenantId[] | 'any',
): TenantId | undefined {
  const { conversation, channelData, from } = activity;
  const [named, ...others] = [conversation.tenantId, channelData?.tenant?.id].filter(isGiven);
  if (named === undefined) return undefined;
  const agree = [...others, from.tenantId, tokenTenant].filter(isGiven).every((other) => other === named);
  const tenant = tenantId(named);
  return agree && (allowedTenants === 'any' || allowedTenants.includes(tenant)) ? tenant : undefined;
}

/** The tenant that the token names with which this turn was authenticated. */
export function tokenTenantOf({ adapter, turnState }: TurnContext): string | undefined {
  const identity = turnState.get<ClaimsIdentity | undefined>(adapter.BotIdentityKey);
  return identity?.getClaimValue(AuthenticationConstants.TenantIdClaim) ?? undefined;
}

function isGiven(id: string | null | undefined): id is string {
  return typeof id === 'string' && id !== '';
}
