import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import type { Intake } from '../../../src/http/intake/invitations-route.ts';
import { memoryStore } from '../ports/memory-store.ts';
import { recordedLog } from '../ports/recorded-log.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';
import { received } from './invitation-examples.ts';

export const exampleSecret = 'a secret that nobody is meant to guess';

/** An intake that stores submissions in `store`; its clock stands still. */
export function exampleIntake({
  store = memoryStore(),
  ...changes
}: Partial<Intake> & { store?: Store } = {}): Intake {
  const clock = changes.clock ?? { now: () => received };
  let ids = 0;
  const newId = () => `invitation-${String((ids += 1)).padStart(6, '0')}`;
  return {
    secrets: [exampleSecret],
    allowedTenants: 'any',
    receive: (tenant, submitted) => receiveSubmittedInvitation({ store, clock, newId }, tenant, submitted),
    clock,
    meter: recordedMeter(),
    log: recordedLog(),
    ...changes,
  };
}
