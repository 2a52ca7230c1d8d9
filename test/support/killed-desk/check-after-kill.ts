import assert from 'node:assert/strict';
import { invitationId, personId } from '../../../src/domain/identifiers.ts';
import { postKey } from '../../../src/domain/notifications/announcement.ts';
import { subscriberIdOf } from '../../../src/domain/notifications/subscriber.ts';
import type { Ledger } from './ledger.ts';
import type { StoredTenant } from './stored-after-kill.ts';
import { keyOf, type Notification } from './what-arrived.ts';

/** Asserts that every acknowledged decision and request is stored, and that pending e-mails are still pending. */
export function checkAcknowledged(ledger: Ledger, stored: readonly StoredTenant[]): void {
  const of = (tenant: string) => stored.find((candidate) => candidate.tenant === tenant);
  for (const [invitation, { tenant }] of ledger.decisions) {
    assert.ok(of(tenant)?.decided.has(invitationId(invitation)), `the decision about ${invitation} is lost`);
  }
  for (const [reference, { tenant }] of ledger.requests) {
    const request = of(tenant)?.requests.find((candidate) => candidate.reference === reference);
    assert.ok(request, `request ${reference} is lost`);
    for (const { id, state } of request.deliveries) {
      assert.equal(
        of(tenant)?.emails.has(id),
        state.kind === 'waiting',
        `e-mail ${id} of ${reference} is lost`,
      );
    }
  }
}

/** What was sent, and what the desk recorded as sent and must not send again. */
export class SentOnce {
  repeated = 0;
  readonly #sent = new Set<string>();
  readonly #recorded = new Set<string>();

  /** Adds the keys of what was sent during one run of the desk. */
  add(keys: readonly string[]): void {
    assert.equal(new Set(keys).size, keys.length, `sent twice in one run: ${repeatedIn(keys)}`);
    for (const key of keys) {
      assert.ok(!this.#recorded.has(key), `sent again although recorded as sent: ${key}`);
      if (this.#sent.has(key)) this.repeated += 1;
      this.#sent.add(key);
    }
  }

  /** Marks what the desk has recorded as sent by the end of a run. */
  markRecorded(isRecorded: (key: string) => boolean): void {
    for (const key of this.#sent) if (isRecorded(key)) this.#recorded.add(key);
  }

  get size(): number {
    return this.#sent.size;
  }
}

/** Whether the desk has recorded that a notification was sent. */
export function isRecordedAsSent(
  notification: Notification,
  invitation: string,
  stored: readonly StoredTenant[],
): boolean {
  const [, person = '', tenant = ''] = /^chat of (\S+) in (\S+)$/.exec(notification.conversation) ?? [];
  const owner = stored.find((candidate) => candidate.tenant === tenant);
  const subject = { kind: 'invitation', invitation: invitationId(invitation) } as const;
  const key = postKey(subject, subscriberIdOf({ kind: 'person', person: personId(person) }));
  const pending = owner?.posts.get(key);
  if (pending === undefined) return true;
  return notification.kind === 'card'
    ? owner?.cards.has(key) === true
    : !pending.owesMessage && owner?.cards.has(key) === true;
}

export function keysOf(notifications: readonly Notification[]): readonly string[] {
  return notifications.map(keyOf);
}

function repeatedIn(keys: readonly string[]): string {
  return keys.filter((key, index) => keys.indexOf(key) !== index).join(', ');
}
