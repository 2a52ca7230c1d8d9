import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { helpCard, type HelpOccasion } from './help-view.ts';

/** Shows what can be said. */
export function showHelp(services: Services, turn: Turn): Promise<void> {
  showHelpFor(services, turn, { kind: 'help' });
  return Promise.resolve();
}

/** Shows what can be said, with the words that fit the occasion. */
export function showHelpFor({ isSandbox }: Services, { messages, show }: Turn, occasion: HelpOccasion): void {
  show(helpCard(messages, occasion, isSandbox));
}
