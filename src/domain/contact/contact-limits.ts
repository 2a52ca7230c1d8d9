import { DomainError } from '../domain-error.ts';
import { day, later, millisecondsOf, type Instant } from '../instant.ts';

/** Limits on contact requests, whatever their content; 0: unlimited. */
export interface ContactLimits {
  /** Requests of one person within an hour. */
  readonly requestsPerHour: number;
  /** E-mails to providers that one person causes within a day. */
  readonly emailsPerDay: number;
  /** E-mails to providers that the people of a tenant cause within a day. */
  readonly tenantEmailsPerDay: number;
}

/** What was sent around a time: everything sent within one slot of time is one of these, dated as the last of it. */
export interface SentContacts {
  readonly at: Instant;
  readonly requests: number;
  /** To providers. */
  readonly emails: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Slots bound what is stored: 1,440 for a person and 96 for a tenant. Milliseconds. */
export const personSlot = minute;
export const tenantSlot = 15 * minute;

/** What was sent before: by this person, and by everyone in the tenant. */
export interface SentBefore {
  readonly person: readonly SentContacts[];
  readonly tenant: readonly SentContacts[];
}

/**
 * Checks that one more request is within the limits.
 * @param emails to providers
 * @throws DomainError `too-many-providers` if it alone is above a limit; `contact-limit-reached` with the limit that
 * holds longest, and until when
 */
export function checkContactLimits(
  limits: ContactLimits,
  { person, tenant }: SentBefore,
  { emails, now }: { readonly emails: number; readonly now: Instant },
): void {
  const checks = [
    { limit: 'requestsPerHour', max: limits.requestsPerHour, within: hour, sent: person, needed: 1 },
    { limit: 'emailsPerDay', max: limits.emailsPerDay, within: day, sent: person, needed: emails },
    {
      limit: 'tenantEmailsPerDay',
      max: limits.tenantEmailsPerDay,
      within: day,
      sent: tenant,
      needed: emails,
    },
  ] as const;
  const reached = checks.flatMap(({ limit, max, within, sent, needed }) => {
    if (max === 0) return [];
    if (needed > max) throw new DomainError('too-many-providers', { max, chosen: needed });
    const count = ({ requests, emails }: SentContacts): number =>
      limit === 'requestsPerHour' ? requests : emails;
    const counted = recentlySent(sent, now, within);
    const left = max - counted.reduce((sum, each) => sum + count(each), 0);
    const until = roomAt(counted, count, needed - left);
    return until === undefined ? [] : [{ limit, max, left: Math.max(0, left), until: later(until, within) }];
  });
  const [last] = reached.sort((one, other) => (one.until < other.until ? 1 : -1));
  if (last !== undefined) throw new DomainError('contact-limit-reached', last);
}

/** The date of what must become too old before there is room; undefined if there is room now. */
function roomAt(
  sent: readonly SentContacts[],
  count: (each: SentContacts) => number,
  missing: number,
): Instant | undefined {
  if (missing <= 0) return undefined;
  let freed = 0;
  return sent.find((each) => (freed += count(each)) >= missing)?.at;
}

/**
 * What counts within a time, oldest first. If the clock was set back, what is dated further ahead than that counts no
 * more: nobody waits for as long as the clock was wrong.
 */
function recentlySent(sent: readonly SentContacts[], now: Instant, within: number): readonly SentContacts[] {
  return sent
    .filter(({ at }) => Math.abs(millisecondsOf(now) - millisecondsOf(at)) < within)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** What was sent within a day, with one more request. @param slot milliseconds */
export function withSentContact(
  sent: readonly SentContacts[],
  { emails, now }: { readonly emails: number; readonly now: Instant },
  slot: number,
): readonly SentContacts[] {
  const slotOf = (at: Instant): number => Math.floor(millisecondsOf(at) / slot);
  const recent = recentlySent(sent, now, day);
  const same = recent.filter(({ at }) => slotOf(at) === slotOf(now));
  const merged = same.reduce(
    (sum, each) => ({
      at: each.at > sum.at ? each.at : sum.at,
      requests: sum.requests + each.requests,
      emails: sum.emails + each.emails,
    }),
    { at: now, requests: 1, emails },
  );
  return [...recent.filter((each) => !same.includes(each)), merged];
}
