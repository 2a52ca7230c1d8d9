import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openBotState } from './adapters/bot-state/lowdb-storage.ts';
import { boundedDownload } from './adapters/download/bounded-download.ts';
import { pinoLog } from './adapters/log/pino-log.ts';
import { createMail } from './adapters/mail/create-mail.ts';
import { meteredMail } from './adapters/metrics/metered-mail.ts';
import { meteredStore } from './adapters/metrics/metered-store.ts';
import { prometheusMeter } from './adapters/metrics/prometheus-meter.ts';
import { newId, systemClock, systemTimer } from './adapters/system/system-clock.ts';
import { within } from './adapters/system/with-timeout.ts';
import { sessionUpload } from './adapters/upload/session-upload.ts';
import { createMailQueue } from './application/contact/mail-queue.ts';
import { watchInvitationExpiry } from './application/invitations/expire-invitations.ts';
import { createPasteLimits } from './application/invitations/paste-limits.ts';
import { watchChainHeads } from './application/history/watch-chain-heads.ts';
import { receiveSubmittedInvitation } from './application/invitations/receive-submitted-invitation.ts';
import { createNotifier } from './application/notifications/create-notifier.ts';
import { createPostQueue, type PostQueue } from './application/notifications/post-queue.ts';
import { watchAccessEnd } from './application/partners/announce-access-end.ts';
import type { Store } from './application/ports/store.ts';
import { watchDueReviews } from './application/reviews/request-reviews.ts';
import { createBackgroundWork, type BackgroundWork } from './application/runtime/background-work.ts';
import { watchCalls } from './application/runtime/call-health.ts';
import { createTurnLimit } from './application/runtime/limit-turns.ts';
import type { Config } from './config/load-config.ts';
import { openChannel } from './desk/open-channel.ts';
import { openDataFolder } from './desk/open-data-folder.ts';
import { loadedDirectory, openInstalledDirectory } from './desk/open-directory.ts';
import { openProxies } from './desk/open-proxies.ts';
import { openHttp } from './desk/open-http.ts';
import { openTenantLink } from './desk/open-tenant-link.ts';
import type { DeskOverrides } from './desk/overrides.ts';
import { watchMicrosoft365 } from './desk/watch-microsoft365.ts';
import { watchWayOut } from './desk/watch-way-out.ts';
import { partnerRelationshipsPage } from './domain/invitations/admin-center-page.ts';
import { deskParts } from './http/health/desk-parts.ts';
import type { Bot } from './teams/bot/bot.ts';
import { renderPosts } from './teams/bot/render-posts.ts';
import { prepareCards } from './teams/cards/define-card.ts';
import { createStandings } from './teams/channel/standing.ts';
import { TenantConversationState } from './teams/channel/tenant-conversation-state.ts';
import { isAcceptedFileAddress } from './teams/channel/file-addresses.ts';
import { helpCard } from './teams/help/help-view.ts';

/** The composed desk. Idle until it listens or is started. */
export interface PartnerDesk {
  /** Handles one authenticated activity; loaded on first call. */
  readonly bot: () => Promise<Bot>;
  readonly store: Store;
  readonly background: BackgroundWork;
  readonly posts: PostQueue;
  /**
   * Starts the HTTP server, possibly before the rest is loaded.
   * @returns its URL
   * @throws Error that names the setting to change if the address is not available
   */
  listen(): Promise<string>;
  /** Loads everything, resumes pending work from the store, and starts the periodic jobs. Resolves when ready. */
  start(): Promise<void>;
  /** Shuts down gracefully: finishes pending work within seconds; the rest stays in the store for the next start. */
  stop(): Promise<void>;
}

/**
 * Composes the desk. The only place that chooses adapters.
 * @param overrides replace the adapters that `config` selects
 * @throws FolderInUseError, DataFolderError if the data folder cannot be used
 */
export async function createDesk(config: Config, overrides: DeskOverrides = {}): Promise<PartnerDesk> {
  const { dataDirectory, registration, reviewEveryDays } = config;
  const loopbackOnly = registration === undefined;
  const isSandbox = config.mode === 'sandbox';
  const partnersPage = config.microsoft365?.partnersPage ?? partnerRelationshipsPage;
  const readsTenant = config.microsoft365 !== undefined || overrides.tenantReader !== undefined;
  const wording = { isSandbox, isOnlyRecorded: !isSandbox && !readsTenant, readsTenant };
  const log = overrides.log ?? pinoLog(config.logLevel);
  const folder = overrides.store ? givenStore(overrides.store) : await openDataFolder(config, log);

  const prometheus = prometheusMeter();
  const meter = watchCalls(overrides.meter ?? prometheus);
  const providers = overrides.directory
    ? loadedDirectory(overrides.directory)
    : openInstalledDirectory(config, log);
  const clock = overrides.clock ?? systemClock;
  const timer = overrides.timer ?? systemTimer;
  const link = await openTenantLink(config, { clock, timer, meter, log });
  const ports = {
    store: meteredStore(folder.store, meter),
    directory: providers.directory,
    roles: overrides.roles ?? link.roles,
    authority: overrides.authority ?? link.authority,
    tenantReader: overrides.tenantReader ?? link.tenantReader,
    mailboxReader: link.mailboxReader,
    mailboxState: link.mailboxState,
    clock,
    timer,
    newId: overrides.newId ?? newId,
    randomBytes: overrides.randomBytes ?? randomBytes,
    meter,
    log,
  };

  const outgoing = await openProxies(config, log);
  const channel = await openChannel(config, { ...ports, agentFor: outgoing.agentFor });
  const posts = createPostQueue({
    ...ports,
    poster: overrides.poster ?? channel.poster,
    renderPost: renderPosts({ ...ports, partnersPage, reviewEveryDays, readsTenant, wording }),
  });
  const announcements = overrides.announcements ?? posts;
  const mail = overrides.mail ?? createMail(config.mail.setting, { sender: config.mail.from, dataDirectory });
  const delivery = createMailQueue({
    ...ports,
    mail: meteredMail(mail, meter),
    notifier: createNotifier({ ...ports, announcements }),
  });

  const background = createBackgroundWork({ log });
  const botState = overrides.botState ?? openBotState({ ...ports, folder: join(dataDirectory, 'bot-state') });
  const loadBot = async () => {
    const [{ createBot }, { parseMail }] = await Promise.all([
      import('./teams/bot/bot.ts'),
      import('./adapters/mime/parse-mail.ts'),
    ]);
    return createBot({
      ...ports,
      delivery,
      contactLimits: config.contactLimits,
      sendsCopies: config.mail.toSelf === 'profile',
      announcements,
      upload: overrides.upload ?? sessionUpload(),
      download: overrides.download ?? boundedDownload(),
      parseMail,
      isAcceptedFileAddress: (address) => isAcceptedFileAddress(address, { loopbackOnly }),
      sendsFiles: overrides.sendsFiles ?? registration !== undefined,
      background,
      resume: overrides.resume ?? channel.resume,
      reviewEveryDays,
      readsTenant,
      partnersPage,
      limitTurns: createTurnLimit(config.turnLimits, ports.clock),
      pasteLimits: createPasteLimits(config.pendingLimits),
      allowedTenants: config.allowedTenants,
      guests: config.guests,
      standingOf: createStandings({ ...ports, isLenient: loopbackOnly }),
      wording,
      isOutbox: config.mail.setting === 'outbox',
      conversationState: new TenantConversationState(botState),
    });
  };
  let loaded: ReturnType<typeof loadBot> | undefined;
  // Understanding and dialogs take 100 ms to load; the desk listens meanwhile.
  const bot = () => (loaded ??= loadBot());

  const createHttp = () =>
    openHttp(config, {
      handleActivity: async (authorization, body) => channel.adapter.handle(authorization, body, await bot()),
      intake: {
        ...ports,
        secrets: config.invitationSecrets.values,
        allowedTenants: config.allowedTenants,
        receive: (tenant, submitted) =>
          receiveSubmittedInvitation(ports, tenant, submitted).finally(() => {
            announcements.wake(tenant);
          }),
      },
      parts:
        overrides.parts ??
        deskParts({
          ...ports,
          calls: meter,
          isRegistered: registration !== undefined,
          readsMailbox: (config.microsoft365?.mailboxes ?? []).length > 0,
        }),
      metricsPage: () => prometheus.page({ mail: delivery.pending(), posts: posts.pending() }),
      meter,
      log,
      loopbackOnly,
      ...(overrides.limits && { limits: overrides.limits }),
    });

  let http: ReturnType<typeof createHttp> | undefined;
  const stopWatching: (() => void)[] = [providers.unwatch];
  let stopping: Promise<void> | undefined;

  let heads: ReturnType<typeof watchChainHeads> | undefined;
  let endMicrosoft365: ReturnType<typeof watchMicrosoft365> | undefined;

  async function begin(): Promise<void> {
    const { tryOut } = channel;
    if (tryOut) stopWatching.push(watchWayOut(ports, tryOut));
    const loading = await providers.load();
    prepareCards(helpCard);
    if (overrides.meter === undefined) prometheus.prepare();
    await Promise.all([loading.done, bot()]);
    await posts.start();
    if (stopping) return;
    const watching = { ...ports, announcements, reviewEveryDays, readsTenant };
    stopWatching.push(watchInvitationExpiry(watching), watchAccessEnd(watching), watchDueReviews(watching));
    endMicrosoft365 = watchMicrosoft365(config, watching);
    heads = watchChainHeads({ ...ports, knownHeads: folder.knownHeads });
    await delivery.start();
  }

  async function end(): Promise<void> {
    await http?.close();
    for (const stop of stopWatching) stop();
    // Anything still pending after that stays in the store for the next start.
    const pending = [
      background.stop(),
      botState.saved?.() ?? Promise.resolve(),
      delivery.stop(),
      posts.stop(),
      endMicrosoft365?.() ?? Promise.resolve(),
    ];
    const isDone = await within(2000, Promise.all(pending));
    if (!isDone) log.warn({}, 'stopped with work pending; it resumes at the next start');
    await within(2000, heads?.stop() ?? Promise.resolve());
    await providers.close();
    await outgoing.close();
    await folder.close();
    log.info({}, 'Partner Desk has stopped');
  }

  return {
    bot,
    store: ports.store,
    background,
    posts,
    listen: () => (http = createHttp()).listen(),
    start: () =>
      begin().catch((error: unknown) => {
        if (!stopping) throw error;
      }),
    stop: () => (stopping ??= end()),
  };
}

function givenStore(store: Store) {
  return { store, knownHeads: undefined, close: () => Promise.resolve() };
}
