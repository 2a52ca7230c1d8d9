import type { SubscriberId, TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import { waitAfter } from '../../domain/notifications/post-retry.ts';
import { whatFailed } from '../runtime/logging.ts';
import { createSlidingWindow, type SlidingWindow } from '../runtime/sliding-window.ts';
import { attemptPost, postDeadline, type PostAttempt, type PostPorts } from './attempt-post.ts';
import { keepPostAttempt } from './keep-post-attempt.ts';
import { chatLimits, tenantLimit, tenantLimits } from './post-limits.ts';

/** The pending posts of one tenant on their way, as fast as the channel takes them. */
export interface TenantPosts {
  /** Takes up a post that is pending, or pending anew. */
  add(subscriber: SubscriberId, post: string): void;
  /** How many posts wait, those under way among them. */
  pending(): number;
  /** Begins nothing new, and returns when what is under way has come to an end and was noted. */
  stop(): Promise<void>;
}

/** The posts to one chat. They go one after the other, so that nobody reads an outcome before its question. */
interface Lane {
  readonly posts: Set<string>;
  /** Those that were added while one was being sent. */
  readonly renewed: Set<string>;
  readonly pace: SlidingWindow;
  failures: number;
  /** What was sent and could not be noted yet. It is noted before anything else is sent. */
  unkept: PostAttempt | undefined;
  state: 'empty' | 'waiting' | 'ready' | 'underWay';
}

/**
 * So many that chats which never answer hold up no other: within the deadline of one attempt the pace lets no more begin.
 */
const mostUnderWay = (postDeadline / tenantLimit.within) * tenantLimit.most;

export function createTenantPosts(ports: PostPorts, tenant: TenantId): TenantPosts {
  const { clock, timer, randomBytes, meter, log } = ports;
  const lanes = new Map<SubscriberId, Lane>();
  /** In the order in which they became ready. */
  const ready = new Set<Lane>();
  const pace = createSlidingWindow(tenantLimits);
  const underWay = new Set<Promise<void>>();
  const alarms = new Set<() => void>();
  let isPaused = false;
  let stopped = false;

  const now = (): number => millisecondsOf(clock.now());

  function after(milliseconds: number, work: () => void): void {
    const callOff = timer.after(milliseconds, () => {
      alarms.delete(callOff);
      work();
    });
    alarms.add(callOff);
  }

  /** Begins as many as there is room for, and comes back when there is room for more. */
  function goOn(): void {
    for (const lane of ready) {
      if (stopped || isPaused || underWay.size >= mostUnderWay) return;
      const wait = pace.roomAt(now()) - now();
      if (wait > 0) {
        isPaused = true;
        after(wait, () => {
          isPaused = false;
          goOn();
        });
        return;
      }
      begin(lane);
    }
  }

  function begin(lane: Lane): void {
    ready.delete(lane);
    lane.state = 'underWay';
    // Counted before it is known whether there is anything to send: what is drawn long before it is sent may be outdated.
    pace.note(now());
    lane.pace.note(now());
    const run: Promise<void> = deliverNext(lane).then((wait) => {
      underWay.delete(run);
      schedule(lane, wait);
      goOn();
    });
    underWay.add(run);
  }

  /** @returns how long to leave the chat alone, in milliseconds */
  async function deliverNext(lane: Lane): Promise<number> {
    const post = lane.unkept?.pending.id ?? [...lane.posts][0];
    if (post === undefined) return 0;
    lane.renewed.clear();
    // To the end of the line: one that cannot be drawn must not keep the others from being sent.
    lane.posts.delete(post);
    if (lane.failures > 0 && lane.unkept === undefined) meter.note({ kind: 'retry', of: 'post' });
    try {
      const attempt = lane.unkept ?? (await attemptPost(ports, tenant, post));
      lane.unkept = attempt;
      const remainder = attempt && (await keepPostAttempt(ports, tenant, attempt));
      lane.unkept = undefined;
      const isDone = remainder === undefined || remainder.kind === 'nothing';
      if (!isDone || lane.renewed.has(post)) lane.posts.add(post);
      if (remainder?.kind === 'again') return failed(lane, remainder.wait);
      lane.failures = 0;
      return 0;
    } catch (error) {
      log.error({ tenant, ...whatFailed(error) }, 'a post could not be drawn or noted');
      lane.posts.add(post);
      return failed(lane);
    }
  }

  function failed(lane: Lane, asked?: number): number {
    lane.failures += 1;
    return waitAfter(lane.failures, asked, (randomBytes(1)[0] ?? 0) / 256);
  }

  function schedule(lane: Lane, wait: number): void {
    lane.state = lane.posts.size === 0 ? 'empty' : 'waiting';
    if (stopped || lane.state === 'empty') return;
    const rest = Math.max(lane.pace.roomAt(now()), now() + wait) - now();
    if (rest > 0)
      after(rest, () => {
        beReady(lane);
      });
    else beReady(lane);
  }

  function beReady(lane: Lane): void {
    lane.state = 'ready';
    ready.add(lane);
    goOn();
  }

  function laneOf(subscriber: SubscriberId): Lane {
    const known = lanes.get(subscriber);
    if (known !== undefined) return known;
    const lane: Lane = {
      posts: new Set(),
      renewed: new Set(),
      pace: createSlidingWindow(chatLimits),
      failures: 0,
      unkept: undefined,
      state: 'empty',
    };
    lanes.set(subscriber, lane);
    return lane;
  }

  return {
    add(subscriber, post) {
      const lane = laneOf(subscriber);
      lane.posts.add(post);
      lane.renewed.add(post);
      if (lane.state === 'empty') schedule(lane, 0);
    },
    pending: () => [...lanes.values()].reduce((sum, { posts }) => sum + posts.size, underWay.size),
    async stop() {
      stopped = true;
      for (const callOff of alarms) callOff();
      await Promise.all(underWay);
    },
  };
}
