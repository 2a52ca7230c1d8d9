import type { TenantPart } from './tenant-reads.ts';

/** The application permission of Microsoft Graph that each part takes. Source: Graph permissions reference, August 2026. */
export const permissionOf: Readonly<Record<TenantPart, string>> = {
  providers: 'Policy.Read.All',
  roles: 'RoleManagement.Read.Directory',
  allowedRoles: 'Policy.Read.All',
  subscriptions: 'Organization.Read.All',
  audits: 'AuditLog.Read.All',
  signIns: 'AuditLog.Read.All',
};
