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
  // By content: after a clone or a change of branch, times differ although files do not.
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
    ...[
      '--check',
      '.',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      `${cache}/prettier/.prettier-cache`,
    ],
  ],
};

export const deadCode: Step = { name: 'dead code', run: [bin('knip', 'bin/knip.js')] };

/** Code that only tests use counts as dead here. */
export const deadCodeInProduction: Step = {
  name: 'dead code in production',
  run: [bin('knip', 'bin/knip.js'), '--production'],
};

export const build: Step = { name: 'build', run: ['--import', 'tsx', 'src/cli/build.ts'], isShown: true };

interface MochaOptions {
  /** Patterns of excluded files. */
  readonly except?: readonly string[];
  /** Number of files to run in parallel; sequentially in one process if absent. */
  readonly jobs?: number;
  readonly isShown?: boolean;
}

/** Runs the test files that match `files` and not `except`. */
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
    isShown,
  };
}

/** The step, collecting the coverage that `coverage` reports once all have run. */
export function covered(step: Step): Step {
  return { ...step, environment: { ...step.environment, NODE_V8_COVERAGE: 'coverage/tmp' } };
}

/** Checks the coverage of all tests since it was last cleared. */
export const coverage: Step = {
  name: 'coverage',
  run: [bin('c8', 'bin/c8.js'), 'report'],
  isShown: true,
};

function bin(name: string, path: string): string {
  return `node_modules/${name}/${path}`;
}
