import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkContactLimits,
  personSlot,
  tenantSlot,
  withSentContact,
  type ContactLimits,
  type SentContacts,
} from '../../../src/domain/contact/contact-limits.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { day, instantFrom, later, millisecondsOf } from '../../../src/domain/instant.ts';
import { monday } from '../../support/examples/contact-examples.ts';

const minute = 60_000;
const hour = 60 * minute;
const limits: ContactLimits = { requestsPerHour: 3, emailsPerDay: 8, tenantEmailsPerDay: 20 };

function refusal(sent: readonly SentContacts[], emails: number, after: number, tenant = sent) {
  try {
    checkContactLimits(limits, { person: sent, tenant }, { emails, now: later(monday, after) });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, parameters } = error as DomainError;
    return { code, ...parameters };
  }
}

describe('contact limits', () => {
  const sentAt = (...requests: readonly (readonly [number, number])[]): readonly SentContacts[] =>
    requests.reduce<readonly SentContacts[]>(
      (sent, [after, emails]) => withSentContact(sent, { emails, now: later(monday, after) }, personSlot),
      [],
    );

  it('names the hourly limit, and when its oldest request is an hour old', () => {
    const sent = sentAt([0, 1], [20 * minute, 1], [40 * minute, 1]);
    assert.deepEqual(refusal(sent, 1, 59 * minute), {
      code: 'contact-limit-reached',
      limit: 'requestsPerHour',
      max: 3,
      left: 0,
      until: later(monday, hour),
    });
    assert.equal(refusal(sent, 1, hour), undefined);
  });

  it('says how many e-mails of the day are left, and when there is room for all of them', () => {
    const sent = sentAt([0, 2], [hour, 3], [2 * hour, 2]);
    assert.deepEqual(refusal(sent, 5, 3 * hour), {
      code: 'contact-limit-reached',
      limit: 'emailsPerDay',
      max: 8,
      left: 1,
      until: later(monday, hour + day),
    });
    assert.equal(refusal(sent, 1, 3 * hour), undefined);
    assert.equal(refusal(sent, 5, hour + day), undefined);
  });

  it('names the limit that holds longest', () => {
    const sent = sentAt([0, 3], [minute, 3], [2 * minute, 2]);
    assert.equal(refusal(sent, 1, 3 * minute)?.code, 'contact-limit-reached');
    assert.deepEqual(refusal(sent, 1, 3 * minute), {
      code: 'contact-limit-reached',
      limit: 'emailsPerDay',
      max: 8,
      left: 0,
      until: later(monday, day),
    });
  });

  it('counts what everybody in the tenant sent', () => {
    const tenant = [{ at: monday, requests: 9, emails: 18 }];
    assert.deepEqual(refusal([], 3, hour, tenant), {
      code: 'contact-limit-reached',
      limit: 'tenantEmailsPerDay',
      max: 20,
      left: 2,
      until: later(monday, day),
    });
  });

  it('has no limit where it is 0', () => {
    const sent = [{ at: monday, requests: 1000, emails: 5000 }];
    const none = { requestsPerHour: 0, emailsPerDay: 0, tenantEmailsPerDay: 0 };
    checkContactLimits(none, { person: sent, tenant: sent }, { emails: 5, now: monday });
  });

  it('asks for fewer providers where a request alone is above the limit', () => {
    assert.deepEqual(refusal([], 9, 0), { code: 'too-many-providers', max: 8, chosen: 9 });
  });

  it('counts what is dated ahead of a clock that was set back, but locks nobody out for a year', () => {
    const sent = [{ at: later(monday, 10 * minute), requests: 3, emails: 3 }];
    assert.equal(refusal(sent, 1, 0)?.code, 'contact-limit-reached');
    assert.equal(refusal([{ at: later(monday, 365 * day), requests: 3, emails: 8 }], 1, 0), undefined);
  });

  it('never lets through more than the limits, whatever is tried when, in a record of bounded size', () => {
    const attempts = fc.array(fc.tuple(fc.nat({ max: 3 * hour }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(attempts, fc.constantFrom(personSlot, tenantSlot), (tried, slot) => {
        let now = monday;
        let sent: readonly SentContacts[] = [];
        const accepted: { readonly at: number; readonly emails: number }[] = [];
        for (const [pause, emails] of tried) {
          now = later(now, pause);
          try {
            checkContactLimits(limits, { person: sent, tenant: sent }, { emails, now });
          } catch (error) {
            assert.ok(error instanceof DomainError);
            continue;
          }
          sent = withSentContact(sent, { emails, now }, slot);
          accepted.push({ at: millisecondsOf(now), emails });
        }
        assert.ok(sent.length <= day / slot + 1);
        for (const { at } of accepted) {
          const within = (time: number) => accepted.filter((other) => other.at > at - time && other.at <= at);
          assert.ok(within(hour).length <= limits.requestsPerHour);
          assert.ok(within(day).reduce((sum, { emails }) => sum + emails, 0) <= limits.emailsPerDay);
        }
      }),
    );
  });

  it('stores what was sent at the same time as one', () => {
    const now = instantFrom(millisecondsOf(monday) + 10_000);
    const sent = withSentContact([{ at: monday, requests: 1, emails: 5 }], { emails: 2, now }, personSlot);
    assert.deepEqual(sent, [{ at: now, requests: 2, emails: 7 }]);
  });
});
