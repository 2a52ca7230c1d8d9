import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { isLoopback } from '../../../src/domain/loopback.ts';
import { picturesAreKept } from './screenshot.ts';

let launched: Promise<Browser> | undefined;

after(async () => {
  await (await launched)?.close();
});

/**
 * A fresh profile in this run's only Chromium, which `CHROMIUM_PATH` names. It reaches this machine only, because the
 * Playground would wait for a font server on the internet.
 */
export async function newProfile(options: BrowserContextOptions): Promise<BrowserContext> {
  launched ??= launch();
  const context = await (
    await launched
  ).newContext({ deviceScaleFactor: picturesAreKept ? 1.5 : 1, locale: 'en-GB', ...options });
  context.setDefaultTimeout(30_000);
  await context.route(
    ({ hostname }) => !isLoopback(hostname),
    (route) => route.abort(),
  );
  return context;
}

async function launch(): Promise<Browser> {
  const { CHROMIUM_PATH: executablePath = '' } = process.env;
  if (executablePath === '')
    throw new Error(
      'There is no Chromium: install one or name it in CHROMIUM_PATH, then npm run test:browser',
    );
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
