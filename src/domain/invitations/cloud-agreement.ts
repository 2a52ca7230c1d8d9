import type { Instant } from '../instant.ts';

/** The agreement accepted with every invitation. The URL is the one that Microsoft documents for accepting it. */
export const microsoftCloudAgreement = {
  name: 'Microsoft Cloud Agreement',
  url: 'https://go.microsoft.com/fwlink/?linkid=2116573',
} as const;

/** The accepted agreement, stored as it was shown, in case its name or URL changes later. */
export interface AcceptedAgreement {
  readonly name: string;
  readonly url: string;
  readonly acceptedAt: Instant;
}
