import { setTimeout as sleep } from 'node:timers/promises';
import type { ConfiguredAdmins } from '../../../src/adapters/roles/configured-roles.ts';
import { createDesk } from '../../../src/desk.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import { monday } from '../examples/contact-examples.ts';
import { exampleConfig } from '../examples/example-config.ts';
import { exampleProviders } from '../examples/example-providers.ts';
import { memoryDirectory } from '../ports/memory-directory.ts';
import { movingTime } from '../ports/moving-time.ts';
import { recordedLog } from '../ports/recorded-log.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';
import { reachable } from './open-desk.ts';
import { bytesOf, signedHeaders } from './open-intake.ts';

/**
 * The desk as it is deployed, in this process: behind its HTTP server, with all its data, e-mails included, in files of
 * one folder, and posts that reach the chats. Only the clock is the test's, and the directory is small.
 */
export async function openDeskOnFiles(
  folder: string,
  admins: ConfiguredAdmins = 'everyone',
  providers: readonly Provider[] = exampleProviders,
) {
  const time = movingTime(monday);
  const { clock, timer } = time;
  const log = recordedLog();
  const composed = await createDesk(
    { ...exampleConfig, dataDirectory: folder, admins, mail: { ...exampleConfig.mail, setting: 'outbox' } },
    { directory: memoryDirectory(providers), clock, timer, meter: recordedMeter(), log },
  );
  const { store } = composed;
  const desk = await reachable(composed);
  await composed.start();

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
    /** Submits a signed body to the intake. */
    invite: (body: unknown) => {
      const bytes = bytesOf(body);
      const headers = signedHeaders(bytes, clock.now());
      return fetch(`${desk.url}/api/invitations`, { method: 'POST', body: bytes, headers });
    },
    /** Advances time until all notifications are sent. */
    async quiet(): Promise<void> {
      while ((await stillToTell()) > 0) {
        // Posts take real time: those in progress must not time out.
        await sleep(2);
        await time.pass(100);
      }
    },
    /** Idempotent. */
    close: () => (closing ??= desk.close()),
  };
}
