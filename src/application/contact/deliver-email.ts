import { afterAttempt, type Delivery, type DeliveryState } from '../../domain/contact/contact-delivery.ts';
import { withDelivery, type ContactRequest } from '../../domain/contact/contact-request.ts';
import type { DeliveryId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { remove, update } from '../ports/changes.ts';
import type { Clock, RandomBytes, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { MailError, type Mail, type MailOutcome } from '../ports/mail.ts';
import type { Notifier } from '../ports/posts.ts';
import type { PendingDelivery } from '../ports/records.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

export interface EmailPorts {
  readonly store: Store;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly randomBytes: RandomBytes;
  readonly notifier: Notifier;
  readonly log: Log;
}

/** The outcome of one attempt, and when it ended. */
export interface Attempt {
  readonly outcome: MailOutcome | 'failed';
  readonly at: Instant;
}

/** Of one attempt; milliseconds. A mail server that trickles its answer would hold the e-mail for ever. */
const timeout = 30_000;

/**
 * Tries once to send a pending e-mail. Never throws because of the mail server.
 * @returns undefined if the e-mail is no longer pending
 * @throws DomainError('store-unavailable'); nothing was sent then
 */
export async function attemptEmail(
  ports: EmailPorts,
  tenant: TenantId,
  id: DeliveryId,
): Promise<Attempt | undefined> {
  const { store, mail, clock, timer, log } = ports;
  if ((await store.get(tenant, 'pendingDelivery', id)) === undefined) return undefined;
  const email = await pendingEmail(store, tenant, id);
  const abort = new AbortController();
  const cancel = timer.after(timeout, () => {
    abort.abort();
  });
  try {
    const outcome = await mail.send({ request: email.request.value, delivery: email.delivery }, abort.signal);
    log.info({ delivery: id, outcome }, 'e-mail handed to the mail server');
    return { outcome, at: clock.now() };
  } catch (error) {
    const reason = error instanceof MailError ? error.message : 'unexpected error';
    log.warn({ delivery: id, attempts: email.state.attempts + 1, reason }, 'e-mail not sent');
    return { outcome: 'failed', at: clock.now() };
  } finally {
    cancel();
  }
}

/**
 * Stores the outcome of an attempt, and notifies the requester if the e-mail was given up.
 * @returns when to try again; undefined once the e-mail is sent or given up
 * @throws DomainError('store-unavailable'); nothing was changed then
 */
export async function storeAttempt(
  ports: EmailPorts,
  tenant: TenantId,
  id: DeliveryId,
  { outcome, at }: Attempt,
): Promise<Instant | undefined> {
  const { store, randomBytes, notifier, log } = ports;
  const chance = (randomBytes(1)[0] ?? 0) / 256;
  const { request, delivery } = await retryOnConflict(async () => {
    const email = await pendingEmail(store, tenant, id);
    const { requestedAt } = email.request.value;
    const state = afterAttempt(email.state, outcome, { requestedAt, at, chance });
    const delivery = { ...email.delivery, state };
    const request = withDelivery(email.request.value, delivery);
    await store.commit(tenant, [
      update('contactRequest', email.request, request),
      pendingAfter(email.pending, state),
      ...(state.kind === 'givenUp' ? [contactGivenUp(request, delivery, at)] : []),
    ]);
    return { request, delivery };
  });
  if (delivery.state.kind === 'waiting') return delivery.state.nextAttemptAt;
  if (delivery.state.kind === 'givenUp') {
    await notifier
      .tell(tenant, request.requestedBy, { kind: 'contactGivenUp', request, delivery })
      .catch(() => {
        log.error({ delivery: id }, 'could not notify the requester that an e-mail was given up');
      });
  }
  return undefined;
}

interface PendingEmail {
  readonly pending: Versioned<PendingDelivery>;
  readonly request: Versioned<ContactRequest>;
  readonly delivery: Delivery;
  readonly state: DeliveryState & { readonly kind: 'waiting' };
}

async function pendingEmail(store: Store, tenant: TenantId, id: DeliveryId): Promise<PendingEmail> {
  const pending = await store.get(tenant, 'pendingDelivery', id);
  const request = pending && (await store.get(tenant, 'contactRequest', pending.value.request));
  const delivery = request?.value.deliveries.find((known) => known.id === id);
  if (pending === undefined || request === undefined || delivery?.state.kind !== 'waiting') {
    throw new Error(`e-mail ${id} is pending, but not in its contact request`);
  }
  return { pending, request, delivery, state: delivery.state };
}

function pendingAfter(pending: Versioned<PendingDelivery>, state: DeliveryState): Change {
  if (state.kind !== 'waiting') return remove('pendingDelivery', pending);
  return update('pendingDelivery', pending, { ...pending.value, nextAttemptAt: state.nextAttemptAt });
}

function contactGivenUp({ id, reference }: ContactRequest, { recipient }: Delivery, at: Instant): Change {
  const recipients = [recipient.kind === 'provider' ? recipient.provider : recipient.kind];
  const event = { kind: 'contactGivenUp', request: id, reference, recipients } as const;
  return { type: 'append', kind: 'audit', value: { at, by: 'desk', event } };
}
