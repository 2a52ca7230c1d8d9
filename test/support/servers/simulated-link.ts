import { readFile } from 'node:fs/promises';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { systemClock, systemTimer } from '../../../src/adapters/system/system-clock.ts';
import type { Clock } from '../../../src/application/ports/clock.ts';
import type { ConfiguredAdmins } from '../../../src/adapters/roles/configured-roles.ts';
import { openTenantLink } from '../../../src/desk/open-tenant-link.ts';
import type { TenantId } from '../../../src/domain/identifiers.ts';
import { recordedLog } from '../ports/recorded-log.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';
import { openSimulated } from './simulated.ts';

/**
 * The link to tenants as a desk opens it, in this process, whose calls trust the simulation meanwhile.
 * @param options `admins`: those that are configured besides
 */
export async function openSimulatedLink({
  admins = [],
  clock = systemClock,
  homeTenant,
}: {
  readonly admins?: ConfiguredAdmins;
  readonly clock?: Clock;
  readonly homeTenant?: TenantId;
} = {}) {
  const simulated = await openSimulated();
  const ca = await readFile(simulated.certificateFile, 'utf8');
  const previous = getGlobalDispatcher();
  const agent = new Agent({ connect: { ca } });
  setGlobalDispatcher(agent);
  const log = recordedLog();
  const meter = recordedMeter();
  const link = await openTenantLink(
    {
      mode: 'production',
      admins,
      microsoft365: {
        appId: '6f0b3a0e-0000-4000-8000-00000000b0b0',
        credential: { kind: 'secret', secret: 'secret' },
        authority: `${simulated.origin}/home`,
        homeTenant,
        graphUrl: simulated.origin,
        partnersPage: `${simulated.origin}/`,
        watchEverySeconds: 3600,
        mailboxes: [],
      },
    },
    { clock, timer: systemTimer, log, meter },
  );
  const { tenantReader: reader } = link;
  if (reader === undefined) throw new Error('no tenant is read');
  return {
    ...simulated,
    ...link,
    reader,
    log,
    meter,
    close: async () => {
      setGlobalDispatcher(previous);
      await agent.destroy();
      await simulated.close();
    },
  };
}

export type SimulatedLink = Awaited<ReturnType<typeof openSimulatedLink>>;
