import type { Locator, Page } from 'playwright-core';
import { newProfile } from './browser.ts';
import { theSandbox, type TakingEffectIn } from './sandbox.ts';
import { screenshot } from './screenshot.ts';

/** Tall enough for a screenshot of the longest card. */
const window = { width: 1280, height: 1600 };
const windowOfPicture = { ...window, height: 1110 };

/**
 * Teams' typeface ships with Windows; elsewhere, parts of the Playground would fall back to different ones. Its note
 * under a pressed card is not part of the card, and dismissing it would clear the card's fields.
 */
const lookOfPictures = `
  @font-face { font-family: "Segoe UI"; src: local("Segoe UI"), local("Liberation Sans"), local("Arial"); }
  @font-face { font-family: "Segoe UI"; font-weight: 600; src: local("Segoe UI Semibold"), local("Liberation Sans Bold"), local("Arial Bold"); }
  [aria-label="Display Invoked Message"] { display: none; }
`;

/** What a person does and sees in the Playground. */
export interface Chat {
  /** The newest card; a press replaces its content in place. */
  readonly card: Locator;
  /** Types a message and sends it. */
  readonly say: (words: string) => Promise<void>;
  /** Presses a button or row of the newest card; the first of several matches. */
  readonly press: (title: string | RegExp) => Promise<void>;
  /** Presses a button of the newest card that opens a page. @returns that page */
  readonly follow: (title: string) => Promise<Page>;
  /** Types into a field of the newest card. */
  readonly fill: (label: string, text: string) => Promise<void>;
  /** Chooses from a list of the newest card. */
  readonly choose: (label: string, option: string | RegExp) => Promise<void>;
  /** Ticks a box of the newest card. */
  readonly tick: (label: string) => Promise<void>;
  /** The value of a field of the newest card. */
  readonly valueOf: (label: string) => Promise<string>;
  /** Waits until some message or card in the chat contains this text. */
  readonly isTold: (text: string | RegExp) => Promise<void>;
  /** Waits until the newest card contains all of these texts. */
  readonly reads: (...texts: readonly (string | RegExp)[]) => Promise<void>;
  /** Takes a screenshot of the newest card. */
  readonly picture: (name: string) => Promise<void>;
  /** Takes a screenshot of the whole client, with the last message. */
  readonly pictureOfAll: (name: string) => Promise<void>;
}

/** Opens a chat with the desk, in its own page, for the calling suite. @returns it, while a test runs */
export function openChat(takingEffectIn?: TakingEffectIn): () => Chat {
  let page: Page | undefined;
  let chat: Chat | undefined;

  before(async function () {
    const { chatUrl } = await theSandbox(takingEffectIn);
    page = await (await newProfile({ viewport: window })).newPage();
    await page.goto(chatUrl);
    chat = chatOn(page);
    await chat.reads(/Partner Desk/);
    await page.addStyleTag({ content: lookOfPictures });
    await withoutLogPanel(page);
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed() === true && page !== undefined)
      await screenshot(page.locator('body'), `failed ${this.currentTest.title}`);
  });

  after(async () => {
    await page?.context().close();
  });

  return () => {
    if (chat === undefined) throw new Error('There is a chat only while a test runs');
    return chat;
  };
}

function chatOn(page: Page): Chat {
  const cards = page.locator('.ac-adaptiveCard');
  const card = cards.last();
  return {
    card,
    async say(words) {
      const before = await cards.count();
      // The log panel contains another editable element.
      await page.locator('[contenteditable=true]').first().click();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await cards.nth(before).waitFor();
    },
    async press(title) {
      await card.getByRole('button', { name: title, exact: true }).first().click();
    },
    async follow(title) {
      const opened = page.context().waitForEvent('page');
      await card.getByRole('link', { name: title, exact: true }).click();
      const followed = await opened;
      await followed.waitForLoadState();
      return followed;
    },
    async fill(label, text) {
      await fieldOf(card, label).fill(text);
    },
    async choose(label, option) {
      await card.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option }).click();
    },
    async tick(label) {
      await card.getByRole('checkbox', { name: label }).check();
    },
    valueOf: (label) => fieldOf(card, label).inputValue(),
    async reads(...texts) {
      for (const hasText of texts) await card.and(cards.filter({ hasText })).waitFor();
    },
    async isTold(text) {
      await page.getByText(text).last().waitFor();
    },
    async picture(name) {
      await screenshot(card, name);
    },
    async pictureOfAll(name) {
      await page.setViewportSize(windowOfPicture);
      await card.getByRole('button').last().scrollIntoViewIfNeeded();
      await screenshot(page.locator('body'), name);
      await page.setViewportSize(window);
    },
  };
}

function fieldOf(card: Locator, label: string): Locator {
  return card.getByRole('textbox', { name: label }).or(card.getByRole('combobox', { name: label }));
}

/** The client's log panel, which Teams does not have. */
async function withoutLogPanel(page: Page): Promise<void> {
  await page.getByText('Log Panel').locator('xpath=following-sibling::button').last().click();
}
