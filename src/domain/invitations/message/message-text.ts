import { readHtml } from './read-html.ts';
import type { MessagePart, ShownMessage } from './shown-message.ts';

/** All that a person reads in a message, part by part. */
export function textOfMessage({ parts }: ShownMessage): string {
  return parts.map(textOfPart).join('\n');
}

function textOfPart({ kind, text }: MessagePart): string {
  return kind === 'html' ? readHtml(text).text : text;
}
