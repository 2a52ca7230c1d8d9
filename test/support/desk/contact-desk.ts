import { setTimeout } from 'node:timers/promises';
import { createMailQueue, type MailQueue } from '../../../src/application/contact/mail-queue.ts';
import {
  sendContactRequest,
  type ContactOrder,
} from '../../../src/application/contact/send-contact-request.ts';
import type { Mail } from '../../../src/application/ports/mail.ts';
import type { Notice } from '../../../src/application/ports/posts.ts';
import type { PendingDelivery } from '../../../src/application/ports/records.ts';
import type { Store, Versioned } from '../../../src/application/ports/store.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import type { DeliveryState, Recipient } from '../../../src/domain/contact/contact-delivery.ts';
import type { ContactLimits } from '../../../src/domain/contact/contact-limits.ts';
import type { ContactRequest } from '../../../src/domain/contact/contact-request.ts';
import type { ContactRequestId } from '../../../src/domain/identifiers.ts';
import { millisecondsOf } from '../../../src/domain/instant.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import {
  exampleProvider,
  fabrikam,
  filledForm,
  megan,
  monday,
  northwind,
} from '../examples/contact-examples.ts';
import { breakableStore } from '../ports/breakable-store.ts';
import { memoryDirectory } from '../ports/memory-directory.ts';
import { memoryStore } from '../ports/memory-store.ts';
import { movingTime } from '../ports/moving-time.ts';
import { recordingMail } from '../ports/recording-mail.ts';

export const providers: readonly Provider[] = [
  fabrikam,
  northwind,
  ...['Adatum', 'Litware', 'Proseware', 'Tailspin Toys'].map((name) => exampleProvider(name)),
];

interface Given {
  readonly mail?: Mail;
  readonly store?: Store;
  readonly limits?: ContactLimits;
  readonly sendsCopies?: boolean;
  /** Begins its ids; of two desks on one store, each needs its own. */
  readonly ids?: string;
}

/** What a desk needs to contact providers; the test controls time and mail. */
export function contactDesk(given: Given = {}) {
  const recording = recordingMail();
  const store = breakableStore(given.store ?? memoryStore());
  const time = movingTime(monday);
  const notices: Notice[] = [];
  const logged: unknown[] = [];
  const log = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    logged.push({ ...fields, message });
  };
  let ids = 0;
  const ports = {
    store,
    directory: memoryDirectory(providers),
    clock: time.clock,
    timer: time.timer,
    mail: given.mail ?? recording,
    newId: () => `${given.ids ?? 'id'}-${String((ids += 1)).padStart(6, '0')}`,
    randomBytes: (count: number) => new Uint8Array(count),
    notifier: {
      tell: (_tenant: unknown, _person: unknown, notice: Notice) => {
        notices.push(notice);
        return Promise.resolve();
      },
    },
    log: { info: log, warn: log, error: log },
    contactLimits: given.limits ?? { requestsPerHour: 0, emailsPerDay: 0, tenantEmailsPerDay: 0 },
    sendsCopies: given.sendsCopies ?? true,
  };
  let delivery: MailQueue = createMailQueue(ports);

  async function pendingEmails() {
    const { items } = await store.list(megan.tenant, 'pendingDelivery', { limit: 100 });
    return items;
  }

  return {
    ...ports,
    store,
    time,
    notices,
    logged,
    mail: recording,
    contact: (order: Partial<ContactOrder> = {}, actor: Actor = megan) =>
      sendContactRequest({ ...ports, delivery }, actor, {
        providers: [fabrikam.id],
        form: filledForm,
        language: 'en',
        profileAddress: () => Promise.resolve(`${actor.person}@contoso.example`),
        ...order,
      }),
    deliverNow: (request: ContactRequest) => delivery.deliverNow(megan.tenant, request, 2000),
    /** Stops gracefully and starts again on the same store. */
    async restart() {
      await delivery.stop();
      delivery = createMailQueue(ports);
      await delivery.start();
    },
    /** Starts again on the same store as after a crash: sends in progress are lost. */
    async crash() {
      delivery = createMailQueue(ports);
      await delivery.start();
    },
    stop: () => delivery.stop(),
    pending: () => delivery.pending(),
    /** Stops without waiting for servers that never answer. */
    async close() {
      const stopped = delivery.stop();
      await time.pass(30_000);
      await stopped;
    },
    /** The state of each e-mail of a request, by recipient. */
    async states(request: ContactRequestId): Promise<Record<string, DeliveryState['kind']>> {
      const found = await store.get(megan.tenant, 'contactRequest', request);
      const states = found?.value.deliveries.map(
        ({ recipient, state }) => [nameOf(recipient), state.kind] as const,
      );
      return Object.fromEntries(states ?? []);
    },
    async history() {
      const { items } = await store.entries(megan.tenant, 'audit', { limit: 100 });
      return items.map(({ event }) => event);
    },
    async stillPending() {
      return (await pendingEmails()).length;
    },
    /** Waits, in real time, until every e-mail that is due was tried. */
    async quiet() {
      const isDue = ({ value }: Versioned<PendingDelivery>) => value.nextAttemptAt <= time.clock.now();
      while ((await pendingEmails()).some(isDue)) await setTimeout(5);
    },
    /** Advances to the next attempt, if there is one, and waits for its outcome. */
    async nextAttempt() {
      const [next] = (await pendingEmails()).map(({ value }) => millisecondsOf(value.nextAttemptAt)).sort();
      if (next === undefined) return false;
      await time.pass(next - millisecondsOf(time.clock.now()));
      await this.quiet();
      return true;
    },
  };
}

function nameOf(recipient: Recipient): string {
  return recipient.kind === 'provider' ? recipient.name : 'copy';
}
