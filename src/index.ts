import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sandboxAuthority } from './adapters/authority/sandbox-authority.ts';
import { openBotState } from './adapters/bot-state/lowdb-storage.ts';
import { lockFolder } from './adapters/data-folder/lock/lock-folder.ts';
import { prepareDataFolder } from './adapters/data-folder/prepare-data-folder.ts';
import { prepareDirectory } from './adapters/directory/prepare-directory.ts';
import { openWorkerDirectory } from './adapters/directory/search/worker-directory.ts';
import { watchDirectory } from './adapters/directory/watch-directory.ts';
import { pinoLog } from './adapters/log/pino-log.ts';
import { createMail } from './adapters/mail/create-mail.ts';
import { meteredMail } from './adapters/metrics/metered-mail.ts';
import { meteredStore } from './adapters/metrics/metered-store.ts';
import { prometheusMeter } from './adapters/metrics/prometheus-meter.ts';
import { configuredRoles } from './adapters/roles/configured-roles.ts';
import { openLowdbStore } from './adapters/store/lowdb-store.ts';
import { keepInvitationSecret } from './adapters/system/invitation-secret-file.ts';
import { newId, systemClock, systemTimer } from './adapters/system/system-clock.ts';
import { within } from './adapters/system/with-timeout.ts';
import { sessionUpload } from './adapters/upload/session-upload.ts';
import { createMailDelivery } from './application/contact/mail-queue.ts';
import { watchForLapses } from './application/invitations/lapse-invitations.ts';
import { receivePostedInvitation } from './application/invitations/receive-posted-invitation.ts';
import { createNotifier } from './application/notifications/create-notifier.ts';
import { createPostDelivery } from './application/notifications/post-queue.ts';
import { watchForEnds } from './application/partners/announce-access-end.ts';
import type { Log } from './application/ports/log.ts';
import type { Meter } from './application/ports/meter.ts';
import { watchForReviews } from './application/reviews/request-reviews.ts';
import { createBackgroundWork } from './application/runtime/background-work.ts';
import { watchCalls } from './application/runtime/call-health.ts';
import { createTurnLimit } from './application/runtime/limit-turns.ts';
import { loadConfig, type Config } from './config/load-config.ts';
import type { Registration } from './config/registration.ts';
import { closeGracefully } from './http/connections/close-gracefully.ts';
import { listen } from './http/connections/listen.ts';
import { deskParts } from './http/health/desk-parts.ts';
import { createHttpServer } from './http/server.ts';
import { DeskAdapter } from './teams/bot/desk-adapter.ts';
import { prepareCards } from './teams/cards/define-card.ts';
import { ChannelAuthentication, type RegisteredBot } from './teams/channel/channel-authentication.ts';
import { channelSettings } from './teams/channel/channel-settings.ts';
import { createPoster } from './teams/channel/poster.ts';
import { isAcceptedServiceUrl } from './teams/channel/service-urls.ts';
import { TenantConversationState } from './teams/channel/tenant-conversation-state.ts';
import { isAcceptedUploadAddress } from './teams/channel/upload-addresses.ts';
import { renderContactGivenUp } from './teams/contact/render-contact-post.ts';
import { helpCard } from './teams/help/help-view.ts';
import { renderInvitationPost } from './teams/invitations/render-invitation-post.ts';
import { createRenderPost } from './teams/notifications/render-post.ts';
import { renderAccessPosts } from './teams/partners/render-access-posts.ts';
import { renderRemovalPost } from './teams/partners/render-removal-post.ts';
import { renderReviewPost } from './teams/reviews/render-review-post.ts';

/** Builds the desk from its parts, and listens. The only place that chooses adapters. */
async function main(config: Config): Promise<void> {
  const { dataDirectory, registration, invitationSecret, reviewEveryDays } = config;
  const log = pinoLog(config.logLevel);
  // Also what libraries write into the data folder is nobody else's to read.
  process.umask(0o077);
  const files = openLowdbStore({ folder: dataDirectory, log });
  const lock = await lockFolder(dataDirectory, { program: 'desk', holdStill: () => files.holdStill() });
  await prepareDataFolder(dataDirectory, log);
  if (invitationSecret.isMadeUp) await keepInvitationSecret(dataDirectory, invitationSecret.value);

  const prometheus = prometheusMeter();
  const meter = watchCalls(prometheus);
  const store = meteredStore(files, meter);
  const directory = openWorkerDirectory({ log });
  const loopbackOnly = registration === undefined;
  const isSandbox = config.mode === 'sandbox';
  const ports = {
    store,
    directory,
    roles: configuredRoles(config.admins),
    clock: systemClock,
    timer: systemTimer,
    newId,
    randomBytes,
    meter,
    log,
  };
  const isAccepted = (address: string) =>
    isAcceptedServiceUrl(address, { origins: config.serviceUrls, loopbackOnly });
  const authentication = new ChannelAuthentication(
    meter,
    registration && (await openRegistration(registration, { mayHaveToken: isAccepted, meter, log })),
  );
  const adapter = new DeskAdapter({ authentication, isAcceptedServiceUrl: isAccepted, meter, log });
  const posts = createPostDelivery({
    ...ports,
    poster: createPoster({
      ...ports,
      authentication,
      appId: registration?.appId ?? '',
      isAcceptedServiceUrl: isAccepted,
    }),
    renderPost: createRenderPost({
      invitation: renderInvitationPost({ ...ports, isSandbox }),
      contactGivenUp: renderContactGivenUp(store),
      removal: renderRemovalPost({ store, isSandbox }),
      ...renderAccessPosts({ ...ports, reviewEveryDays, isSandbox }),
      reviewDue: renderReviewPost({ ...ports, reviewEveryDays, isSandbox }),
    }),
  });
  const delivery = createMailDelivery({
    ...ports,
    mail: meteredMail(createMail(config.mail.setting, { sender: config.mail.from, dataDirectory }), meter),
    notifier: createNotifier({ ...ports, announcements: posts }),
  });
  const background = createBackgroundWork({ log });
  const botState = openBotState({ folder: join(dataDirectory, 'bot-state'), log });
  const loadBot = async () => {
    const { createBot } = await import('./teams/bot/bot.ts');
    return createBot({
      ...ports,
      delivery,
      authority: sandboxAuthority,
      announcements: posts,
      upload: sessionUpload(),
      isAcceptedUploadAddress: (address) => isAcceptedUploadAddress(address, { loopbackOnly }),
      sendsFiles: registration !== undefined,
      background,
      resume: (chat, work) => adapter.continueConversationAsync(registration?.appId ?? '', chat, work),
      reviewEveryDays,
      limitTurns: createTurnLimit(config.turnLimits, systemClock),
      allowedTenants: config.allowedTenants,
      isSandbox,
      isOutbox: config.mail.setting === 'outbox',
      conversationState: new TenantConversationState(botState),
    });
  };
  let loaded: ReturnType<typeof loadBot> | undefined;
  // Understanding and dialogs take a tenth of a second to load; the desk listens meanwhile.
  const bot = () => (loaded ??= loadBot());
  const server = createHttpServer({
    handleActivity: async (authorization, body) => adapter.handle(authorization, body, await bot()),
    intake: {
      secret: invitationSecret.value,
      allowedTenants: config.allowedTenants,
      receive: (tenant, posted) =>
        receivePostedInvitation(ports, tenant, posted).finally(() => {
          posts.takeUp(tenant);
        }),
      clock: systemClock,
      meter,
      log,
    },
    parts: deskParts({ store, directory, calls: meter }),
    metrics: {
      page: () => prometheus.page({ mail: delivery.pending(), posts: posts.pending() }),
      readableBy: config.metrics,
    },
    meter,
    loopbackOnly,
  });
  await listen(server, config.listen);
  log.info({ address: server.url, mode: config.mode }, 'Partner Desk is listening');

  const endings: (() => void)[] = [];
  const begin = async (): Promise<void> => {
    const watch = watchDirectory(dataDirectory, (file) =>
      directory.load(file).catch((error: unknown) => {
        log.error({ file, err: error }, 'the imported directory could not be loaded; the one before stays');
      }),
    );
    endings.push(() => {
      watch.close();
    });
    const directoryFile = await prepareDirectory({ dataDirectory, providersFile: config.providersFile, log });
    const loading = directory.load(directoryFile);
    prepareCards(helpCard);
    prometheus.prepare();
    await Promise.all([loading, bot()]);
    await posts.start();
    const watching = { ...ports, announcements: posts };
    endings.push(watchForLapses(watching), watchForEnds(watching));
    endings.push(watchForReviews({ ...watching, reviewEveryDays }));
    await delivery.start();
  };

  let isStopping = false;
  const stop = async (): Promise<void> => {
    isStopping = true;
    await closeGracefully(server);
    for (const end of endings) end();
    // What is under way beyond that stays in the store for the next start.
    const underWay = [background.stop(), botState.saved(), delivery.stop(), posts.stop()];
    const isOver = await within(2000, Promise.all(underWay));
    if (!isOver) log.warn({}, 'some work was left as it was; the next start takes it up');
    await directory.close();
    await files.close();
    await lock.release();
    log.info({}, 'Partner Desk has stopped');
    process.exit(0);
  };
  // Before it is ready: turns are taken from now on.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  await begin().catch((error: unknown) => {
    if (!isStopping) throw error;
  });
}

async function openRegistration(
  { appId, credential, authority, settings }: Registration,
  { mayHaveToken, meter, log }: Pick<RegisteredBot, 'mayHaveToken'> & { meter: Meter; log: Log },
): Promise<RegisteredBot> {
  // Here, because a sandbox has no need of it and listens sooner without.
  const { openIdentity } = await import('./adapters/identity/open-identity.ts');
  const channel = channelSettings(settings);
  const [clock, timer] = [systemClock, systemTimer];
  const identity = openIdentity({ appId, credential, authority, channel, clock, timer, meter, log });
  return { appId, settings: channel, ...identity, mayHaveToken };
}

try {
  await main(loadConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
