import { setTimeout } from 'node:timers/promises';
import { MemoryStorage } from 'botbuilder';
import { registerSubscriber } from '../../../src/application/notifications/subscriptions.ts';
import { watchAccessEnd } from '../../../src/application/partners/announce-access-end.ts';
import type { PartnerAuthority } from '../../../src/application/ports/authority.ts';
import type { Poster } from '../../../src/application/ports/posts.ts';
import type { watchDueReviews } from '../../../src/application/reviews/request-reviews.ts';
import { createDesk } from '../../../src/desk.ts';
import { personId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { Language } from '../../../src/domain/language.ts';
import { subscriberIdOf, type Audience } from '../../../src/domain/notifications/subscriber.ts';
import { exampleConfig } from '../examples/example-config.ts';
import { contoso } from '../examples/invitation-examples.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';
import { recordingMail } from '../ports/recording-mail.ts';
import { recordingPoster } from '../ports/recording-poster.ts';
import { partnerDesk } from './partner-desk.ts';

const readers: readonly (readonly [string, Language])[] = [
  ['megan', 'en'],
  ['adele', 'en'],
  ['alex', 'fr'],
];

/**
 * A desk for partners that notifies three people; Alex reads French. Megan authorized `accepted` before anyone
 * subscribed.
 */
export async function notifyingDesk({
  accepted,
  isBusy = () => false,
  ...given
}: {
  readonly accepted: readonly DatedOffer[];
  readonly authority?: PartnerAuthority;
  readonly poster?: Poster;
  /** Whether something that takes real time is in progress: the clock stops meanwhile. */
  readonly isBusy?: () => boolean;
  /** The watch to run; by default for the end of delegated administration. */
  readonly watchFor?: typeof watchDueReviews;
}) {
  const desk = partnerDesk(given);
  for (const offer of accepted) await desk.accept(offer);
  for (const { id, version } of (await desk.store.list(contoso, 'announcement', { limit: 10_000 })).items)
    await desk.store.commit(contoso, [{ type: 'delete', kind: 'announcement', id, expected: version }]);
  const chats = recordingPoster(desk.clock);
  const { clock, reviewEveryDays, directory, roles, authority, newId, log } = desk;
  const ports = { store: desk.store, directory, roles, authority, clock, newId, log, timer: desk.time.timer };
  const open = () =>
    createDesk(
      { ...exampleConfig, reviewEveryDays },
      {
        ...ports,
        randomBytes: (count) => new Uint8Array(count),
        meter: recordedMeter(),
        botState: new MemoryStorage(),
        mail: recordingMail(),
        poster: given.poster ?? chats.poster,
      },
    );
  let running = await open();
  let endWatch = (): void => undefined;

  async function hasMoreToTell(): Promise<boolean> {
    const announcements = await desk.store.list(contoso, 'announcement', { limit: 1 });
    const posts = await desk.store.list(contoso, 'pendingPost', { limit: 1 });
    return announcements.items.length + posts.items.length > 0;
  }

  async function moment(): Promise<void> {
    while (isBusy()) await setTimeout(1);
    await desk.time.pass(100);
  }

  async function quiet(): Promise<void> {
    running.posts.wake(contoso);
    while (await hasMoreToTell()) await moment();
  }

  const watchFor = given.watchFor ?? watchAccessEnd;
  const watch = () =>
    watchFor({
      ...ports,
      reviewEveryDays,
      announcements: {
        wake: (tenant) => {
          running.posts.wake(tenant);
        },
      },
    });

  for (const [name, language] of readers) {
    const audience = { kind: 'person', person: personId(name) } as const;
    await registerSubscriber(desk, contoso, { audience, language, reference: {} });
  }
  return {
    ...desk,
    register: (audience: Audience, reference: Readonly<Record<string, unknown>> = {}) =>
      registerSubscriber(desk, contoso, { audience, language: 'en', reference }),
    /** Starts a second watch. */
    watch,
    quiet,
    moment,
    /** Makes somebody's chat defer the first post. */
    busyAtFirst: (name: string) =>
      chats.behave(subscriberIdOf({ kind: 'person', person: personId(name) }), (_sent, times) =>
        times === 1 ? 'later' : 'taken',
      ),
    /** Starts the desk, or restarts it on the same store. @param after milliseconds between stop and start */
    async restart(after = 0) {
      endWatch();
      await running.stop();
      await desk.time.pass(after);
      running = await open();
      await running.posts.start();
      endWatch = watch();
      await desk.time.settle();
      await quiet();
    },
    stop: () => {
      endWatch();
      return running.stop();
    },
    readBy: (name: string) =>
      chats.taken
        .filter(({ to }) => to === subscriberIdOf({ kind: 'person', person: personId(name) }))
        .map(({ what, text }) => (what === 'updated' ? `${text} (in place)` : text)),
  };
}
