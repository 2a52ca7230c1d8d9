import { randomUUID } from 'node:crypto';
import { day } from '../../domain/instant.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import {
  highImpactRoleIds,
  ordinaryRoleIds,
  privilegedRoleIds,
} from '../../domain/partners/role-template-ids.ts';
import { isGlobalAdministrator } from '../../domain/partners/role-template.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';
import type { Wishes } from './arguments.ts';
import { samplePartner, type SamplePartner } from './sample-partner.ts';

/** The body of a request to the intake. */
export interface SampleInvitation {
  readonly id: string;
  readonly tenantId: string;
  readonly partner: SamplePartner;
  readonly function: SolutionProviderFunction;
  readonly delegatedAdmin?: {
    readonly roles: readonly string[];
    readonly duration: string;
    readonly autoExtend: string;
  };
  readonly message: string;
  readonly link?: string;
  readonly expiresAt: string;
}

/** Roles of every level: privileged, of high impact, and ordinary. */
export const defaultRoles = [
  privilegedRoleIds.userAdministrator,
  privilegedRoleIds.helpdeskAdministrator,
  privilegedRoleIds.globalReader,
  highImpactRoleIds.exchangeAdministrator,
  ordinaryRoleIds.licenseAdministrator,
  ordinaryRoleIds.serviceSupportAdministrator,
];

/** A new invitation that expires 30 days after `now`. */
export async function sampleInvitation(
  invitedAs: SolutionProviderFunction,
  { tenant, partner: name, roles = defaultRoles, message }: Omit<Wishes, 'functions'>,
  now: Date,
): Promise<SampleInvitation> {
  const partner = await samplePartner(invitedAs, name);
  const isGranular = includesDelegatedAdmin(invitedAs) && roles.length > 0;
  const link = linkOf(invitedAs, partner, isGranular);
  return {
    id: `sample-${invitedAs}-${randomUUID().slice(0, 8)}`,
    tenantId: tenant,
    partner,
    function: invitedAs,
    ...(isGranular && { delegatedAdmin: { roles, ...termOf(roles) } }),
    message: message ?? 'We look forward to working with you. (A sample: nobody offers anything.)',
    ...(link !== undefined && { link }),
    expiresAt: new Date(now.getTime() + 30 * day).toISOString(),
  };
}

/** Microsoft never extends a request that includes Global Administrator. */
function termOf(roles: readonly string[]): { readonly duration: string; readonly autoExtend: string } {
  return roles.some(isGlobalAdministrator)
    ? { duration: 'P90D', autoExtend: 'P0D' }
    : { duration: 'P730D', autoExtend: 'P180D' };
}

/** A link in Partner Center's format; `undefined` for functions that Microsoft 365 has no invitations for. */
function linkOf(
  invitedAs: SolutionProviderFunction,
  { tenantId }: SamplePartner,
  isGranular: boolean,
): string | undefined {
  if (isGranular) {
    return `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${randomUUID()}-${tenantId}`;
  }
  const page = '#/BillingAccounts/partner-invitation';
  const home = 'https://admin.microsoft.com/Adminportal/Home';
  switch (invitedAs) {
    case 'reseller':
      return `${home}?invType=ResellerRelationship&partnerId=${tenantId}&msppId=0&DAP=false${page}`;
    case 'resellerAndDelegatedAdministrator':
      return `${home}?invType=ResellerRelationship&partnerId=${tenantId}&msppId=0&DAP=true${page}`;
    case 'delegatedAdministrator':
      return `${home}?invType=Administration&partnerId=${tenantId}${page}`;
    case 'partner':
    case 'mpsaPartner':
    case 'oemPcPartner':
    case 'lineOfBusinessPartner':
      return undefined;
  }
}
