import { dueAt } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import { deliveryId, type TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf, type Instant } from '../../domain/instant.ts';
import { createDurableQueue, type DurableQueue } from '../runtime/durable-queue.ts';
import { listAll } from '../runtime/list-all.ts';
import { attemptEmail, storeAttempt, type EmailPorts } from './deliver-email.ts';

/** Sends the e-mails of contact requests, retrying each until it is accepted or given up. */
export interface MailQueue extends Pick<DurableQueue, 'start' | 'pending' | 'stop'> {
  /**
   * Tries the e-mails of a request that was just stored. Returns once each was tried, or after `timeout` milliseconds;
   * the rest is sent in the background.
   */
  deliverNow(tenant: TenantId, request: ContactRequest, timeout: number): Promise<void>;
}

const second = 1000;
const minute = 60 * second;

/**
 * The schedule is in the store: an e-mail's next attempt survives a restart. The outcome of an attempt is stored before
 * that e-mail is tried again. An e-mail is sent twice only if the desk dies, or the connection breaks, between the mail
 * server accepting it and the desk learning or storing that; no sender can rule this out. The Message-ID is the same
 * then.
 */
export function createMailQueue(ports: EmailPorts): MailQueue {
  const { store, clock, timer } = ports;

  function waitUntil(nextAttemptAt: Instant): number {
    const now = clock.now();
    return Math.max(0, millisecondsOf(dueAt(nextAttemptAt, now)) - millisecondsOf(now));
  }

  const queue = createDurableQueue(ports, {
    itemName: 'e-mail',
    async *findPending(tenant) {
      for await (const { id, value } of listAll(store, tenant, 'pendingDelivery'))
        yield { items: [{ id, group: id, wait: waitUntil(value.nextAttemptAt) }] };
    },
    async attempt(tenant, id) {
      const attempt = await attemptEmail(ports, tenant, deliveryId(id));
      return (
        attempt &&
        (async () => {
          const next = await storeAttempt(ports, tenant, deliveryId(id), attempt);
          return next && { in: waitUntil(next) };
        })
      );
    },
    backoff: (failures) => Math.min(second * 2 ** (failures - 1), minute),
    // All tenants share the connections to one mail server.
    pool: { isPerTenant: false, maxRunning: 4, rate: [] },
    groupRate: () => [],
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
