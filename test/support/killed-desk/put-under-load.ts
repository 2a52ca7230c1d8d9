import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installProviders } from '../../../src/adapters/directory/import/install-providers.ts';
import { installedDirectory, sampleProviders } from '../../../src/adapters/directory/prepare-directory.ts';
import { verifyHistory } from '../../../src/cli/audit/verify-history.ts';
import { providerId } from '../../../src/domain/identifiers.ts';
import { deskClient } from '../desk/desk-client.ts';
import { exampleProvider } from '../examples/contact-examples.ts';
import type { ConnectorRequest } from '../servers/connector-stand-in.ts';
import type { Ledger } from './ledger.ts';
import { notificationsIn } from './what-arrived.ts';

const people = ['adele', 'alex', 'megan'] as const;

interface Load {
  readonly url: string;
  readonly serviceUrl: string;
  readonly taken: readonly ConnectorRequest[];
  readonly dataDirectory: string;
  readonly scratch: string;
  readonly ledger: Ledger;
  readonly tenant: string;
  /** Prefix of the names of invited partners; unique to this load. */
  readonly name: string;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly killed: AbortSignal;
}

/**
 * Uses a desk like many people at once until it is killed, and enters what it acknowledged into the ledger. Requests
 * without an answer do not count.
 */
export async function putUnderLoad(load: Load): Promise<void> {
  const { ledger, tenant, killed, random } = load;
  const client = deskClient(load.url, load.serviceUrl);
  const anyone = () => ({ tenant, person: people[Math.floor(random() * people.length)] ?? 'adele' });
  const unlessKilled = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!killed.aborted && !isNoAnswer(error)) throw error;
    });

  async function install(): Promise<void> {
    const known = ledger.subscribers.get(tenant) ?? new Set();
    ledger.subscribers.set(tenant, known);
    for (const person of people) {
      if (known.has(person)) continue;
      await client.install({ tenant, person });
      known.add(person);
    }
  }

  async function invite(): Promise<void> {
    for (let number = 1; number <= 3; number++) {
      const name = `Partner ${load.name}-${number}`;
      if ((await client.invite(tenant, { id: randomUUID(), name })) === 202)
        ledger.invitations.set(name, { tenant });
      await sleep(random() * 30);
    }
  }

  async function decide(): Promise<void> {
    while (!killed.aborted) {
      for (const { invitation, conversation } of notificationsIn(load.taken)) {
        if (invitation === undefined || ledger.decisions.has(invitation) || !conversation.endsWith(tenant))
          continue;
        const verb = random() < 0.7 ? 'invitation.authorize' : 'invitation.cancel';
        const text = await client.press(anyone(), verb, { invitation });
        if (/(?:authorized|cancelled) it on/.test(text)) ledger.decisions.set(invitation, { tenant });
      }
      await sleep(5);
    }
  }

  async function contact(): Promise<void> {
    while (!killed.aborted) {
      const reference = await client.contact(anyone(), `Move ${randomUUID()}.`);
      if (reference !== undefined) ledger.requests.set(reference, { tenant });
      await sleep(random() * 150);
    }
  }

  async function importOne(): Promise<void> {
    const provider = exampleProvider('Imported', { id: providerId(`imported-${load.name}`) });
    const source = join(load.scratch, `import-${load.name}.json`);
    await writeFile(source, JSON.stringify([provider]));
    const target = installedDirectory(load.dataDirectory);
    const options = { target, merge: true, skipBad: false, onProblem: () => undefined };
    if (ledger.imports.size === 0) await installProviders({ ...options, source: sampleProviders });
    const { installed } = await installProviders({ ...options, source });
    if (!installed) throw new Error(`${provider.id} was not installed`);
    ledger.imports.add(provider.id);
  }

  await unlessKilled(install());
  await Promise.all(
    [invite(), decide(), contact(), importOne(), verify(load.dataDirectory)].map(unlessKilled),
  );
}

/** Verifies the histories of a desk, which may be running. @throws Error that names the problems */
export async function verify(dataDirectory: string): Promise<void> {
  let said = '';
  const output = { write: (text: string) => ((said += text), true) } as unknown as NodeJS.WritableStream;
  const exitCode = await verifyHistory({
    dataDirectory,
    tenant: undefined,
    noted: undefined,
    output,
    errors: output,
  });
  if (exitCode !== 0) throw new Error(`the history is corrupt: ${said}`);
}

/** Whether the connection was lost, because the desk was killed. */
function isNoAnswer(error: unknown): boolean {
  return error instanceof TypeError;
}
