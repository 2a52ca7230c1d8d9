import type { Instant } from '../instant.ts';

/** What a person accepts together with every invitation. The address is the one that Microsoft documents for accepting it. */
export const microsoftCloudAgreement = {
  name: 'Microsoft Cloud Agreement',
  url: 'https://go.microsoft.com/fwlink/?linkid=2116573',
} as const;

/** Which agreement was accepted, and when. Kept as it was shown, should name or address change later. */
export interface AcceptedAgreement {
  readonly name: string;
  readonly url: string;
  readonly acceptedAt: Instant;
}
