import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import type Axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { newProfile } from './browser.ts';
import { hostConfig, styleSheet, type ThemeName } from './teams-look.ts';

const { resolve } = createRequire(import.meta.url);
const renderer = resolve('adaptivecards/dist/adaptivecards.min.js');
const axe = resolve('axe-core/axe.min.js');

/** What these scripts define in the page. */
interface PageScripts {
  readonly AdaptiveCards: typeof AdaptiveCards;
  readonly axe: typeof Axe;
}

interface Drawing {
  readonly card: AdaptiveCard;
  readonly language: string;
  readonly config: unknown;
}

/** A phone that shows a card. */
export interface Phone {
  readonly card: Locator;
  /** Text that overflows the card to the right or is cut off. */
  overflowing(): Promise<readonly string[]>;
  /** Violations of WCAG 2.1 A and AA: the rule, then where. */
  barriers(): Promise<readonly string[]>;
}

/**
 * Phones of one width and theme for the calling suite. Microsoft's renderer draws the card with Teams' configuration.
 */
export function phones(
  width: number,
  theme: ThemeName,
): (card: AdaptiveCard, language: string) => Promise<Phone> {
  let page: Page | undefined;

  before(async () => {
    const profile = await newProfile({ viewport: { width, height: 800 }, colorScheme: theme });
    page = await profile.newPage();
    await page.setContent(
      `<!doctype html><html><head><title>Phone</title><style>${styleSheet(theme)}</style></head><body><main></main></body></html>`,
    );
    for (const path of [renderer, axe]) await page.addScriptTag({ path });
  });

  after(async () => {
    await page?.context().close();
  });

  return async (card, language) => {
    const screen = page;
    if (screen === undefined) throw new Error('There is a phone only while a test runs');
    await screen.evaluate(draw, { card, language, config: hostConfig(theme) });
    return {
      card: screen.locator('.ac-adaptiveCard'),
      overflowing: () => screen.evaluate(overflowingIn),
      barriers: () => screen.evaluate(barriersIn),
    };
  };
}

function draw({ card, language, config }: Drawing): void {
  const { AdaptiveCards } = globalThis as unknown as PageScripts;
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(config);
  // The renderer leaves Markdown to the page; ours has bold words and links.
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const escaped = document.createElement('p');
    escaped.innerText = text;
    result.outputHtml = `<p>${escaped.innerHTML
      .replaceAll(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
      .replaceAll(/\[([^\]]+)\]\(([^)"]+)\)/g, '<a href="$2">$1</a>')}</p>`;
    result.didProcess = true;
  };
  drawn.parse(card);
  const element = drawn.render();
  document.documentElement.lang = language;
  if (element !== undefined) document.querySelector('main')?.replaceChildren(element);
}

function overflowingIn(): readonly string[] {
  const edge = document.querySelector('.ac-adaptiveCard')?.getBoundingClientRect().right ?? 0;
  return [...document.querySelectorAll<HTMLElement>('.ac-adaptiveCard *')]
    .filter(
      (element) =>
        element.getBoundingClientRect().right > edge + 1 ||
        (element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).overflowX !== 'visible' &&
          element.tagName !== 'INPUT'),
    )
    .map((element) => element.innerText);
}

async function barriersIn(): Promise<readonly string[]> {
  const { axe } = globalThis as unknown as PageScripts;
  const { violations } = await axe.run('.ac-adaptiveCard', {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    // An experimental rule that wants a row's whole text in its name; ours names the action: “Open Fabrikam”.
    rules: { 'label-content-name-mismatch': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
