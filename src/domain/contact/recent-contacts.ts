import { createHash } from 'node:crypto';
import type { ContactRequestId, ProviderId } from '../identifiers.ts';
import { later, type Instant } from '../instant.ts';
import type { ContactDetails } from './contact-details.ts';

/** A contact recently sent to one provider. */
export interface RecentContact {
  /** Hash of the provider and all answers of the form. */
  readonly fingerprint: string;
  readonly request: ContactRequestId;
  readonly at: Instant;
}

/** Identical contacts to the same provider are sent only once within this time; milliseconds. */
const deduplicationWindow = 60_000;

/** Identifies answers to a provider; the amount of white space does not matter. */
export function fingerprintOf(provider: ProviderId, details: ContactDetails): string {
  const answers = Object.entries(details)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, answer]: [string, string]) => [field, answer.replace(/\s+/g, ' ')]);
  return createHash('sha256')
    .update(JSON.stringify([provider, answers]))
    .digest('base64url');
}

/**
 * The contacts still within the window. Those dated in the future, since the clock was set back, count as sent now:
 * better to report a duplicate for too long than to send one.
 */
export function stillRecent(
  contacts: readonly RecentContact[] | undefined,
  now: Instant,
): readonly RecentContact[] {
  return (contacts ?? [])
    .filter(({ at }) => later(at, deduplicationWindow) > now)
    .map((contact) => (contact.at > now ? { ...contact, at: now } : contact));
}

/** Separates the providers not yet sent these answers from the request that went to the others. */
export function sortOut<Known extends { readonly id: ProviderId }>(
  recent: readonly RecentContact[],
  providers: readonly Known[],
  details: ContactDetails,
): { readonly unsent: readonly Known[]; readonly earlier: ContactRequestId | undefined } {
  const requests = new Map(recent.map(({ fingerprint, request }) => [fingerprint, request]));
  const requestOf = ({ id }: Known): ContactRequestId | undefined => requests.get(fingerprintOf(id, details));
  return {
    unsent: providers.filter((provider) => requestOf(provider) === undefined),
    earlier: providers.map(requestOf).findLast((request) => request !== undefined),
  };
}
