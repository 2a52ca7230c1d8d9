import type { AdaptiveCard } from './card.ts';
import { render, templateOf } from './render.ts';

/** Maximum number of cached cards. */
const maxCached = 50;

const cached = new Map<string, AdaptiveCard>();

/** Makes a card from `content`. */
export interface Card<Content extends readonly unknown[]> {
  /** @throws Error naming each field that the template binds and the view lacks */
  (...content: Content): AdaptiveCard;
  /** Like the call, but caches the card by its view, for posts to many people: it must not be modified. */
  readonly forMany: (...content: Content) => AdaptiveCard;
  /** The name of its template, `cards/<template>.json`. */
  readonly template: string;
}

/**
 * A card whose template is `cards/<template>.json` and binds what `view` returns. The template is read on first use.
 */
export function defineCard<Content extends readonly unknown[]>(
  template: string,
  view: (...content: Content) => object,
): Card<Content> {
  const card = (...content: Content) => render(template, view(...content));
  const forMany = (...content: Content) => renderCached(template, view(...content));
  return Object.assign(card, { forMany, template });
}

/** Loads a card's template, so that the first person who asks for one need not wait for the library. */
export function prepareCards({ template }: Pick<Card<never>, 'template'>): void {
  templateOf(template);
}

/** A post to a thousand people has the same content for nearly all of them. */
function renderCached(template: string, view: object): AdaptiveCard {
  const key = JSON.stringify([template, view]);
  const known = cached.get(key);
  if (known !== undefined) return known;
  const card = render(template, view);
  cached.set(key, card);
  const [oldest] = cached.keys();
  if (cached.size > maxCached && oldest !== undefined) cached.delete(oldest);
  return card;
}
