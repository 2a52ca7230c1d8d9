import { postPriorities, type PostPriority } from '../../domain/notifications/post-priority.ts';
import type { Limit } from '../runtime/sliding-window.ts';

/**
 * What Teams accepts from one bot in one chat.
 * Source: Microsoft's "Optimize your bot with rate limiting in Teams".
 * @internal
 */
export const chatLimits: readonly Limit[] = [
  { max: 7, within: 1_000 },
  { max: 8, within: 2_000 },
  { max: 60, within: 30_000 },
  { max: 1_800, within: 3_600_000 },
];

/**
 * What each priority may use of a limit over more than seconds: the rest stays free for what is more urgent, however
 * much there is of the less urgent.
 */
const shares: Readonly<Record<PostPriority, number>> = {
  submitted: 1,
  pastedByAdministrator: 5 / 6,
  other: 2 / 3,
  pasted: 1 / 3,
};

/** Nobody minds waiting until there is room again in a limit over this time; milliseconds. */
const maxWait = 2_000;

const limitsByRank = postPriorities.map((priority) =>
  chatLimits.map(({ max, within }) =>
    within <= maxWait ? { max, within } : { max: Math.floor(max * shares[priority]), within },
  ),
);

/** What posts of a rank may use of a chat's limits. */
export function chatLimitsFor(rank: number): readonly Limit[] {
  return limitsByRank[rank] ?? chatLimits;
}

/** What Teams accepts from one bot in one tenant. Source: as above. */
export const tenantLimit: Limit = { max: 50, within: 1_000 };

/**
 * The same rate, but evenly spaced: rendering and sending several posts in a row would delay everybody who writes to
 * the desk meanwhile.
 */
export const tenantLimits: readonly Limit[] = [
  tenantLimit,
  { max: 1, within: tenantLimit.within / tenantLimit.max },
];
