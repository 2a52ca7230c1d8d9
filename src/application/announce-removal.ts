import { subscriberIdOf } from '../domain/notifications/subscriber.ts';
import type { RemovedRelationship } from '../domain/partners/relationship-transitions.ts';
import { announcementChange } from './announcement-change.ts';
import type { Change } from './ports/store.ts';

/**
 * The changes that have everyone told that delegated permissions were removed, and later, where that was awaited, those who
 * were told that the tenant shows it. Whoever removed them knows already.
 */
export function announceRemoval({ partner, delegatedAdmin }: RemovedRelationship): Change[] {
  const { by, at, effect, grants } = delegatedAdmin;
  const invitation = grants.at(-1)?.invitation;
  if (invitation === undefined) return [];
  const subject = { kind: 'removal', partner: partner.id, invitation } as const;
  const to =
    effect.kind === 'confirmed'
      ? ({ kind: 'holders' } as const)
      : ({
          kind: 'everyone',
          except: subscriberIdOf({ kind: 'person', person: by.person }),
        } as const);
  return [announcementChange(`${invitation} removed ${effect.kind}`, { subject, to, at })];
}
