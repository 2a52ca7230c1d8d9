import { createHash } from 'node:crypto';
import type { ContactRequestId, ProviderId } from '../identifiers.ts';
import { later, type Instant } from '../instant.ts';
import type { ContactDetails } from './contact-details.ts';

/** What a person sent to one provider a moment ago. */
export interface RecentContact {
  /** Of the provider and every answer of the form. */
  readonly fingerprint: string;
  readonly request: ContactRequestId;
  readonly at: Instant;
}

/** For how long the same text to the same provider goes out only once; milliseconds. */
const sendsOnceWithin = 60_000;

/** The same for the same answers to the same provider, whatever the white space between words; else another. */
export function fingerprintOf(provider: ProviderId, details: ContactDetails): string {
  const answers = Object.entries(details)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, answer]: [string, string]) => [field, answer.replace(/\s+/g, ' ')]);
  return createHash('sha256')
    .update(JSON.stringify([provider, answers]))
    .digest('base64url');
}

/**
 * Those that still count at `now`. What seems to be sent later than now, since the clock went back, is taken to have been sent
 * just now: rather told twice that it was sent than sent twice.
 */
export function stillRecent(
  contacts: readonly RecentContact[] | undefined,
  now: Instant,
): readonly RecentContact[] {
  return (contacts ?? [])
    .filter(({ at }) => later(at, sendsOnceWithin) > now)
    .map((contact) => (contact.at > now ? { ...contact, at: now } : contact));
}

/** Which providers have yet to get these answers, and the request in which the others got them. */
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
