/**
 * The Microsoft Entra roles that decide about partners: Global Administrator, Billing Administrator, and Customer Delegated
 * Admin Relationship Administrator.
 */
export const adminRoles = [
  'globalAdministrator',
  'billingAdministrator',
  'relationshipAdministrator',
] as const;

export type AdminRole = (typeof adminRoles)[number];
