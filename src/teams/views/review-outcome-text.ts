import type { ReviewEntry } from '../../application/reviews/open-review.ts';
import { isRemoved } from '../../domain/partners/relationship-transitions.ts';
import type { Messages } from '../../i18n/messages.ts';
import { personName } from './person-name.ts';
import { removalEffectText } from './removal-effect-text.ts';

/** What came of a partner in a review, who decided it and when; text from outside in it. */
export function reviewOutcomeText(messages: Messages, { outcome, relationship }: ReviewEntry): string {
  const { format, partner, review: text } = messages;
  switch (outcome.kind) {
    case 'undecided':
      return text.undecided;
    case 'skipped':
      return text.skippedBy(personName(messages, outcome.by), format.moment(outcome.at));
    case 'kept':
      return text.keptBy(personName(messages, outcome.by), format.moment(outcome.at));
    case 'removed': {
      const removed = partner.removedBy(personName(messages, outcome.by), format.moment(outcome.at));
      // It may have been given others since, which this removal says nothing about.
      const isLast = isRemoved(relationship) && relationship.delegatedAdmin.at === outcome.at;
      return isLast
        ? `${removed} ${removalEffectText(messages, relationship.delegatedAdmin.effect)}`
        : removed;
    }
    case 'ended':
      return text.endedOn(format.moment(outcome.at));
  }
}
