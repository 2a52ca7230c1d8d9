import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PrivateConversationState } from 'botbuilder';
import { openBotState } from './adapters/bot-state/lowdb-storage.ts';
import { prepareDirectory } from './adapters/directory/prepare-directory.ts';
import { watchDirectory } from './adapters/directory/watch-directory.ts';
import { openWorkerDirectory } from './adapters/directory/worker-directory.ts';
import { pinoLog } from './adapters/log/pino-log.ts';
import { createMail } from './adapters/mail/create-mail.ts';
import { openLowdbStore } from './adapters/store/lowdb-store.ts';
import { keepInvitationSecret } from './adapters/system/invitation-secret-file.ts';
import { newId } from './adapters/system/new-id.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { systemTimer } from './adapters/system/system-timer.ts';
import { createMailDelivery } from './application/deliver-pending-mail.ts';
import { receivePostedInvitation } from './application/receive-posted-invitation.ts';
import { ConfigError, loadConfig, type Config } from './config.ts';
import { closeGracefully } from './http/close-gracefully.ts';
import { createHttpServer } from './http/server.ts';
import { channelAuthentication } from './teams/channel-authentication.ts';
import { createBot } from './teams/bot.ts';
import { DeskAdapter } from './teams/desk-adapter.ts';
import { createNotifier } from './teams/notifier.ts';
import { isAcceptedServiceUrl } from './teams/service-urls.ts';

/** Builds the desk from its parts, and listens. The only place that chooses adapters. */
async function main(config: Config): Promise<void> {
  const { dataDirectory, registration, invitationSecret } = config;
  const log = pinoLog(config.logLevel);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  if (invitationSecret.isMadeUp) await keepInvitationSecret(dataDirectory, invitationSecret.value);

  const store = openLowdbStore({ folder: dataDirectory, log });
  const directory = openWorkerDirectory({ log });
  const loopbackOnly = registration === undefined;
  const adapter = new DeskAdapter({
    authentication: channelAuthentication(registration?.settings ?? {}),
    isAcceptedServiceUrl: (address) =>
      isAcceptedServiceUrl(address, { origins: config.serviceUrls, loopbackOnly }),
    log,
  });
  const delivery = createMailDelivery({
    store,
    mail: createMail(config.mail.setting, { sender: config.mail.from, dataDirectory }),
    clock: systemClock,
    timer: systemTimer,
    randomBytes,
    notifier: createNotifier({ adapter, appId: registration?.appId ?? '', store, log }),
    log,
  });
  const bot = createBot({
    store,
    directory,
    delivery,
    clock: systemClock,
    newId,
    randomBytes,
    log,
    allowedTenants: config.allowedTenants,
    isSandbox: config.mode === 'sandbox',
    isOutbox: config.mail.setting === 'outbox',
    conversationState: new PrivateConversationState(
      openBotState({ folder: join(dataDirectory, 'bot-state'), log }),
    ),
  });
  const server = createHttpServer({
    handleActivity: (authorization, body) => adapter.handle(authorization, body, bot),
    intake: {
      secret: invitationSecret.value,
      allowedTenants: config.allowedTenants,
      receive: (tenant, posted) =>
        receivePostedInvitation({ store, clock: systemClock, newId }, tenant, posted),
      clock: systemClock,
      log,
    },
    checks: { store: () => store.check(), directory: async () => void (await directory.vocabulary()) },
    loopbackOnly,
  });
  server.listen(config.listen.port, config.listen.host, () => {
    log.info({ address: server.url, mode: config.mode }, 'Partner Desk is listening');
  });

  const watch = watchDirectory(dataDirectory, (file) =>
    directory.load(file).catch((error: unknown) => {
      log.error(
        { file, err: error },
        'the imported directory could not be loaded; the one before stays in use',
      );
    }),
  );
  await directory.load(await prepareDirectory({ dataDirectory, providersFile: config.providersFile, log }));
  await delivery.start();

  const stop = async (): Promise<void> => {
    await closeGracefully(server);
    watch.close();
    await delivery.stop();
    await directory.close();
    await store.close();
    log.info({}, 'Partner Desk has stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

try {
  await main(loadConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
