import type { TurnContext } from 'botbuilder';
import { AuthenticationConstants, type ClaimsIdentity } from 'botframework-connector';
import { canonicalTenantId, type TenantId } from '../../domain/identifiers.ts';
import type { DeskActivity } from './activity-schema.ts';
import type { GuestPolicy } from './standing.ts';

/**
 * The tenant that an activity comes from. Channels fill in one of the first two fields, the others if known.
 * @param tokenTenant the tenant in the channel's token, if any
 * @param guests where people of other tenants may search, theirs may be another: see `Standing`
 * @returns undefined if no field names a tenant, if two disagree, or if the desk does not serve it
 */
export function tenantOf(
  activity: DeskActivity,
  {
    tokenTenant,
    allowedTenants,
    guests,
  }: {
    readonly tokenTenant: string | undefined;
    readonly allowedTenants: readonly TenantId[] | 'any';
    readonly guests: GuestPolicy;
  },
): TenantId | undefined {
  const { conversation, channelData, from } = activity;
  const [tenant, ...others] = idsAmong(conversation.tenantId, channelData?.tenant?.id);
  if (tenant === undefined) return undefined;
  const ofPerson = guests === 'refuse' ? from.tenantId : undefined;
  const agree = [...others, ...idsAmong(ofPerson, tokenTenant)].every((other) => other === tenant);
  return agree && (allowedTenants === 'any' || allowedTenants.includes(tenant)) ? tenant : undefined;
}

/** The tenant in the token that authenticated this turn. */
export function tokenTenantOf({ adapter, turnState }: TurnContext): string | undefined {
  const identity = turnState.get<ClaimsIdentity | undefined>(adapter.BotIdentityKey);
  return identity?.getClaimValue(AuthenticationConstants.TenantIdClaim) ?? undefined;
}

function idsAmong(...ids: readonly (string | null | undefined)[]): TenantId[] {
  return ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [canonicalTenantId(id)] : []));
}
