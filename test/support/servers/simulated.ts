import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSimulation, type SimulationOptions } from '../../../src/cli/simulation/open-simulation.ts';
import { graphClient } from './graph-client.ts';

/** A simulation by itself, with a client. */
export async function openSimulated(options: Partial<SimulationOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'partner-desk-simulation-'));
  const simulation = await openSimulation({ folder, ...options });
  const client = await graphClient(simulation);
  return {
    ...simulation,
    ...client,
    folder,
    close: async () => {
      await client.close();
      await simulation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Simulated = Awaited<ReturnType<typeof openSimulated>>;
