/**
 * How urgent a post is, the most urgent first: an invitation submitted with a signature, one pasted by an administrator,
 * everything else that the desk tells, and invitations pasted by others, whom nothing keeps from pasting what they like.
 */
export const postPriorities = ['submitted', 'pastedByAdministrator', 'other', 'pasted'] as const;

export type PostPriority = (typeof postPriorities)[number];

/** Its position, from 0 for the most urgent. */
export function rankOf(priority: PostPriority): number {
  return postPriorities.indexOf(priority);
}

/** The more urgent of two. */
export function moreUrgent(one: PostPriority, other: PostPriority): PostPriority {
  return rankOf(one) <= rankOf(other) ? one : other;
}
