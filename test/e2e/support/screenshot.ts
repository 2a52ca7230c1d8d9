import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';

const project = resolve(import.meta.dirname, '../../..');
const { UPDATE_SCREENSHOTS = '' } = process.env;

/** Whether this run updates the screenshots of the documentation. */
export const picturesAreKept = UPDATE_SCREENSHOTS === '1';

/** The screenshots that the README and `docs/tour.md` show. */
const shownInDocumentation = [
  'chat',
  'details',
  'form',
  'sent',
  'french',
  'phone-en-dark-results',
  'invitation',
  'second-step',
  'hostile-link',
  'partners',
  'remove',
  'history',
  'partner',
  'phone-en-light-partners',
  'review',
  'phone-en-light-review',
  'awaiting',
  'confirmed',
  'alert',
  'partners-in-microsoft-365',
  'setup',
];

/**
 * Takes a screenshot into `test-results/`, which is not committed, or, with `UPDATE_SCREENSHOTS=1`, into
 * `docs/screenshots/` if the documentation shows it.
 */
export async function screenshot(of: Locator, name: string): Promise<void> {
  const isKept = picturesAreKept && shownInDocumentation.includes(name);
  const folder = join(project, isKept ? 'docs/screenshots' : 'test-results/screenshots');
  mkdirSync(folder, { recursive: true });
  await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
