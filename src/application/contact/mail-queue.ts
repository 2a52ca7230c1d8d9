import { dueAt } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import { deliveryId, type TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf, type Instant } from '../../domain/instant.ts';
import { createDurableQueue, type DurableQueue } from '../runtime/durable-queue.ts';
import { listAll } from '../runtime/list-all.ts';
import { attemptEmail, keepAttempt, type EmailPorts } from './deliver-email.ts';

/** Sends the letters of contact requests, each until it is taken or given up. */
export interface MailQueue extends Pick<DurableQueue, 'start' | 'pending' | 'stop'> {
  /**
   * Tries the letters of a request that was just kept. Returns once each was tried, or when `patience` milliseconds
   * have passed; what is left goes on by itself.
   */
  deliverNow(tenant: TenantId, request: ContactRequest, timeout: number): Promise<void>;
}

const second = 1000;
const minute = 60 * second;

/**
 * The schedule is the store's: a letter's next attempt survives a restart. What came of an attempt is kept before that letter
 * is touched again. A letter goes out twice only if the desk dies, or the connection breaks, between the mail server's taking
 * it and the desk's learning or keeping so; no sender can rule that out, and the Message-ID is then the same.
 */
export function createMailQueue(ports: EmailPorts): MailQueue {
  const { store, clock, timer } = ports;

  function waitUntil(nextAttemptAt: Instant): number {
    const now = clock.now();
    return Math.max(0, millisecondsOf(dueAt(nextAttemptAt, now)) - millisecondsOf(now));
  }

  const queue = createDurableQueue(ports, {
    itemName: 'letter',
    async *findPending(tenant) {
      for await (const { id, value } of listAll(store, tenant, 'pendingDelivery'))
        yield { items: [{ id, group: id, wait: waitUntil(value.nextAttemptAt) }] };
    },
    async attempt(tenant, id) {
      const attempt = await attemptEmail(ports, tenant, deliveryId(id));
      return (
        attempt &&
        (async () => {
          const next = await keepAttempt(ports, tenant, deliveryId(id), attempt);
          return next && waitUntil(next);
        })
      );
    },
    backoff: (failures) => Math.min(second * 2 ** (failures - 1), minute),
    // One mail server is talked to on so many connections.
    pool: { isPerTenant: false, maxRunning: 4, rate: [] },
    groupRate: [],
  });

  return {
    ...queue,
    deliverNow: (tenant, { deliveries }, timeout) =>
      new Promise((resolve) => {
        const cancel = timer.after(timeout, resolve);
        void Promise.all(deliveries.map(({ id }) => queue.enqueue(tenant, { id, group: id }))).then(() => {
          cancel();
          resolve();
        });
      }),
  };
}
