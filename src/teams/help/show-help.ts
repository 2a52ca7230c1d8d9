import type { Turn } from '../turn/turn.ts';
import { helpCard, type HelpOccasion } from './help-view.ts';

/** Shows what can be said. */
export function showHelp(turn: Turn): Promise<void> {
  showHelpFor(turn, { kind: 'help' });
  return Promise.resolve();
}

/** Shows what can be said, with the words that fit the occasion. */
export function showHelpFor({ messages, show }: Turn, occasion: HelpOccasion): void {
  show(helpCard(messages, occasion));
}
