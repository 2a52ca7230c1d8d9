import { userAdministrator } from './invitation-examples.ts';

/** The intake's body as the documentation shows it. */
export const submittedGranular = {
  id: 'inv-2041',
  tenantId: '6b1f3c0e-2f4d-4c59-9d0a-8a1c5e7f2b34',
  partner: { tenantId: '3b33e682-00c3-41ee-9dd2-a548adf56438', name: 'Fabrikam', domain: 'fabrikam.com' },
  function: 'resellerAndDelegatedAdministrator',
  delegatedAdmin: { roles: [userAdministrator], duration: 'P730D', autoExtend: 'P180D' },
  message: 'Welcome to Fabrikam.',
  link: 'https://admin.microsoft.com/Adminportal/Home',
  expiresAt: '2027-02-20T00:00:00Z',
};

/** Required fields only. */
export const submittedReseller = {
  id: 'inv-2042',
  tenantId: submittedGranular.tenantId,
  partner: { tenantId: submittedGranular.partner.tenantId, name: 'Fabrikam' },
  function: 'reseller',
};
