import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBotState } from '../../../src/adapters/bot-state/lowdb-storage.ts';
import { createMail } from '../../../src/adapters/mail/create-mail.ts';
import { configuredRoles, type ConfiguredAdmins } from '../../../src/adapters/roles/configured-roles.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { receivePostedInvitation } from '../../../src/application/invitations/receive-posted-invitation.ts';
import { createPostDelivery } from '../../../src/application/notifications/post-queue.ts';
import { ChannelAuthentication } from '../../../src/teams/channel/channel-authentication.ts';
import { createPoster } from '../../../src/teams/channel/poster.ts';
import { renderContactGivenUp } from '../../../src/teams/contact/render-contact-post.ts';
import { renderInvitationPost } from '../../../src/teams/invitations/render-invitation-post.ts';
import { createRenderPost } from '../../../src/teams/notifications/render-post.ts';
import { renderAccessPosts } from '../../../src/teams/partners/render-access-posts.ts';
import { renderRemovalPost } from '../../../src/teams/partners/render-removal-post.ts';
import { renderReviewPost } from '../../../src/teams/reviews/render-review-post.ts';
import { monday } from '../examples/contact-examples.ts';
import { exampleIntake } from '../examples/example-intake.ts';
import { exampleProviders } from '../examples/example-providers.ts';
import { memoryDirectory } from '../ports/memory-directory.ts';
import { movingTime } from '../ports/moving-time.ts';
import { recordedLog } from '../ports/recorded-log.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';
import { openDesk } from './open-desk.ts';
import { bytesOf, signedHeaders } from './open-intake.ts';

/**
 * The desk as it is deployed, in this process: behind its HTTP server, with all that it keeps in files of one folder, letters
 * too, and posts that reach the chats. Only time stands still until a test moves it, and the directory is a small one.
 */
export async function openDeskOnFiles(folder: string, admins: ConfiguredAdmins = 'everyone') {
  const time = movingTime(monday);
  const { clock, timer } = time;
  const log = recordedLog();
  const meter = recordedMeter();
  const store = openLowdbStore({ folder, log });
  const directory = memoryDirectory(exampleProviders);
  const roles = configuredRoles(admins);
  const posts = createPostDelivery({
    store,
    poster: createPoster({
      authentication: new ChannelAuthentication(meter),
      appId: '',
      isAcceptedServiceUrl: () => true,
      clock,
      meter,
      log,
    }),
    renderPost: createRenderPost({
      invitation: renderInvitationPost({ store, directory, roles, clock, isSandbox: true }),
      contactGivenUp: renderContactGivenUp(store),
      removal: renderRemovalPost({ store, isSandbox: true }),
      reviewDue: renderReviewPost({ store, clock, reviewEveryDays: 90, isSandbox: true }),
      ...renderAccessPosts({ store, roles, clock, reviewEveryDays: 90, isSandbox: true }),
    }),
    clock,
    timer,
    randomBytes,
    meter,
    log,
  });
  const intake = exampleIntake({
    clock,
    log,
    receive: (tenant, posted) =>
      receivePostedInvitation({ store, clock, newId }, tenant, posted).finally(() => {
        posts.takeUp(tenant);
      }),
  });
  const botState = openBotState({ folder: join(folder, 'bot-state'), log });
  const desk = await openDesk({
    store,
    directory,
    roles,
    time,
    intake,
    storage: botState,
    outgoing: createMail('outbox', { sender: 'Partner Desk <desk@desk.example>', dataDirectory: folder }),
    announcements: posts,
  });

  let closing: Promise<void> | undefined;

  async function stillToTell(): Promise<number> {
    const waiting = (await store.tenants()).flatMap((tenant) =>
      (['announcement', 'pendingPost'] as const).map((kind) => store.list(tenant, kind, { limit: 1 })),
    );
    return (await Promise.all(waiting)).flatMap(({ items }) => items).length;
  }

  return {
    ...desk,
    folder,
    time,
    store,
    log,
    /** Posts to the intake, signed as it has to be. */
    invite: (body: unknown) => {
      const bytes = bytesOf(body);
      const headers = signedHeaders(bytes, clock.now());
      return fetch(`${desk.url}/api/invitations`, { method: 'POST', body: bytes, headers });
    },
    /** Lets time pass until everyone was told everything. */
    async quiet(): Promise<void> {
      while ((await stillToTell()) > 0) {
        // Posts take real time: what is under way must not run into its deadline.
        await sleep(2);
        await time.pass(100);
      }
    },
    /** Again does nothing. */
    close: () =>
      (closing ??= (async () => {
        await desk.close();
        await posts.stop();
        await botState.saved();
        await store.close();
      })()),
  };
}
