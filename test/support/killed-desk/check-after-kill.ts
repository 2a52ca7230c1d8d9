import assert from 'node:assert/strict';
import { invitationId, personId } from '../../../src/domain/identifiers.ts';
import { postKey } from '../../../src/domain/notifications/announcement.ts';
import { subscriberIdOf } from '../../../src/domain/notifications/subscriber.ts';
import type { Ledger } from './ledger.ts';
import type { StoredTenant } from './stored-after-kill.ts';
import { keyOf, type Told } from './what-arrived.ts';

/** Every acknowledged decision and request is stored, and what is still to be sent is not forgotten. */
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
        of(tenant)?.letters.has(id),
        state.kind === 'waiting',
        `letter ${id} of ${reference} is forgotten`,
      );
    }
  }
}

/** What was sent, and which of it the desk has noted as sent: that must not be sent again. */
export class SentOnce {
  repeated = 0;
  readonly #sent = new Set<string>();
  readonly #noted = new Set<string>();

  /** Takes in what was sent during one life of the desk, each by its key. */
  takeIn(keys: readonly string[]): void {
    assert.equal(new Set(keys).size, keys.length, `sent twice by a desk that lived on: ${repeatedIn(keys)}`);
    for (const key of keys) {
      assert.ok(!this.#noted.has(key), `sent again although that was noted: ${key}`);
      if (this.#sent.has(key)) this.repeated += 1;
      this.#sent.add(key);
    }
  }

  /** After a life of the desk: what it has noted of all that was sent. */
  note(isNoted: (key: string) => boolean): void {
    for (const key of this.#sent) if (isNoted(key)) this.#noted.add(key);
  }

  get size(): number {
    return this.#sent.size;
  }
}

/** Whether the desk has noted that somebody was told something. */
export function isNoted(told: Told, invitation: string, stored: readonly StoredTenant[]): boolean {
  const [, person = '', tenant = ''] = /^chat of (\S+) in (\S+)$/.exec(told.conversation) ?? [];
  const kept = stored.find((candidate) => candidate.tenant === tenant);
  const subject = { kind: 'invitation', invitation: invitationId(invitation) } as const;
  const key = postKey(subject, subscriberIdOf({ kind: 'person', person: personId(person) }));
  const pending = kept?.posts.get(key);
  if (pending === undefined) return true;
  return told.kind === 'card'
    ? kept?.cards.has(key) === true
    : !pending.owesMessage && kept?.cards.has(key) === true;
}

export function keysOf(told: readonly Told[]): readonly string[] {
  return told.map(keyOf);
}

function repeatedIn(keys: readonly string[]): string {
  return keys.filter((key, index) => keys.indexOf(key) !== index).join(', ');
}
