import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Template } from 'adaptivecards-templating';
import { codeFolder } from '../../code-folder.ts';
import type { CardViews } from '../bot/card-views.ts';
import type { AdaptiveCard } from './card.ts';

export type CardName = keyof CardViews;

/** How many of the cards are kept that were made for many. */
const mostKept = 50;

const folder = new URL('../cards/', codeFolder);
const madeForMany = new Map<string, AdaptiveCard>();
const templates = new Map<CardName, Template>();
const load = createRequire(import.meta.url);

/** Loaded at the first card: with its parser it took a sixth of the time from the desk's start to its listening. */
function library(): typeof import('adaptivecards-templating') {
  return load('adaptivecards-templating') as typeof import('adaptivecards-templating');
}

/** Makes one card ready, so that the first person who asks for one need not wait for the library. */
export function prepareCards(): void {
  templateOf('help');
}

/** The template of a card, read and compiled at its first use. */
function templateOf(name: CardName): Template {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const template = new (library().Template)(
    JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
  );
  templates.set(name, template);
  return template;
}

/**
 * Lays a view into the card's template.
 * @throws Error naming each field that the template binds and the view lacks: the library would leave `${field}` in the text
 */
export function render<Name extends CardName>(name: Name, view: CardViews[Name]): AdaptiveCard {
  const missing: string[] = [];
  library().GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
    missing.push(path);
    return undefined;
  };
  const card = templateOf(name).expand({ $root: view }) as AdaptiveCard;
  if (missing.length > 0) throw new Error(`card ${name} binds what its view lacks: ${missing.join(', ')}`);
  return withSubmitFallbacks(card) as AdaptiveCard;
}

/**
 * The same as `render`, but one card does for all whose views are alike: of a thousand people who are told of one thing, nearly
 * all are told it in the same words. Nobody may change it.
 */
export function renderForMany<Name extends CardName>(name: Name, view: CardViews[Name]): AdaptiveCard {
  const key = JSON.stringify([name, view]);
  const known = madeForMany.get(key);
  if (known !== undefined) return known;
  const card = render(name, view);
  madeForMany.set(key, card);
  const [oldest] = madeForMany.keys();
  if (madeForMany.size > mostKept && oldest !== undefined) madeForMany.delete(oldest);
  return card;
}

/**
 * Gives each `Action.Execute` an `Action.Submit` that carries the same data and the verb, for clients that know no
 * Universal Actions.
 */
function withSubmitFallbacks(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withSubmitFallbacks);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  const copy: Record<string, unknown> = {};
  for (const [key, value] of entries)
    copy[key] = key === 'data' || key === 'choices' ? value : withSubmitFallbacks(value);
  if (copy['type'] === 'Action.Execute') copy['fallback'] = submitFallback(copy);
  return copy;
}

function submitFallback(execute: Readonly<Record<string, unknown>>): unknown {
  const { verb, data, ...rest } = execute;
  return { ...rest, type: 'Action.Submit', data: { ...(data as object | undefined), verb } };
}
