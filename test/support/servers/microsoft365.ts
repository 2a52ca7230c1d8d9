import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  openSimulation,
  type Simulation,
  type SimulationOptions,
} from '../../../src/cli/simulation/open-simulation.ts';
import { homeTenant, otherTenant } from '../examples/example-ids.ts';
import type { Production } from './production.ts';

/** A simulated Microsoft 365 around a desk in production. */
export interface Microsoft365 extends Simulation {
  /** Settings of a desk that is linked to it: to be given to `Production.start`. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A simulated Microsoft 365 with the two example tenants. It takes over the token endpoint from the identity stand-in:
 * the same secret or certificate proves the app, and tokens for the connector are those of the stand-in.
 */
export async function openMicrosoft365(
  { folder, identity }: Pick<Production, 'folder' | 'identity'>,
  options: Partial<SimulationOptions> = {},
): Promise<Microsoft365> {
  const simulation = await openSimulation({
    folder,
    tenants: [homeTenant, otherTenant],
    credentials: identity.credentials,
    ...options,
  });
  const trusted = join(folder, 'trusted.pem');
  const certificates = [identity.environment.NODE_EXTRA_CA_CERTS, simulation.certificateFile];
  await writeFile(
    trusted,
    (await Promise.all(certificates.map((file) => readFile(file, 'utf8')))).join('\n'),
  );
  return {
    ...simulation,
    environment: {
      PARTNER_AUTHORITY: 'microsoft365',
      GRAPH_URL: simulation.origin,
      ENTRA_AUTHORITY: `${simulation.origin}/${homeTenant}`,
      NODE_EXTRA_CA_CERTS: trusted,
    },
  };
}
