import { z } from 'zod';
import type { LinkState, PermissionState } from '../../application/ports/tenant-reader.ts';
import { TokenUnavailable } from '../../application/ports/tokens.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { privilegedRoleIds } from '../../domain/partners/role-template-ids.ts';
import { authorityFor, type TenantTokens } from '../identity/tenant-tokens.ts';
import { whyNot } from './graph-failure.ts';
import { grantedPermissions } from './granted-permissions.ts';
import {
  readAssignmentsOfRole,
  readAudits,
  readPartners,
  readSubscriptions,
  readTenantName,
  type GraphRead,
} from './graph-reads.ts';
import type { GraphSession } from './graph-session.ts';

/** Nobody's id: a read of it is refused without the permission, and finds nothing with it. */
const nobody = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

interface Permission {
  readonly permission: string;
  readonly isOptional: boolean;
  /** A read that takes it. */
  readonly read: GraphRead;
}

/** The permissions of the link, each with a read that takes it. The smallest set; all of them only read. */
function permissionsFor(tenant: TenantId, now: Instant): readonly Permission[] {
  const needed = (permission: string, read: GraphRead) => ({ permission, isOptional: false, read });
  return [
    needed('Policy.Read.All', readPartners()),
    needed('RoleManagement.Read.Directory', readAssignmentsOfRole(privilegedRoleIds.globalAdministrator)),
    needed('GroupMember.Read.All', { kind: 'checkMemberGroups', person: nobody, groups: [nobody] }),
    needed('CrossTenantInformation.ReadBasic.All', readTenantName(tenant)),
    needed('Organization.Read.All', readSubscriptions()),
    needed('AuditLog.Read.All', readAudits(now, 1)),
    {
      permission: 'Directory.Read.All',
      isOptional: true,
      read: { kind: 'getByIds', ids: [nobody], types: ['group'] },
    },
  ];
}

export interface LinkOptions {
  readonly appId: string;
  readonly authority: string;
  readonly root: string;
  readonly tokens: TenantTokens;
}

/** How the link to a tenant stands, with a try of every read whose permission is there. */
export async function readLink(
  session: GraphSession,
  { appId, authority, root, tokens }: LinkOptions,
  tenant: TenantId,
  now: Instant,
): Promise<Omit<LinkState, 'clockAhead'>> {
  const addresses = {
    consentAddress: consentAddress({ appId, authority, root }, tenant),
    graphAddress: root,
  };
  const permissions = permissionsFor(tenant, now);
  let granted: ReadonlySet<string> | undefined;
  try {
    // What was granted since the last one is in a new token only.
    granted = grantedPermissions(await tokens.renew(tenant, await tokens.token(tenant)));
  } catch (error) {
    if (!(error instanceof TokenUnavailable)) throw error;
    const untried = permissions.map(({ permission, isOptional }) => ({
      permission,
      isOptional,
      isGranted: false,
      read: 'untried' as const,
    }));
    return { ...addresses, token: { kind: 'notIssued', code: error.code }, permissions: untried };
  }
  const states: PermissionState[] = [];
  for (const { permission, isOptional, read } of permissions) {
    const isMissing = granted?.has(permission) === false;
    const outcome = isMissing ? 'untried' : await outcomeOf(session, read);
    // Where the token does not say, the read does: one that failed shows nothing.
    const isGranted = granted?.has(permission) ?? ['read', 'unlicensed', 'unsupported'].includes(outcome);
    states.push({ permission, isOptional, isGranted, read: outcome });
  }
  return { ...addresses, token: { kind: 'issued' }, permissions: states };
}

/** One request; whoever is looked for need not be there. */
async function outcomeOf(session: GraphSession, read: GraphRead): Promise<PermissionState['read']> {
  try {
    await session.get(read, z.looseObject({}));
    return 'read';
  } catch (error) {
    const why = whyNot(error);
    const isAboutNobody = read.kind === 'checkMemberGroups' || read.kind === 'getByIds';
    const isFound = isAboutNobody || (read.kind === 'get' && read.call.includes('findTenant'));
    return why === 'unsupported' && isFound ? 'read' : why;
  }
}

/**
 * Where an administrator consents. Source: Microsoft identity platform, “Admin consent”: application permissions take
 * the scope `.default`. The address that it leads back to is the platform's own for apps without one.
 */
function consentAddress({ appId, authority, root }: Omit<LinkOptions, 'tokens'>, tenant: TenantId): string {
  const address = new URL(`${authorityFor(authority, tenant)}/v2.0/adminconsent`);
  address.searchParams.set('client_id', appId);
  address.searchParams.set('scope', `${root}/.default`);
  address.searchParams.set('redirect_uri', `${address.origin}/common/oauth2/nativeclient`);
  return address.href;
}
