import type { Decision } from '../domain/invitations/invitation-status.ts';

/** The texts about each kind of decision. `who` is empty where nobody made it. */
export type DecisionWords = Readonly<Record<Decision['kind'], WordsOfDecision>>;

interface WordsOfDecision {
  readonly title: string;
  /** On the card that shows the outcome. */
  readonly decided: (about: { readonly who: string; readonly when: string }) => string;
  /** To those who were posted the invitation. */
  readonly notice: (about: { readonly who: string; readonly partner: string }) => string;
  /** To whoever comes too late. */
  readonly already: (about: { readonly who: string; readonly on: string }) => string;
}
