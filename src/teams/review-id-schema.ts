import { z } from 'zod';
import { reviewId } from '../domain/identifiers.ts';

/** The id of a review, as a card carries it. */
export const reviewIdSchema = z
  .string()
  .regex(/^\d{6,12}$/)
  .transform(reviewId);
