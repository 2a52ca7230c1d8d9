import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDeskProcess, type DeskProcess } from '../desk/desk-process.ts';
import { openChannel } from './channel.ts';
import { openIdentityStandIn, type IdentityStandIn } from './identity-stand-in.ts';

/** What a desk in production needs around it: Microsoft's sides on loopback, and a folder. */
export interface Production {
  readonly folder: string;
  readonly identity: IdentityStandIn;
  readonly channel: Awaited<ReturnType<typeof openChannel>>;
  /** Starts the desk, after stopping the one before. @param environment takes precedence. @param preload see `startDeskProcess` */
  start(environment?: Readonly<Record<string, string>>, preload?: string): Promise<DeskProcess>;
  /** Stops everything and removes the folder. */
  close(): Promise<void>;
}

export async function openProduction(): Promise<Production> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-desk-production-'));
  const [identity, channel] = await Promise.all([openIdentityStandIn(folder), openChannel()]);
  let desk: DeskProcess | undefined;
  return {
    folder,
    identity,
    channel,
    async start(environment = {}, preload) {
      await desk?.stop();
      const settings = {
        ...identity.environment,
        SERVICE_URLS: new URL(channel.serviceUrl).origin,
        DATA_DIR: join(folder, 'data'),
        ...environment,
      };
      desk = await startDeskProcess(settings, preload);
      return desk;
    },
    async close() {
      await desk?.stop();
      await Promise.all([identity.close(), channel.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
