import type { MailOrigin } from './mail-origin.ts';

/** A part of a message: plain text, or HTML as its sender or the client wrote it. Untrusted. */
export interface MessagePart {
  readonly kind: 'plain' | 'html';
  readonly text: string;
}

/**
 * A message that somebody showed to the desk, or that came into its mailbox: all of its parts, in order. Some repeat
 * others: Teams sends what was typed as plain text and as HTML.
 */
export interface ShownMessage {
  readonly parts: readonly MessagePart[];
  /** Of a mail. */
  readonly mail?: MailOrigin;
}

/**
 * A message of nothing but plain text.
 * @internal
 */
export function plainMessage(text: string): ShownMessage {
  return { parts: [{ kind: 'plain', text }] };
}
