import type { Clock } from '../../application/ports/clock.ts';
import { instantFrom } from '../../domain/instant.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantFrom(Date.now()) };
