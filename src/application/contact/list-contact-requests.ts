import type { Actor } from '../../domain/actor.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';
import type { Page, Store } from '../ports/store.ts';

interface Ports {
  readonly store: Store;
}

/**
 * The requests that the actor sent, newest first. Reads past other people's, so it takes longer the more of them there
 * are.
 * @param query `limit`: maximum to return, 1 or more; `after`: `next` of the previous page
 * @throws DomainError('store-unavailable')
 */
export async function listContactRequests(
  { store }: Ports,
  actor: Actor,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<ContactRequest>> {
  const own: ContactRequest[] = [];
  let next = after;
  do {
    const page = await ownRequests(store, actor, limit - own.length, next);
    own.push(...page.items);
    next = page.next;
  } while (next !== undefined && own.length < limit);
  return next !== undefined && (await hasMore(store, actor, next)) ? { items: own, next } : { items: own };
}

async function hasMore(store: Store, actor: Actor, after: string): Promise<boolean> {
  let next: string | undefined = after;
  while (next !== undefined) {
    const page: Page<ContactRequest> = await ownRequests(store, actor, 100, next);
    if (page.items.length > 0) return true;
    next = page.next;
  }
  return false;
}

async function ownRequests(
  store: Store,
  actor: Actor,
  limit: number,
  after: string | undefined,
): Promise<Page<ContactRequest>> {
  const from = after === undefined ? {} : { after };
  const page = await store.list(actor.tenant, 'contactRequest', { limit, order: 'descending', ...from });
  const items = page.items
    .map(({ value }) => value)
    .filter(({ requestedBy }) => requestedBy === actor.person);
  return { ...page, items };
}
