import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';

const project = resolve(import.meta.dirname, '../../..');
const { UPDATE_SCREENSHOTS = '' } = process.env;

/** Whether this run renews the pictures of the README. */
export const picturesAreKept = UPDATE_SCREENSHOTS === '1';

/** The pictures of the README. */
const shownInReadme = [
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
];

/**
 * Takes a picture for a person to look at: in `test-results/`, which is not kept, or, with `UPDATE_SCREENSHOTS=1`, in
 * `docs/screenshots/` where the README shows it.
 */
export async function screenshot(of: Locator, name: string): Promise<void> {
  const isKept = picturesAreKept && shownInReadme.includes(name);
  const folder = join(project, isKept ? 'docs/screenshots' : 'test-results/screenshots');
  mkdirSync(folder, { recursive: true });
  await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
