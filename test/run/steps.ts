import { spawn } from 'node:child_process';

/** One command of a run. */
export interface Step {
  readonly name: string;
  /** Arguments of `node`: a program and its arguments. */
  readonly run: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Streams its output to the terminal, instead of printing it only on failure. */
  readonly isShown?: boolean;
}

interface Result {
  readonly name: string;
  readonly seconds: number;
  readonly isGreen: boolean;
}

/**
 * Runs steps in the order given, as many in parallel as there are `workers`; a failure stops nothing. Prints each result
 * as it arrives.
 * @returns whether all steps succeeded
 */
export async function runSteps(
  steps: readonly Step[],
  { workers = 1 }: { readonly workers?: number } = {},
): Promise<boolean> {
  const began = performance.now();
  const queue = [...steps];
  const results: Result[] = [];

  async function work(): Promise<void> {
    for (let step = queue.shift(); step !== undefined; step = queue.shift())
      results.push(await runStep(step));
  }

  await Promise.all(Array.from({ length: workers }, work));
  const isGreen = results.every((result) => result.isGreen);
  const split = results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ');
  console.log(`${isGreen ? 'Green' : 'Failed'} after ${secondsSince(began)} s: ${split}.`);
  return isGreen;
}

async function runStep({ name, run, environment = {}, isShown = false }: Step): Promise<Result> {
  const began = performance.now();
  const child = spawn(process.execPath, run, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const result = { name, seconds: secondsSince(began), isGreen: code === 0 };
  console.log(`${result.isGreen ? '✔' : '✖'} ${name} (${result.seconds} s)${summaryOf(output)}`);
  if (!result.isGreen) console.log(output);
  return result;
}

/** Mocha's summary, such as “12 passing”. */
function summaryOf(output: string): string {
  const passing = /^\s*(\d+ passing)/m.exec(output)?.[1];
  return passing === undefined ? '' : `: ${passing}`;
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}
