import { subscriberIdOf } from '../../domain/notifications/subscriber.ts';
import type { Log } from '../ports/log.ts';
import type { Notifier } from '../ports/posts.ts';
import { announce, type AnnouncingPorts } from './announce.ts';

/** Tells one person something the way everybody is told: durably, and again until it is taken. */
export function createNotifier({ log, ...ports }: AnnouncingPorts & { readonly log: Log }): Notifier {
  return {
    tell: async (tenant, person, { kind, request, delivery }) => {
      const subscriber = subscriberIdOf({ kind: 'person', person });
      if ((await ports.store.get(tenant, 'subscriber', subscriber)) === undefined) {
        log.info({ notice: kind }, 'nobody to tell: the person has no chat with the desk');
        return;
      }
      const subject = { kind, request: request.id, delivery: delivery.id } as const;
      await announce(ports, tenant, [subject], { kind: 'one', subscriber });
    },
  };
}
