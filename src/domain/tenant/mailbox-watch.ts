import { day, later, type Instant } from '../instant.ts';
import type { ReadFailure } from './tenant-reads.ts';

/** How the reading of a tenant's mailbox stands. */
export interface MailboxWatch {
  readonly address: string;
  /** Where reading goes on; absent before the first page, and once it has to begin anew. */
  readonly link?: string;
  readonly nextReadAt: Instant;
  /** When the last round that read everything began; absent before the first. */
  readonly completeAt?: Instant;
  /** Rounds in a row that failed. */
  readonly failures: number;
  /** Since when they fail, and why; absent while they do not. */
  readonly failing?: { readonly since: Instant; readonly why: ReadFailure };
  /** A message that could not be read though the others could, by its hash, and in how many rounds in a row. */
  readonly stuck?: { readonly message: string; readonly rounds: number };
  /** Since when more invitations wait in the mailbox than may be pending; absent while they do not. */
  readonly fullSince?: Instant;
  /** When people were last told of that. */
  readonly fullToldAt?: Instant;
}

/** A message of a mailbox that brought invitations, or that was given up, under its hash: it is not read again. */
export interface HandledMail {
  readonly receivedAt: Instant;
}

/**
 * Older messages bring nothing: a mailbox that was used for years announces what is recent when it is first read.
 * Milliseconds.
 */
const maxMailAge = 30 * day;

/** How long is remembered what a message brought; longer than its age allows it to bring anything. Milliseconds. */
const rememberedFor = maxMailAge + 15 * day;

/** A list begins somewhat before the last complete one did: clocks differ, and mail arrives late. Milliseconds. */
const overlap = day;

/** Maximum of how often people are told that more waits. Milliseconds. */
const fullNoticeEvery = day;

/** In how many rounds a message may fail, while others do not, before it is skipped. */
export const maxStuckRounds = 5;

const maxIntervals = 12;

export function isTooOld(receivedAt: Instant, now: Instant): boolean {
  return receivedAt < later(now, -maxMailAge);
}

/** Whether what a message brought need not be remembered any more. */
export function isForgettable({ receivedAt }: HandledMail, now: Instant): boolean {
  return receivedAt < later(now, -rememberedFor);
}

/** From when messages are listed where no link shows where to go on. */
export function listSince(watch: MailboxWatch | undefined, now: Instant): Instant {
  const oldest = later(now, -maxMailAge);
  const known = watch?.completeAt === undefined ? oldest : later(watch.completeAt, -overlap);
  return known > oldest && known <= now ? known : oldest;
}

/** The watch of a mailbox that is read for the first time. */
export function newWatch(address: string, now: Instant): MailboxWatch {
  return { address, nextReadAt: now, failures: 0 };
}

/** How a round went. `more`: there was more than fits in one. `full`: invitations wait. `failed`: the rest could not be read. */
export type RoundResult =
  | { readonly kind: 'complete' | 'more' | 'full' }
  | { readonly kind: 'failed'; readonly why: ReadFailure; readonly stuck?: string };

/** @param at when the round began; `interval`: milliseconds from a round to the next */
export function afterMailRound(
  { failing, stuck, fullSince, ...watch }: MailboxWatch,
  result: RoundResult,
  { at, interval }: { readonly at: Instant; readonly interval: number },
): MailboxWatch {
  if (result.kind === 'failed') {
    const failures = watch.failures + 1;
    const wait = interval * Math.min(maxIntervals, 2 ** (failures - 1));
    const rounds = stuck?.message === result.stuck ? (stuck?.rounds ?? 0) + 1 : 1;
    const stays = result.stuck === undefined ? stuck : { message: result.stuck, rounds };
    return {
      ...watch,
      failures,
      nextReadAt: later(at, wait),
      failing: { since: failing?.since ?? at, why: result.why },
      ...(stays && { stuck: stays }),
      ...(fullSince !== undefined && { fullSince }),
    };
  }
  return {
    ...watch,
    failures: 0,
    nextReadAt: result.kind === 'more' ? at : later(at, interval),
    ...(result.kind === 'complete' && { completeAt: at }),
    ...(result.kind === 'full' && { fullSince: fullSince ?? at }),
  };
}

/** Whether people are to be told now that more waits. */
export function tellsOfFull({ fullSince, fullToldAt }: MailboxWatch, now: Instant): boolean {
  if (fullSince === undefined) return false;
  if (fullToldAt === undefined) return true;
  if (fullToldAt >= fullSince) return false;
  return fullToldAt <= later(now, -fullNoticeEvery) || fullToldAt > now;
}

const hour = 60 * 60 * 1000;

/**
 * Since when a mailbox could not be read, if that is for over an hour: whoever looks at invitations has to know that some may be
 * missing. Undefined where it is not read any more, too: then nothing is tried either.
 */
export function silentSince({ failing, nextReadAt }: MailboxWatch, now: Instant): Instant | undefined {
  const isLong = failing !== undefined && failing.since <= later(now, -hour);
  return isLong && nextReadAt > later(now, -2 * hour) ? failing.since : undefined;
}
