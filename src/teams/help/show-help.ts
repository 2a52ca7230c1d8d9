import type { Turn } from '../turn/turn.ts';
import { helpCard, type HelpReason } from './help-view.ts';

/** Shows what can be said. */
export function showHelp(turn: Turn): Promise<void> {
  showHelpFor(turn, { kind: 'help' });
  return Promise.resolve();
}

/** Shows what can be said, introduced to fit the reason. */
export function showHelpFor({ messages, show }: Turn, reason: HelpReason): void {
  show(helpCard(messages, reason));
}
