import { Semaphore } from 'async-mutex';
import { dueAt } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { DeliveryId, TenantId } from '../../domain/identifiers.ts';
import { later, millisecondsOf, type Instant } from '../../domain/instant.ts';
import { whatFailed } from '../runtime/logging.ts';
import { attemptLetter, keepAttempt, type LetterPorts } from './deliver-letter.ts';

/** Sends the letters of contact requests, each until it is taken or given up. */
export interface MailDelivery {
  /**
   * Takes up what every tenant still had to send when the desk last stopped.
   * @throws DomainError('store-unavailable') when the tenants cannot be listed
   */
  start(): Promise<void>;
  /**
   * Tries the letters of a request that was just kept. Returns once each was tried, or when `patience` milliseconds
   * have passed; what is left goes on by itself.
   */
  deliverNow(tenant: TenantId, request: ContactRequest, patience: number): Promise<void>;
  /** How many letters wait, those under way among them. */
  pending(): number;
  /** Begins nothing new, and returns when the letters that are under way have come to an end and were noted. */
  stop(): Promise<void>;
}

/** One mail server is talked to on so many connections; the others wait their turn. */
const lettersAtOnce = 4;
const second = 1000;
const minute = 60 * second;
const pageSize = 100;

/**
 * The schedule is the store's: a letter's next attempt survives a restart. Each letter is under way once at most,
 * whoever asks for it, and what came of an attempt is noted before that letter is touched again. A letter goes out twice
 * only if the desk dies, or the connection breaks, between the mail server's taking it and the desk's learning or noting
 * so; no sender can rule that out, and the Message-ID is then the same.
 */
export function createMailDelivery(ports: LetterPorts): MailDelivery {
  const { store, clock, timer, log } = ports;
  const slots = new Semaphore(lettersAtOnce);
  const underWay = new Map<DeliveryId, Promise<void>>();
  const alarms = new Map<DeliveryId, () => void>();
  const pauses = new Set<() => void>();
  let stopped = false;

  function schedule(tenant: TenantId, id: DeliveryId, at: Instant): void {
    if (stopped) return;
    alarms.get(id)?.();
    const now = clock.now();
    const wait = Math.max(0, millisecondsOf(dueAt(at, now)) - millisecondsOf(now));
    const callOff = timer.after(wait, () => void deliver(tenant, id, at));
    alarms.set(id, callOff);
  }

  /** @param waitedFor the attempt that a timer has just waited for; timers go on where the clock goes back */
  function deliver(tenant: TenantId, id: DeliveryId, waitedFor?: Instant): Promise<void> {
    const already = underWay.get(id);
    if (already !== undefined || stopped) return already ?? Promise.resolve();
    alarms.get(id)?.();
    alarms.delete(id);
    const run = attemptWhenDue(tenant, id, waitedFor)
      .catch((error: unknown) => postponed(id, error))
      .then((next) => {
        underWay.delete(id);
        if (next !== undefined) schedule(tenant, id, next);
      });
    underWay.set(id, run);
    return run;
  }

  /** @returns when to look at the letter again; undefined when it is done with */
  async function attemptWhenDue(
    tenant: TenantId,
    id: DeliveryId,
    waitedFor: Instant | undefined,
  ): Promise<Instant | undefined> {
    const pending = await store.get(tenant, 'pendingDelivery', id);
    if (pending === undefined) return undefined;
    const { nextAttemptAt } = pending.value;
    const now = clock.now();
    if (nextAttemptAt !== waitedFor && dueAt(nextAttemptAt, now) > now) return nextAttemptAt;
    const attempt = await slots.runExclusive(() => attemptLetter(ports, tenant, id));
    return untilKept(id, () => keepAttempt(ports, tenant, id, attempt));
  }

  async function untilKept<Result>(id: DeliveryId, keep: () => Promise<Result>): Promise<Result> {
    for (let wait = second; ; wait = Math.min(2 * wait, minute)) {
      const isLastTry = stopped;
      try {
        return await keep();
      } catch (error) {
        log.error({ delivery: id, ...whatFailed(error) }, 'could not note what became of a letter');
        if (isLastTry) throw error;
      }
      await pause(wait);
    }
  }

  function postponed(id: DeliveryId, error: unknown): Instant {
    // Stopping cancels those that wait for their turn; they stay in the store for the next start.
    if (!stopped) log.error({ delivery: id, ...whatFailed(error) }, 'could not look at a letter');
    return later(clock.now(), minute);
  }

  function pause(milliseconds: number): Promise<void> {
    if (stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        pauses.delete(wake);
        resolve();
      };
      pauses.add(wake);
      timer.after(milliseconds, wake);
    });
  }

  async function takeUp(tenant: TenantId): Promise<void> {
    try {
      let after: string | undefined;
      do {
        const from = after === undefined ? {} : { after };
        const page = await store.list(tenant, 'pendingDelivery', { limit: pageSize, ...from });
        for (const { value } of page.items) schedule(tenant, value.delivery, value.nextAttemptAt);
        after = page.next;
      } while (after !== undefined);
    } catch (error) {
      log.error({ tenant, ...whatFailed(error) }, 'could not take up the letters of a tenant');
      timer.after(minute, () => void takeUp(tenant));
    }
  }

  return {
    async start() {
      for (const tenant of await store.tenants()) await takeUp(tenant);
    },
    deliverNow: (tenant, request, patience) =>
      new Promise((resolve) => {
        const callOff = timer.after(patience, resolve);
        void Promise.all(request.deliveries.map(({ id }) => deliver(tenant, id))).then(() => {
          callOff();
          resolve();
        });
      }),
    pending: () => new Set([...alarms.keys(), ...underWay.keys()]).size,
    async stop() {
      stopped = true;
      for (const callOff of alarms.values()) callOff();
      for (const wake of pauses) wake();
      slots.cancel();
      await Promise.all(underWay.values());
    },
  };
}
