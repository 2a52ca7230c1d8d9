import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { findChromium } from './find-chromium.ts';

/** Runs the browser suite where there is a Chromium, which its tests find in `CHROMIUM_PATH`. */
const chromium = findChromium(process.env);
if (chromium !== undefined) {
  const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
  const { status } = spawnSync(process.execPath, [mocha, 'test/e2e/**/*.test.ts', '--timeout', '120000'], {
    env: { ...process.env, CHROMIUM_PATH: chromium },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else if (process.env['CI'] === 'true') {
  console.error(
    'The browser suite needs a Chromium, and there is none: install one, or name it in CHROMIUM_PATH.',
  );
  process.exitCode = 1;
} else {
  console.log(
    'The browser suite was SKIPPED: no Chromium was found. Install one, or name it in CHROMIUM_PATH.',
  );
}
