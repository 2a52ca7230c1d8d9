import type { AdminRole } from '../../domain/admin-role.ts';
import type { OrganizationSize } from '../../domain/providers/organization-size.ts';
import type { FilterName } from '../../domain/providers/provider-search.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';

const functions: Record<SolutionProviderFunction, string> = {
  reseller: 'Reseller',
  delegatedAdministrator: 'Delegated administrator',
  resellerAndDelegatedAdministrator: 'Reseller & delegated administrator',
  partner: 'Partner',
  mpsaPartner: 'Microsoft Products & Services Agreement (MPSA) partner',
  oemPcPartner: 'OEM PC partner',
  lineOfBusinessPartner: 'Line-of-business (LOB) partner',
};

const adminRoles: Record<AdminRole, string> = {
  globalAdministrator: 'Global Administrator',
  billingAdministrator: 'Billing Administrator',
  relationshipAdministrator: 'Customer Delegated Admin Relationship Administrator',
};

const sizes: Record<OrganizationSize, string> = {
  '1-9': '1 to 9 people',
  '10-50': '10 to 50 people',
  '51-250': '51 to 250 people',
  '251-1000': '251 to 1,000 people',
  '1001-5000': '1,001 to 5,000 people',
  '5001+': 'More than 5,000 people',
};

const filters: Record<FilterName, string> = {
  country: 'Country',
  city: 'City',
  offering: 'Service or product',
  function: 'Function',
  industry: 'Industry',
  size: 'Organisation size',
  designation: 'Designation',
};

/**
 * Services, industries and designations by their value in directories, which are Microsoft's English terms; others are
 * shown unchanged. Product names are not translated.
 */
const offerings: Readonly<Record<string, string>> = {};

export const vocabulary = { functions, adminRoles, sizes, filters, offerings };
