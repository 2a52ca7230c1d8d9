import { messagesIn, type Messages } from '../../../src/i18n/messages.ts';

/**
 * English as a language that nobody planned for: every text of the catalogue longer by two fifths and marked, so that text
 * which does not come from the catalogue, or does not fit when it grows, is seen.
 */
export function pseudoMessages(): Messages {
  const { language, format, ...texts } = messagesIn('en');
  return { language, format, ...stretched(texts) };
}

function stretched<Node>(node: Node): Node {
  return stretch(node) as Node;
}

function stretch(node: unknown): unknown {
  if (typeof node === 'string') return `[${node}${'~'.repeat(Math.ceil(node.length * 0.4))}]`;
  if (typeof node === 'function')
    return (...parameters: unknown[]) => stretch(Reflect.apply(node, undefined, parameters));
  if (Array.isArray(node)) return node.map(stretch);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, stretch(value)]));
}
