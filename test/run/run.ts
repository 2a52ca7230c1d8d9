/**
 * `npm run check`: types, lint, imports, format and dead code. `npm test`: those and the fast tests, in parallel on two
 * cores.
 * `npm run test:rest`: slow files (`*.slow.test.ts`), the browser suite, the coverage of all tests, and dead code in production.
 * `npm run test:all`: both. `npm run test:browser`: only the browser suite.
 * `npm run test:compatibility`: fast tests and contracts, to try another version of Node.
 */
import { rmSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';
import * as programs from './programs.ts';
import { runSteps, type Step } from './steps.ts';

const slow = 'test/**/*.slow.test.ts';
const inBrowser = 'test/e2e/**/*.test.ts';

const fastTests = programs.mocha('fast tests', ['test/**/*.test.ts'], { except: [slow, inBrowser] });
const slowTests = programs.mocha('slow tests', [slow], { jobs: 2, isShown: true });
/** The contracts of slow adapters; the others are among the fast tests. */
const contracts = programs.mocha(
  'contracts',
  [
    'test/adapters/mail/smtp-mail.slow.test.ts',
    'test/adapters/directory/search/worker-directory.slow.test.ts',
  ],
  { jobs: 2 },
);
const { types, lint, imports, format, deadCode, deadCodeInProduction } = programs;

const check = () => runSteps([lint, types, format, deadCode, deadCodeInProduction, imports], { workers: 2 });

/** Longest first, so that both cores are busy to the end. */
function fast(tests: Step): Promise<boolean> {
  rmSync('coverage', { recursive: true, force: true });
  return runSteps([lint, types, tests, format, deadCode, imports], { workers: 2 });
}

async function rest(): Promise<boolean> {
  // Build once, before tests that start the built desk run in parallel.
  const tests = [slowTests, ...browserTests()].map(programs.covered);
  return runSteps([deadCodeInProduction, programs.build, ...tests, programs.coverage]);
}

function browserTests(): readonly Step[] {
  const chromium = findChromium(process.env);
  if (chromium === undefined && process.env['CI'] !== 'true') {
    console.log(
      'The browser suite is SKIPPED: no Chromium was found. Install one, or name it in CHROMIUM_PATH.',
    );
    return [];
  }
  const suite = programs.mocha('browser suite', [inBrowser], { isShown: true });
  return [{ ...suite, environment: { CHROMIUM_PATH: chromium ?? '' } }];
}

const runs: Readonly<Record<string, () => Promise<boolean>>> = {
  check,
  // CI runs the rest afterwards, and then the coverage of both.
  fast: () => fast(process.env['CI'] === 'true' ? programs.covered(fastTests) : fastTests),
  rest,
  compatibility: () => runSteps([fastTests, contracts]),
  browser: () => runSteps(browserTests()),
  all: async () => [await fast(programs.covered(fastTests)), await rest()].every(Boolean),
};

const run = runs[process.argv[2] ?? ''];
if (run === undefined) throw new Error(`one of: ${Object.keys(runs).join(', ')}`);
process.exitCode = (await run()) ? 0 : 1;
