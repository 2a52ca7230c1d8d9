import { mkdir } from 'node:fs/promises';
import { recordsAuthority } from '../../src/adapters/authority/records-authority.ts';
import { configuredRoles } from '../../src/adapters/roles/configured-roles.ts';
import { systemClock } from '../../src/adapters/system/system-clock.ts';
import { listPartners } from '../../src/application/partners/list-partners.ts';
import { removeDelegatedPermissions } from '../../src/application/partners/remove-delegated-permissions.ts';
import type { Change } from '../../src/application/ports/store.ts';
import {
  invitationId,
  personId,
  providerId,
  tenantId,
  type ProviderId,
} from '../../src/domain/identifiers.ts';
import { authorize } from '../../src/domain/invitations/invitation-transitions.ts';
import { newInvitation } from '../../src/domain/invitations/invitation.ts';
import { namedPerson } from '../../src/domain/named-person.ts';
import { withAuthorization } from '../../src/domain/partners/relationship.ts';
import { messagesIn } from '../../src/i18n/messages.ts';
import { partnersPerPage, partnersCard } from '../../src/teams/partners/partners-view.ts';
import { everyPartner } from '../../src/teams/turn/every-partner.ts';
import { granularOffer, megan, received } from '../support/examples/invitation-examples.ts';
import { openStore } from './load/many-invitations.ts';
import { median, type Measurement } from './measurement.ts';

const sizes = [10, 1000, 10_000];
const listings = 20;
const removals = 9;
const reviewEveryDays = 90;
const settings = { kind: 'none' } as const;
const effect = { kind: 'inEffect' } as const;

interface Times {
  readonly size: number;
  /** Milliseconds. */
  readonly list: number;
  readonly remove: number;
}

/** One page of partners as a card, and a durable removal, next to the same with ten partners. */
export async function measurePartners(folder: string): Promise<Measurement[]> {
  await mkdir(folder, { recursive: true });
  const store = openStore(folder);
  const times: Times[] = [];
  try {
    for (const size of sizes) times.push(await timesAmong(store, size));
  } finally {
    await store.close();
  }
  const [few] = times;
  if (few === undefined) throw new Error('nothing was measured');
  return times.flatMap((measured) => [
    beside(`partners listed, of ${measured.size.toLocaleString('en')}`, measured.list, few.list),
    beside(`permissions removed, of ${measured.size.toLocaleString('en')}`, measured.remove, few.remove),
  ]);
}

function beside(name: string, milliseconds: number, among10: number): Measurement {
  if (milliseconds === among10) return { name, desk: `${milliseconds.toFixed(1)} ms` };
  return {
    name,
    desk: `${milliseconds.toFixed(1)} ms`,
    baseline: `${among10.toFixed(1)} ms (of ${sizes[0] ?? 0})`,
    ratio: milliseconds / among10,
  };
}

async function timesAmong(store: ReturnType<typeof openStore>, size: number): Promise<Times> {
  const tenant = tenantId(`tenant with ${size}`);
  const actor = { tenant, person: personId('adele'), name: 'Adele Vance' };
  const changes = Array.from({ length: size }, (_, number) => relationshipWith(idOf(number), number));
  for (let start = 0; start < size; start += 1000)
    await store.commit(tenant, changes.slice(start, start + 1000));
  const messages = messagesIn('en');
  const ports = { store, clock: systemClock, roles: configuredRoles('everyone'), reviewEveryDays };
  const list = await medianOf(listings, async () => {
    const page = await listPartners(ports, actor, everyPartner, { offset: 0, limit: partnersPerPage });
    partnersCard(messages, page, everyPartner);
  });
  const remove = await medianOf(removals, async (number) => {
    const removing = { ...ports, authority: recordsAuthority('inEffect') };
    await removeDelegatedPermissions(removing, actor, { partner: idOf(number) });
  });
  return { size, list, remove };
}

async function medianOf(count: number, work: (number: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const started = performance.now();
    await work(number);
    times.push(performance.now() - started);
  }
  return median(times);
}

function idOf(number: number): ProviderId {
  return providerId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
}

function relationshipWith(id: ProviderId, number: number): Change {
  // Seven is coprime to the sizes, so names are in another order than ids.
  const name = { value: `Société ${(number * 7) % 10_000} Microsoft Solutions`, claimed: false };
  const partner = { id, idIsGuess: false, name };
  const origin = { kind: 'posted', postedId: id } as const;
  const offered = newInvitation(
    { ...granularOffer, partner },
    { id: invitationId(id), origin, receivedAt: received },
  );
  const decision = { by: namedPerson(megan), at: received, settings, effect };
  const value = withAuthorization(undefined, authorize(offered, decision));
  return { type: 'put', kind: 'relationship', id, value, expected: 'absent' };
}
