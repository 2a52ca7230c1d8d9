import { recordsAuthority } from '../../../src/adapters/authority/records-authority.ts';
import { configuredRoles } from '../../../src/adapters/roles/configured-roles.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { newId, systemClock } from '../../../src/adapters/system/system-clock.ts';
import { authorizeInvitation } from '../../../src/application/invitations/authorize-invitation.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import { personId, providerId, tenantId, type InvitationId } from '../../../src/domain/identifiers.ts';
import { resellerOffer } from '../../support/examples/invitation-examples.ts';

/** Max concurrent operations. */
export const inFlight = 16;

const tenant = tenantId('00000000-0000-4000-9000-000000000000');
const actor = { tenant, person: personId('00000000-0000-4000-8000-000000000000'), name: 'Adele Vance' };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The embedded store as the desk opens it, without logging. */
export function openStore(folder: string) {
  return openLowdbStore({ folder, log });
}

type OpenStore = ReturnType<typeof openStore>;

/** Creates pending invitations, each of a different partner. */
export async function receiveMany(store: OpenStore, count: number): Promise<readonly InvitationId[]> {
  const ids: InvitationId[] = [];
  await perSecond(count, async () => {
    const partner = { id: providerId(newId()), idIsGuess: false };
    const submitted = { postedId: newId(), offer: { ...resellerOffer, partner }, withdrawn: false };
    const { invitation } = await receiveSubmittedInvitation(
      { store, clock: systemClock, newId },
      tenant,
      submitted,
    );
    ids.push(invitation.id);
  });
  return ids;
}

/** Decides an invitation; durable when it returns. */
export async function decide(store: OpenStore, invitation: InvitationId | undefined): Promise<void> {
  if (invitation === undefined) throw new Error('there is no invitation to decide');
  const ports = {
    store,
    clock: systemClock,
    roles: configuredRoles('everyone'),
    authority: recordsAuthority('inEffect'),
  };
  const { decidedNow } = await authorizeInvitation(ports, actor, { invitation, settings: {} });
  if (!decidedNow) throw new Error('the invitation was already decided');
}

/** Runs something `count` times with limited concurrency. @returns operations per second */
export async function perSecond(count: number, work: (index: number) => Promise<void>): Promise<number> {
  let next = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return (1000 * count) / (performance.now() - started);
}
