import type { TurnContext } from 'botbuilder';
import { AuthenticationConstants, type ClaimsIdentity } from 'botframework-connector';
import { tenantId, type TenantId } from '../../domain/identifiers.ts';
import type { DeskActivity } from './activity-schema.ts';

/**
 * The tenant that an activity comes from. Channels fill in one of the first two fields, the others if known.
 * @param tokenTenant the tenant in the channel's token, if any
 * @returns undefined if no field names a tenant, if two disagree, or if the desk does not serve it
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

/** The tenant in the token that authenticated this turn. */
export function tokenTenantOf({ adapter, turnState }: TurnContext): string | undefined {
  const identity = turnState.get<ClaimsIdentity | undefined>(adapter.BotIdentityKey);
  return identity?.getClaimValue(AuthenticationConstants.TenantIdClaim) ?? undefined;
}

function isGiven(id: string | null | undefined): id is string {
  return typeof id === 'string' && id !== '';
}
