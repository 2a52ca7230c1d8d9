import type { Locator, Page } from 'playwright-core';
import { newProfile } from './browser.ts';
import { theSandbox } from './sandbox.ts';
import { screenshot } from './screenshot.ts';

/** Tall enough for the longest card, so that a picture shows all of it. */
const window = { width: 1280, height: 1600 };
const windowOfPicture = { ...window, height: 1110 };

/**
 * Teams' typeface is Windows' own; elsewhere a picture would mix what each part of the Playground falls back to. Its note
 * under a card that was pressed is not part of the card, and to dismiss it would empty the card's fields.
 */
const lookOfPictures = `
  @font-face { font-family: "Segoe UI"; src: local("Segoe UI"), local("Liberation Sans"), local("Arial"); }
  @font-face { font-family: "Segoe UI"; font-weight: 600; src: local("Segoe UI Semibold"), local("Liberation Sans Bold"), local("Arial Bold"); }
  [aria-label="Display Invoked Message"] { display: none; }
`;

/** What a person does and sees in the Playground. */
export interface Chat {
  /** The newest card; a press gives it new content in place. */
  readonly card: Locator;
  /** Types words into the message box and sends them. */
  readonly say: (words: string) => Promise<void>;
  /** Presses a button of the newest card, or a row that opens; the first of several that match. */
  readonly press: (title: string | RegExp) => Promise<void>;
  /** Types into a field of the newest card. */
  readonly fill: (label: string, text: string) => Promise<void>;
  /** Chooses from a list of the newest card. */
  readonly choose: (label: string, option: string | RegExp) => Promise<void>;
  /** Ticks a box of the newest card. */
  readonly tick: (label: string) => Promise<void>;
  /** What a field of the newest card holds. */
  readonly valueOf: (label: string) => Promise<string>;
  /** Waits until the newest card says all of this. */
  readonly reads: (...texts: readonly (string | RegExp)[]) => Promise<void>;
  /** Takes a picture of the newest card. */
  readonly picture: (name: string) => Promise<void>;
  /** Takes a picture of the whole client, with what was said last. */
  readonly pictureOfAll: (name: string) => Promise<void>;
}

/** A chat with the desk for the suite that calls this: a page of its own. @returns it, while a test runs */
export function openChat(): () => Chat {
  let page: Page | undefined;
  let chat: Chat | undefined;

  before(async function () {
    const { chatUrl } = await theSandbox();
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
      // The log panel holds another editable element.
      await page.locator('[contenteditable=true]').first().click();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await cards.nth(before).waitFor();
    },
    async press(title) {
      await card.getByRole('button', { name: title, exact: true }).first().click();
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

/** The client's own log, which no user of Teams sees. */
async function withoutLogPanel(page: Page): Promise<void> {
  await page.getByText('Log Panel').locator('xpath=following-sibling::button').last().click();
}
