import { z } from 'zod';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';

/** A button or row that a person can press. */
export interface Button {
  readonly title: string;
  readonly verb: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

const buttonSchema = z.object({
  type: z.enum(['Action.Execute', 'Action.OpenUrl', 'Action.ToggleVisibility']),
  title: z.string(),
  verb: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

const cardSchema = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.string(),
  body: z.array(z.unknown()),
});

/** Every text on the card, in order, one per line, including text that is hidden until a press. */
export function textOf(card: AdaptiveCard): string {
  const lines: string[] = [];
  for (const node of nodesOf(card)) {
    if (node['type'] === 'TextBlock') lines.push(String(node['text']));
    if (node['type'] === 'RichTextBlock') lines.push(runsOf(node['inlines']).join(''));
    if (typeof node['label'] === 'string') lines.push(node['label']);
    if (node['type'] === 'Input.Toggle') lines.push(String(node['title']));
  }
  return lines.join('\n');
}

/** Every button and every pressable row. */
export function buttonsOf(card: AdaptiveCard): readonly Button[] {
  return nodesOf(card).flatMap((node) => {
    const button = buttonSchema.safeParse(node);
    return button.success ? [{ ...button.data, verb: button.data.verb, data: button.data.data ?? {} }] : [];
  });
}

/** Every card in these texts; each text is JSON or contains no card. */
export function cardsIn(texts: readonly string[]): readonly AdaptiveCard[] {
  return texts
    .filter((text) => text.includes('"AdaptiveCard"'))
    .flatMap((text) => nodesOf(JSON.parse(text)))
    .flatMap((node) => cardSchema.safeParse(node).data ?? []);
}

/** The inputs with their initial values. */
export function inputsOf(card: AdaptiveCard): Readonly<Record<string, string>> {
  const inputs = nodesOf(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(
    inputs.map((node) => [String(node['id']), typeof node['value'] === 'string' ? node['value'] : '']),
  );
}

/** The choices of a list by its id: the title, then the value. */
export function choicesOf(card: AdaptiveCard, id: string): readonly (readonly [string, string])[] {
  const list = nodesOf(card).find((node) => node['id'] === id);
  const choices = z.array(z.object({ title: z.string(), value: z.string() })).parse(list?.['choices']);
  return choices.map(({ title, value }) => [title, value] as const);
}

/** Every object of the card, outer before inner, without fallbacks of actions, which are the same button. */
export function nodesOf(node: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.entries(node).filter(
    ([key]) => !['fallback', 'data', 'choices', 'inlines'].includes(key),
  );
  return [node as Readonly<Record<string, unknown>>, ...inner.flatMap(([, value]) => nodesOf(value))];
}

function runsOf(inlines: unknown): readonly string[] {
  return z
    .array(z.object({ text: z.string() }))
    .parse(inlines)
    .map(({ text }) => text);
}
