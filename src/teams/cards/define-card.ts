import type { AdaptiveCard } from './card.ts';
import { render, templateOf } from './render.ts';

/** How many of the cards are kept that were made for many. */
const maxKept = 50;

const madeForMany = new Map<string, AdaptiveCard>();

/** Makes a card from `content`. */
export interface Card<Content extends readonly unknown[]> {
  /** @throws Error naming each field that the template binds and the view lacks */
  (...content: Content): AdaptiveCard;
  /** Makes one card for all whose views are alike, and keeps it for them: nobody may change it. */
  readonly forMany: (...content: Content) => AdaptiveCard;
  /** The name of its template, `cards/<template>.json`. */
  readonly template: string;
}

/** A card whose template is `cards/<template>.json` and binds what `view` returns. The template is read at the first card. */
export function defineCard<Content extends readonly unknown[]>(
  template: string,
  view: (...content: Content) => object,
): Card<Content> {
  const card = (...content: Content) => render(template, view(...content));
  const forMany = (...content: Content) => renderForMany(template, view(...content));
  return Object.assign(card, { forMany, template });
}

/** Makes a card ready, so that the first person who asks for one need not wait for the library. */
export function prepareCards({ template }: Pick<Card<never>, 'template'>): void {
  templateOf(template);
}

/** Of a thousand people who are told of one thing, nearly all are told it in the same words. */
function renderForMany(template: string, view: object): AdaptiveCard {
  const key = JSON.stringify([template, view]);
  const known = madeForMany.get(key);
  if (known !== undefined) return known;
  const card = render(template, view);
  madeForMany.set(key, card);
  const [oldest] = madeForMany.keys();
  if (madeForMany.size > maxKept && oldest !== undefined) madeForMany.delete(oldest);
  return card;
}
