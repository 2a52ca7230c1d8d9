import { countedOutcomes, type ReviewProgress } from '../../domain/reviews/review.ts';
import type { Messages } from '../../i18n/messages.ts';

/** How many partners of a review have each outcome, in words. */
export function reviewTally(
  { format, review: text }: Messages,
  progress: Omit<ReviewProgress, 'undecided'>,
): string {
  const said = countedOutcomes.filter((outcome) => progress[outcome] > 0);
  if (said.length === 0) return text.nothingDecided;
  return said.map((outcome) => text.counted[outcome](format, progress[outcome])).join(' · ');
}
