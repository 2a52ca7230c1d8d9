import { v7 } from 'uuid';
import type { NewId } from '../../application/ports/clock.ts';

/** UUID version 7: 74 random bits, and sorted by the millisecond it was made in. */
export const newId: NewId = () => v7();
