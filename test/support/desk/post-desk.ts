import { setTimeout } from 'node:timers/promises';
import { showWhatIsPending } from '../../../src/application/notifications/announce-pending-invitations.ts';
import { announcementChange } from '../../../src/application/notifications/announce.ts';
import { createNotifier } from '../../../src/application/notifications/create-notifier.ts';
import { createPostQueue, type PostQueue } from '../../../src/application/notifications/post-queue.ts';
import {
  markReachable,
  registerSubscriber,
  stopNotifying,
} from '../../../src/application/notifications/subscriptions.ts';
import type { Poster, RenderPost } from '../../../src/application/ports/posts.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { invitationId, personId, type SubscriberId } from '../../../src/domain/identifiers.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { Addressees, Subject } from '../../../src/domain/notifications/announcement.ts';
import type { PostPriority } from '../../../src/domain/notifications/post-priority.ts';
import { subscriberIdOf, type Audience } from '../../../src/domain/notifications/subscriber.ts';
import { megan, monday } from '../examples/contact-examples.ts';
import { breakableStore } from '../ports/breakable-store.ts';
import { memoryStore } from '../ports/memory-store.ts';
import { movingTime } from '../ports/moving-time.ts';
import { recordedLog } from '../ports/recorded-log.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';
import { recordingPoster, type Sent } from '../ports/recording-poster.ts';

export const { tenant } = megan;

export function person(name: string): Audience {
  return { kind: 'person', person: personId(name) };
}

export const channel: Audience = { kind: 'group', conversation: '19:partners@thread.tacv2' };

/** `count` people, in a stable order. */
export function people(count: number): readonly Audience[] {
  return Array.from({ length: count }, (_, index) => person(`person-${String(index).padStart(4, '0')}`));
}

/** A desk that notifies people of the state of invitations; the test controls time and the chats. */
export function postDesk(
  given: {
    readonly store?: Store;
    readonly poster?: (ports: Pick<ReturnType<typeof movingTime>, 'clock'>) => Poster;
    readonly reference?: (audience: Audience) => Readonly<Record<string, unknown>>;
  } = {},
) {
  const time = movingTime(monday);
  const log = recordedLog();
  const store = breakableStore(given.store ?? memoryStore());
  const chats = recordingPoster(time.clock);
  const reference = given.reference ?? (() => ({}));
  /** The state of each invitation. */
  const states = new Map<string, string>();
  const words: Record<Language, string> = { en: 'Invitation', fr: 'Invitation reçue' };

  const renderPost: RenderPost = (_tenant, subject, { language }) => {
    if (subject.kind !== 'invitation') {
      const card = { kind: 'card', card: {}, summary: 'Not delivered' } as const;
      return Promise.resolve({ revision: 'once', card, isFinal: true });
    }
    const revision = states.get(subject.invitation);
    if (revision === undefined) return Promise.resolve(undefined);
    if (revision === 'broken') throw new Error('a defect: this cannot be drawn');
    const summary = `${words[language]}: ${revision}`;
    return Promise.resolve({
      revision,
      card: { kind: 'card', card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary },
      message: { kind: 'text', text: `It is ${revision}` },
      isFinal: revision === 'authorized' || revision === 'cancelled',
    });
  };

  const ports = {
    store,
    renderPost,
    poster: given.poster?.(time) ?? chats.poster,
    clock: time.clock,
    timer: time.timer,
    randomBytes: (count: number) => new Uint8Array(count),
    meter: recordedMeter(),
    log,
  };
  let ids = 0;
  let delivery: PostQueue = createPostQueue(ports);
  const announcing = {
    store,
    log,
    clock: time.clock,
    newId: () => `id-${String((ids += 1)).padStart(6, '0')}`,
    announcements: {
      wake: (of: typeof tenant) => {
        delivery.wake(of);
      },
    },
  };
  const subject = (invitation: string): Subject => ({
    kind: 'invitation',
    invitation: invitationId(invitation),
  });

  async function stillToDo(): Promise<number> {
    const announcements = await store.list(tenant, 'announcement', { limit: 1 });
    const posts = await store.list(tenant, 'pendingPost', { limit: 1 });
    return announcements.items.length + posts.items.length;
  }

  return {
    ...ports,
    ...chats,
    time,
    notifier: createNotifier(announcing),
    register: (audience: Audience, language: Language = 'en') =>
      registerSubscriber({ store }, tenant, { audience, language, reference: reference(audience) }),
    async registerAll(audiences: readonly Audience[]) {
      for (const audience of audiences) await this.register(audience);
    },
    stopNotifying: (audience: Audience) => stopNotifying({ store }, tenant, audience),
    comeBack: (audience: Audience) => markReachable({ store }, tenant, { audience, reference: {} }),
    showWhatIsPending: (audience: Audience) => showWhatIsPending(announcing, tenant, audience),
    /** Changes the state of an invitation and announces it. */
    async tell(
      invitation: string,
      revision: string,
      to: Addressees = { kind: 'everyone' },
      priority: PostPriority = 'other',
    ) {
      states.set(invitation, revision);
      const announcement = { subject: subject(invitation), to, at: time.clock.now(), priority };
      await store.commit(tenant, [announcementChange(announcing.newId(), announcement)]);
      delivery.wake(tenant);
    },
    /** Changes the state of an invitation without announcing it. */
    stands(invitation: string, revision: string) {
      states.set(invitation, revision);
    },
    stillToDo,
    /** Advances time until nothing is pending. @param isBusy whether something that takes real time is in progress */
    async quiet(isBusy: () => boolean = () => false) {
      while ((await stillToDo()) > 0) await this.moment(isBusy);
    },
    async moment(isBusy: () => boolean = () => false) {
      await setTimeout(1);
      while (isBusy()) await setTimeout(1);
      await time.pass(100);
    },
    /** Stops gracefully and starts again on the same store. */
    async restart() {
      await delivery.stop();
      await this.startAnew();
    },
    async startAnew() {
      delivery = createPostQueue(ports);
      await delivery.start();
    },
    start: () => delivery.start(),
    stop: () => delivery.stop(),
    pending: () => delivery.pending(),
    /** What a chat accepted, oldest first. */
    readBy: (audience: Audience) => readIn(chats.taken, subscriberIdOf(audience)),
  };
}

function readIn(taken: readonly Sent[], to: SubscriberId): readonly string[] {
  return taken
    .filter((sent) => sent.to === to)
    .map(({ what, text }) => (what === 'updated' ? `${text} (in place)` : text));
}
