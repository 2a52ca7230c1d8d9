import { readMailboxWatch } from '../../application/invitations/mailbox/read-mailbox-watch.ts';
import type { Store } from '../../application/ports/store.ts';
import type { PostRenderers } from '../notifications/render-post.ts';

/** Renders the post about invitations that wait in a mailbox; none once they wait no more. */
export function renderMailboxPost({ store }: { readonly store: Store }): PostRenderers['mailboxFull'] {
  return async (tenant, { since }, { messages }) => {
    const watch = await readMailboxWatch(store, tenant);
    if (watch?.fullSince !== since) return undefined;
    const text = messages.mailbox.full(watch.address);
    return { revision: 'posted', card: { kind: 'text', text }, isFinal: true };
  };
}
