import { addSampleContent } from '../simulation/tenant/sample-content.ts';
import { openTenantFile, type TenantFile } from '../simulation/tenant/tenant-file.ts';
import { invitedPartners, sampleNames } from '../simulation/page/known-partners.ts';
import { openSimulation } from '../simulation/open-simulation.ts';
import { StartError } from './start-error.ts';

/** A simulated Microsoft 365 for a sandbox, and what links a desk to it. */
export interface SimulatedTenants {
  /** The page that stands for the admin center, without TLS. */
  readonly page: string;
  /** The desk's settings. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Seconds; short, so that a permission that is given on the page counts soon. */
const tokenLifetime = 180;
/** How often the desk reads: a newcomer waits for it. */
const watchEverySeconds = 5;

/** The address that partners write to. */
const mailbox = 'partners@contoso.example';

interface Wanted {
  /** The tenant that the page shows first. */
  readonly tenant: string;
  /** Where its certificate is written. */
  readonly folder: string;
  /** Where tenants are kept as they are; the next start goes on from there. */
  readonly tenantFile: string;
  readonly port: number;
}

/**
 * Opens a simulated Microsoft 365 in which every tenant is made on first use, with some content.
 * @throws StartError if the file of the tenants cannot be read
 */
export async function openSimulatedTenants(wanted: Wanted): Promise<SimulatedTenants> {
  const { tenant, folder, port } = wanted;
  const kept = await keptTenants(wanted.tenantFile);
  const simulation = await openSimulation({
    folder,
    port,
    tokenLifetime,
    furnish: (made) => {
      if (!kept.restore(made)) addSampleContent(made);
      if (made.id === tenant && !made.mailboxes.addresses.includes(mailbox)) made.mailboxes.open(mailbox);
    },
    nameOf: sampleNames(),
    page: { tenant, knownPartners: await invitedPartners(), changed: (changed) => kept.keep(changed) },
  });
  return {
    page: `http://${new URL(simulation.origin).host}/`,
    environment: {
      PARTNER_AUTHORITY: 'microsoft365',
      GRAPH_URL: simulation.origin,
      ENTRA_AUTHORITY: `${simulation.origin}/${tenant}`,
      NODE_EXTRA_CA_CERTS: simulation.certificateFile,
      WATCH_EVERY_SECONDS: String(watchEverySeconds),
      INVITATION_MAILBOX: `${tenant}/${mailbox}`,
    },
    close: () => simulation.close(),
  };
}

async function keptTenants(path: string): Promise<TenantFile> {
  try {
    return await openTenantFile(path);
  } catch (error) {
    throw new StartError(`${path} does not say what the simulated tenant is like. Delete it to begin anew.`, {
      cause: error,
    });
  }
}
