import { readAccessEnd, type EndOfAccess } from '../../application/partners/read-access-end.ts';
import type { Roles } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Store } from '../../application/ports/store.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Rendering } from '../../domain/notifications/post.ts';
import type { PostRenderers, Reader } from '../notifications/render-post.ts';
import { accessEndCard, accessEndNotice } from './access-end-view.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
  readonly reviewEveryDays: number;
}

/** Notifies that an invitation's grant ends soon or has ended; undefined if that is no longer true. */
export function renderAccessPosts(ports: Ports): Pick<PostRenderers, 'accessEnding' | 'accessEnded'> {
  const render = async (
    tenant: TenantId,
    subject: EndOfAccess,
    { subscriber, messages }: Reader,
  ): Promise<Rendering | undefined> => {
    const shown = await readAccessEnd(ports, tenant, subject, subscriber.audience);
    if (shown === undefined) return undefined;
    const card = accessEndCard.forMany(messages, shown);
    return {
      revision: 'once',
      card: { kind: 'card', card, summary: accessEndNotice(messages, shown) },
      isFinal: true,
    };
  };
  return { accessEnding: render, accessEnded: render };
}
