import { Mutex } from 'async-mutex';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Announcements } from '../ports/posts.ts';
import type { RecordKind, Records } from '../ports/records.ts';
import type { Page, Store, Versioned } from '../ports/store.ts';
import { whatFailed } from '../runtime/logging.ts';
import type { PostPorts } from './attempt-post.ts';
import { spreadAnnouncement } from './spread-announcement.ts';
import { createTenantPosts, type TenantPosts } from './tenant-post-queue.ts';

/** Brings announcements to whom they concern, each until it is taken or given up. */
export interface PostDelivery extends Announcements {
  /**
   * Takes up what every tenant still had to be told when the desk last stopped.
   * @throws DomainError('store-unavailable') when the tenants cannot be listed
   */
  start(): Promise<void>;
  /** How many posts wait, those under way among them. */
  pending(): number;
  /** Begins nothing new, and returns when what is under way has come to an end and was noted. */
  stop(): Promise<void>;
}

const minute = 60_000;
const pageSize = 100;
/**
 * From one page of subscribers to the next; milliseconds. They come three times as fast as they can be told, but not all at one
 * moment: that would keep everybody waiting who writes to the desk meanwhile.
 */
const betweenPages = 250;

/**
 * What is still to be told is the store's: announcements first, then a pending post for each whom they concern, taken away
 * in the commit that notes that it was taken. A post goes out twice only if the desk dies, or the connection breaks,
 * between the channel's taking it and the desk's learning or noting so; no sender can rule that out.
 */
export function createPostDelivery(ports: PostPorts): PostDelivery {
  const { store, timer, log } = ports;
  const tenants = new Map<TenantId, { readonly posts: TenantPosts; readonly spreading: Mutex }>();
  const retries = new Set<() => void>();
  const rests = new Set<() => void>();
  let stopped = false;

  function of(tenant: TenantId) {
    const known = tenants.get(tenant);
    if (known !== undefined) return known;
    const made = { posts: createTenantPosts(ports, tenant), spreading: new Mutex() };
    tenants.set(tenant, made);
    return made;
  }

  async function spread(tenant: TenantId): Promise<void> {
    const { posts, spreading } = of(tenant);
    await spreading.runExclusive(async () => {
      for await (const { id, value } of everyOne(store, tenant, 'announcement')) {
        let told = 0;
        for (let goesOn = true; goesOn && !stopped;) {
          const page = await spreadAnnouncement({ store }, tenant, id);
          for (const { subscriber, post } of page.addressed) posts.add(subscriber, post);
          told += page.addressed.length;
          goesOn = page.goesOn;
          if (goesOn) await rest();
        }
        log.info({ tenant, subject: value.subject.kind, chats: told }, 'an announcement is on its way');
      }
    });
  }

  /** Ends early where the desk stops. */
  function rest(): Promise<void> {
    if (stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        callOff();
        rests.delete(end);
        resolve();
      };
      const callOff = timer.after(betweenPages, end);
      rests.add(end);
    });
  }

  async function resume(tenant: TenantId): Promise<void> {
    for await (const { id, value } of everyOne(store, tenant, 'pendingPost')) {
      of(tenant).posts.add(value.subscriber, id);
    }
    takeUp(tenant);
  }

  function takeUp(tenant: TenantId): void {
    if (!stopped) void untilDone(tenant, spread);
  }

  /** One tenant whose records cannot be read or written now must not keep the others waiting. */
  async function untilDone(tenant: TenantId, work: (tenant: TenantId) => Promise<void>): Promise<void> {
    try {
      await work(tenant);
    } catch (error) {
      log.error({ tenant, ...whatFailed(error) }, 'announcements of a tenant could not be taken up');
      if (stopped) return;
      const callOff = timer.after(minute, () => {
        retries.delete(callOff);
        void untilDone(tenant, work);
      });
      retries.add(callOff);
    }
  }

  return {
    async start() {
      for (const tenant of await store.tenants()) await untilDone(tenant, resume);
    },
    takeUp,
    pending: () => [...tenants.values()].reduce((sum, { posts }) => sum + posts.pending(), 0),
    async stop() {
      stopped = true;
      for (const callOff of retries) callOff();
      for (const end of rests) end();
      await Promise.all([...tenants.values()].map(({ spreading }) => spreading.waitForUnlock()));
      await Promise.all([...tenants.values()].map(({ posts }) => posts.stop()));
    },
  };
}

async function* everyOne<Kind extends RecordKind>(
  store: Store,
  tenant: TenantId,
  kind: Kind,
): AsyncGenerator<Versioned<Records[Kind]>> {
  let after: string | undefined;
  do {
    const page: Page<Versioned<Records[Kind]>> = await store.list(tenant, kind, {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
