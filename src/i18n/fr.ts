import type { en } from './en.ts';
import { errors } from './fr/errors.ts';
import { vocabulary } from './fr/vocabulary.ts';

/** The French catalogue. */
export const fr: typeof en = { errors, vocabulary };
