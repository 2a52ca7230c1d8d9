import type { Desk } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { helpCard, type HelpOccasion } from './help-view.ts';

/** Shows what can be said. */
export function showHelp(desk: Desk, turn: Turn): Promise<void> {
  showHelpFor(desk, turn, { kind: 'help' });
  return Promise.resolve();
}

/** Shows what can be said, with the words that fit the occasion. */
export function showHelpFor({ isSandbox }: Desk, { messages, show }: Turn, occasion: HelpOccasion): void {
  show(helpCard(messages, occasion, isSandbox));
}
