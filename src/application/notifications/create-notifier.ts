import { subscriberIdOf } from '../../domain/notifications/subscriber.ts';
import type { Log } from '../ports/log.ts';
import type { Notifier } from '../ports/posts.ts';
import { announce, type AnnouncingPorts } from './announce.ts';

/** Notifies one person through the queue of announcements: durably, and retried until it is accepted. */
export function createNotifier({ log, ...ports }: AnnouncingPorts & { readonly log: Log }): Notifier {
  return {
    tell: async (tenant, person, { kind, request, delivery }) => {
      const subscriber = subscriberIdOf({ kind: 'person', person });
      if ((await ports.store.get(tenant, 'subscriber', subscriber)) === undefined) {
        log.info({ notice: kind }, 'nobody to notify: the person has no chat with the desk');
        return;
      }
      const subject = { kind, request: request.id, delivery: delivery.id } as const;
      await announce(ports, tenant, [subject], { kind: 'one', subscriber });
    },
  };
}
