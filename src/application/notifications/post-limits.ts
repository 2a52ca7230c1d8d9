import type { Limit } from '../runtime/sliding-window.ts';

/**
 * What Teams accepts from one bot in one chat.
 * Source: Microsoft's "Optimize your bot with rate limiting in Teams".
 */
export const chatLimits: readonly Limit[] = [
  { max: 7, within: 1_000 },
  { max: 8, within: 2_000 },
  { max: 60, within: 30_000 },
  { max: 1_800, within: 3_600_000 },
];

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
