import { addSampleContent } from '../simulation/tenant/sample-content.ts';
import { invitedPartners, sampleNames } from '../simulation/page/known-partners.ts';
import { openSimulation } from '../simulation/open-simulation.ts';

/** A simulated Microsoft 365 for a sandbox, and what links a desk to it. */
export interface SimulatedTenants {
  /** The page that stands for the admin center. */
  readonly page: string;
  /** The desk's settings. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Seconds; short, so that a permission that is given on the page counts soon. */
const tokenLifetime = 180;
/** How often the desk reads: a newcomer waits for it. */
const watchEverySeconds = 5;

/**
 * Opens a simulated Microsoft 365 in which every tenant is made on first use, with some content.
 * @param tenant the one that the page shows first
 * @param folder where its certificate is written
 */
export async function openSimulatedTenants(
  tenant: string,
  folder: string,
  port: number,
): Promise<SimulatedTenants> {
  const simulation = await openSimulation({
    folder,
    port,
    tokenLifetime,
    furnish: addSampleContent,
    nameOf: sampleNames(),
    page: { tenant, knownPartners: await invitedPartners() },
  });
  return {
    page: `${simulation.origin}/`,
    environment: {
      PARTNER_AUTHORITY: 'microsoft365',
      GRAPH_URL: simulation.origin,
      ENTRA_AUTHORITY: `${simulation.origin}/${tenant}`,
      NODE_EXTRA_CA_CERTS: simulation.certificateFile,
      WATCH_EVERY_SECONDS: String(watchEverySeconds),
    },
    close: () => simulation.close(),
  };
}
