/** What a solution provider can be to a tenant: the seven functions of "Working with solution providers". */
export const solutionProviderFunctions = [
  'reseller',
  'delegatedAdministrator',
  'resellerAndDelegatedAdministrator',
  'partner',
  'mpsaPartner',
  'oemPcPartner',
  'lineOfBusinessPartner',
] as const;

export type SolutionProviderFunction = (typeof solutionProviderFunctions)[number];
