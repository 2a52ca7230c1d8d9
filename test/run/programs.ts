import { createRequire } from 'node:module';
import type { Step } from './steps.ts';

const { resolve } = createRequire(import.meta.url);
const cache = 'node_modules/.cache';

export const types: Step = {
  name: 'types',
  run: [
    resolve('typescript/bin/tsc'),
    ...['--noEmit', '-p', 'test', '--incremental', '--tsBuildInfoFile', `${cache}/types.tsbuildinfo`],
  ],
};

export const lint: Step = {
  name: 'lint',
  // By content: a fresh clone or another branch has other times, not other files.
  run: [
    bin('eslint', 'bin/eslint.js'),
    ...['.', '--cache', '--cache-strategy', 'content', '--cache-location', `${cache}/eslint`],
  ],
};

export const imports: Step = {
  name: 'imports',
  run: [
    bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    ...['src', '--config', 'test/project/import-rules.js', '--output-type', 'err-long'],
  ],
};

export const format: Step = {
  name: 'format',
  run: [
    bin('prettier', 'bin/prettier.cjs'),
    ...['--check', '.', '--cache', '--cache-strategy', 'content', '--cache-location', `${cache}/prettier`],
  ],
};

export const deadCode: Step = { name: 'dead code', run: [bin('knip', 'bin/knip.js')] };

/** What no program needs that is deployed, whatever the tests need. */
export const deadCodeInProduction: Step = {
  name: 'dead code in production',
  run: [bin('knip', 'bin/knip.js'), '--production'],
};

export const build: Step = { name: 'build', run: ['--import', 'tsx', 'src/cli/build.ts'], isShown: true };

interface MochaOptions {
  /** Patterns of files that are left out. */
  readonly except?: readonly string[];
  /** How many files run side by side; one after the other in one process where it is absent. */
  readonly jobs?: number;
  readonly isShown?: boolean;
}

/** The files of tests that these patterns name and `except` does not. */
export function mocha(
  name: string,
  files: readonly string[],
  { except = [], jobs, isShown = false }: MochaOptions,
): Step {
  return {
    name,
    run: [
      resolve('mocha/bin/mocha.js'),
      ...files,
      ...except.flatMap((pattern) => ['--exclude', pattern]),
      ...(jobs === undefined ? [] : ['--parallel', '--jobs', String(jobs)]),
    ],
    // Gathered here, reported once every test has run.
    environment: { NODE_V8_COVERAGE: 'coverage/tmp' },
    isShown,
  };
}

/** Checks the coverage of all tests that ran since it was cleared. */
export const coverage: Step = {
  name: 'coverage',
  run: [bin('c8', 'bin/c8.js'), 'report'],
  isShown: true,
};

function bin(name: string, path: string): string {
  return `node_modules/${name}/${path}`;
}
