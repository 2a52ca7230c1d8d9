import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { sandboxAuthority } from '../../src/adapters/authority/sandbox-authority.ts';
import { configuredRoles } from '../../src/adapters/roles/configured-roles.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import { newId } from '../../src/adapters/system/new-id.ts';
import { systemClock } from '../../src/adapters/system/system-clock.ts';
import { authorizeInvitation } from '../../src/application/authorize-invitation.ts';
import { receivePostedInvitation } from '../../src/application/receive-posted-invitation.ts';
import { personId, tenantId, type InvitationId } from '../../src/domain/identifiers.ts';
import { resellerOffer } from '../support/invitation-examples.ts';
import { saidActivities } from './activities.ts';
import { median, type Measurement } from './measurement.ts';
import { startConnector, startDesk } from './programs.ts';
import type { ServerProcess } from './server-process.ts';

const inFlight = 16;
const rounds = 5;
const pressesARound = 1500;
const decisionsARound = 2000;
const pastDecisions = 100_000;

const tenant = tenantId('00000000-0000-4000-9000-000000000000');
const actor = { tenant, person: personId('00000000-0000-4000-8000-000000000000'), name: 'Adele Vance' };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * A press that decides an invitation, durably, beside EchoBot's turn; and durable decisions beside what the disk itself does,
 * which is to write a small file, sync it and rename it, with no decision before and after 100,000.
 */
export async function measureDecisions(
  startEchoBot: () => Promise<ServerProcess>,
  folder: string,
): Promise<Measurement[]> {
  return [
    await measurePresses(startEchoBot, join(folder, 'presses')),
    ...(await measureOnDisk(join(folder, 'decisions'))),
  ];
}

async function measurePresses(
  startEchoBot: () => Promise<ServerProcess>,
  folder: string,
): Promise<Measurement> {
  await mkdir(folder, { recursive: true });
  const store = openStore(folder);
  const ids = await receiveMany(store, (rounds + 1) * pressesARound);
  await store.close();
  const [connector, echoBot, desk] = await Promise.all([startConnector(), startEchoBot(), startDesk(folder)]);
  try {
    await Promise.all([connector.succeeds('/posted'), echoBot.listens(), desk.succeeds('/ready')]);
    const messages = saidActivities(connector.url);
    const presses = ids.map((id) => pressOn(id, connector.url));
    const rates: { readonly desk: number; readonly echo: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const echo = await rateOf(echoBot.url, messages, 'message');
      const decided = presses.splice(0, pressesARound);
      const rate = await rateOf(desk.url, decided, 'Invitation authorized');
      if (round > 0) rates.push({ desk: rate, echo });
    }
    const ratio = median(rates.map(({ desk: rate, echo }) => rate / echo));
    return {
      name: 'press that decides an invitation, durably',
      desk: `${median(rates.map((rate) => rate.desk)).toFixed(0)} turns/s`,
      baseline: `${median(rates.map((rate) => rate.echo)).toFixed(0)} turns/s`,
      ratio,
      target: 'at least 1',
      met: ratio >= 1,
    };
  } finally {
    await Promise.all([connector.stop(), echoBot.stop(), desk.stop()]);
  }
}

function pressOn(invitation: InvitationId, serviceUrl: string): string {
  const [message = '{}'] = saidActivities(serviceUrl);
  const value = { action: { type: 'Action.Execute', verb: 'invitation.authorize', data: { invitation } } };
  const activity = JSON.parse(message) as object;
  return JSON.stringify({ ...activity, locale: 'en-US', type: 'invoke', name: 'adaptiveCard/action', value });
}

/** Turns a second; a press must be answered with `expected`, so that no failure counts as speed. */
async function rateOf(url: string, bodies: readonly string[], expected: string): Promise<number> {
  let sent = 0;
  let failed = 0;
  const started = performance.now();
  const result = await autocannon({
    url,
    connections: inFlight,
    amount: Math.min(bodies.length, pressesARound),
    requests: [
      {
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[sent++ % bodies.length] ?? '' }),
        onResponse: (status, body) => {
          if (status !== 200 || (expected !== 'message' && !body.includes(expected))) failed++;
        },
      },
    ],
  });
  if (failed > 0 || result.errors > 0)
    throw new Error(`${failed + result.errors} turns did not end as they should`);
  return (1000 * result['2xx']) / (performance.now() - started);
}

async function measureOnDisk(folder: string): Promise<Measurement[]> {
  await mkdir(folder, { recursive: true });
  const store = openStore(folder);
  const measure = async (name: string): Promise<Measurement> => {
    const rates: { readonly desk: number; readonly disk: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const ids = await receiveMany(store, decisionsARound);
      const disk = await perSecond(decisionsARound, (index) => writeSyncRename(folder, index));
      const desk = await perSecond(ids.length, (index) => decide(store, ids[index]));
      rates.push({ desk, disk });
    }
    return {
      name,
      desk: `${median(rates.map((rate) => rate.desk)).toFixed(0)}/s`,
      baseline: `${median(rates.map((rate) => rate.disk)).toFixed(0)}/s (disk)`,
      ratio: median(rates.map(({ desk, disk }) => desk / disk)),
    };
  };
  try {
    const fresh = await measure('durable decisions, none before');
    for (let decided = 0; decided < pastDecisions; decided += 10_000) {
      const ids = await receiveMany(store, 10_000);
      await perSecond(ids.length, (index) => decide(store, ids[index]));
    }
    return [fresh, await measure(`durable decisions, after ${pastDecisions.toLocaleString('en')}`)];
  } finally {
    await store.close();
  }
}

function openStore(folder: string) {
  return openLowdbStore({ folder, log });
}

type OpenStore = ReturnType<typeof openStore>;

async function receiveMany(store: OpenStore, count: number): Promise<readonly InvitationId[]> {
  const ids: InvitationId[] = [];
  await perSecond(count, async () => {
    const posted = { postedId: newId(), offer: resellerOffer, withdrawn: false };
    const { invitation } = await receivePostedInvitation(
      { store, clock: systemClock, newId },
      tenant,
      posted,
    );
    ids.push(invitation.id);
  });
  return ids;
}

async function decide(store: OpenStore, invitation: InvitationId | undefined): Promise<void> {
  if (invitation === undefined) throw new Error('there is no such invitation to decide');
  const ports = {
    store,
    clock: systemClock,
    roles: configuredRoles('everyone'),
    authority: sandboxAuthority,
  };
  const { decidedNow } = await authorizeInvitation(ports, actor, { invitation, settings: {} });
  if (!decidedNow) throw new Error('an invitation was decided before');
}

async function writeSyncRename(folder: string, index: number): Promise<void> {
  const path = join(folder, `baseline-${index % inFlight}`);
  const file = await open(`${path}.tmp-${index}`, 'w');
  await file.writeFile('x'.repeat(512));
  await file.sync();
  await file.close();
  await rename(`${path}.tmp-${index}`, path);
}

/** Does something so many times, a few at once. @returns how many were done a second */
async function perSecond(count: number, work: (index: number) => Promise<void>): Promise<number> {
  let next = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return (1000 * count) / (performance.now() - started);
}
