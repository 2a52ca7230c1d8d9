import type { Page } from 'playwright-core';
import { newProfile } from './browser.ts';
import { theSandbox } from './sandbox.ts';

/** What somebody does on the page that stands for the admin center of the simulated tenant. */
export interface AdminCenter {
  /** Presses a button of the page, after these choices. @returns what the page says was done */
  readonly press: (button: string, choices?: Readonly<Record<string, string>>) => Promise<string>;
  /** Presses a button of one partner. @returns what the page says was done */
  readonly pressAt: (partner: string, button: string) => Promise<string>;
}

/** Opens the page for the calling suite. @returns it, while a test runs */
export function openAdminCenter(): () => AdminCenter {
  let page: Page | undefined;
  let address = '';

  before(async () => {
    ({ adminCenterUrl: address = '' } = await theSandbox('microsoft365'));
    page = await (await newProfile({})).newPage();
  });

  after(async () => {
    await page?.context().close();
  });

  return () => {
    if (page === undefined) throw new Error('There is an admin center only while a test runs');
    const opened = page;
    return {
      async press(button, choices = {}) {
        await opened.goto(address);
        for (const [label, option] of Object.entries(choices))
          await opened.getByRole('combobox', { name: label }).selectOption({ label: option });
        await opened.getByRole('button', { name: button, exact: true }).click();
        return opened.getByRole('status').innerText();
      },
      async pressAt(partner, button) {
        await opened.goto(address);
        const article = opened.locator('article').filter({ hasText: partner });
        await article.getByRole('button', { name: button, exact: true }).click();
        return opened.getByRole('status').innerText();
      },
    };
  };
}
