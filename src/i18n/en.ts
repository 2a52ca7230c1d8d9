import { errors } from './en/errors.ts';
import { vocabulary } from './en/vocabulary.ts';

/** The English catalogue. Its shape is the type of every other: a missing translation does not compile. */
export const en = { errors, vocabulary };
