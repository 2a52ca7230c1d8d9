import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';

/** One text of a card, with everything that stands in the same block. */
export interface TextUnit {
  readonly text: string;
  readonly block: string;
}

/**
 * Every text of a card: of its blocks, buttons, inputs and choices, hidden ones included. `block` is all that the nearest
 * container shows, which is how a person reads a row; outside of one it is the text alone.
 */
export function textUnitsOf(card: AdaptiveCard): readonly TextUnit[] {
  return unitsIn(card, undefined);
}

const textFields = ['text', 'title', 'label', 'placeholder', 'altText', 'errorMessage'];
const unread = new Set(['data', 'fallback', 'refresh']);

function unitsIn(node: unknown, block: string | undefined): readonly TextUnit[] {
  if (Array.isArray(node)) return node.flatMap((each) => unitsIn(each, block));
  if (typeof node !== 'object' || node === null) return [];
  const element = node as Readonly<Record<string, unknown>>;
  const { inlines } = element;
  if (Array.isArray(inlines)) {
    const text = textsIn(inlines).join('');
    return [{ text, block: block ?? text }];
  }
  const around = element['type'] === 'Container' ? textsIn(element).join(' ') : block;
  const own = textFields.flatMap((field) => {
    const text = element[field];
    return typeof text === 'string' ? [{ text, block: around ?? text }] : [];
  });
  const inner = Object.entries(element).filter(([key]) => !textFields.includes(key) && !unread.has(key));
  return [...own, ...inner.flatMap(([, value]) => unitsIn(value, around))];
}

function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (unread.has(key)) return [];
    return textFields.includes(key) && typeof value === 'string' ? [value] : textsIn(value);
  });
}
