import type { Limit } from '../runtime/sliding-window.ts';

/**
 * What Teams takes of one bot into one chat.
 * Source: Microsoft's "Optimize your bot with rate limiting in Teams".
 */
export const chatLimits: readonly Limit[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];

/** What Teams takes of one bot in one tenant. Source: as above. */
export const tenantLimit: Limit = { most: 50, within: 1_000 };

/**
 * As many in a second, but one after the other: to draw and send several posts at a stretch would keep everybody
 * waiting who writes to the desk meanwhile.
 */
export const tenantLimits: readonly Limit[] = [
  tenantLimit,
  { most: 1, within: tenantLimit.within / tenantLimit.most },
];
