import { messagesIn, type Messages, type Wording } from '../../../src/i18n/messages.ts';

/**
 * A pseudo-language: every text of the catalogue, 40 % longer and marked, which reveals text that is not from the
 * catalogue or does not fit when it grows.
 */
export function pseudoMessages(wording: Wording): Messages {
  const { language, format, ...texts } = messagesIn('en', undefined, wording);
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
