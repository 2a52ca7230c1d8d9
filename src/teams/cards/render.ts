import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Template } from 'adaptivecards-templating';
import { codeFolder } from '../../code-folder.ts';
import type { AdaptiveCard } from './card.ts';

const folder = new URL('../cards/', codeFolder);
const templates = new Map<string, Template>();
const load = createRequire(import.meta.url);

/** Loaded with the first card: with its parser it took a sixth of the startup time. */
function library(): typeof import('adaptivecards-templating') {
  return load('adaptivecards-templating') as typeof import('adaptivecards-templating');
}

/** The template `cards/<name>.json`, read and compiled on first use. */
export function templateOf(name: string): Template {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const template = new (library().Template)(
    JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
  );
  templates.set(name, template);
  return template;
}

/**
 * Renders the template `cards/<name>.json` with a view.
 * @throws Error naming each field that the template binds and the view lacks: the library would leave `${field}` in the
 * text
 */
export function render(name: string, view: object): AdaptiveCard {
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
 * Gives each `Action.Execute` an `Action.Submit` fallback with the same data and the verb, for clients without
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
