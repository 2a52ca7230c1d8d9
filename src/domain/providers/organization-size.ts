/** Number of people in an organisation, in the bands that providers list. */
export const organizationSizes = ['1-9', '10-50', '51-250', '251-1000', '1001-5000', '5001+'] as const;

export type OrganizationSize = (typeof organizationSizes)[number];
