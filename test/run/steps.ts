import { spawn } from 'node:child_process';

/** One command of a run. */
export interface Step {
  readonly name: string;
  /** What Node runs: a program and its arguments. */
  readonly run: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Its output goes straight to the terminal instead of being shown once it has failed. */
  readonly isShown?: boolean;
}

interface Result {
  readonly name: string;
  readonly seconds: number;
  readonly isGreen: boolean;
}

/**
 * Runs lanes side by side, and the steps of a lane one after the other; all of them, whichever fails. Prints each result as it comes.
 * @returns whether everything is green
 */
export async function runLanes(lanes: readonly (readonly Step[])[]): Promise<boolean> {
  const began = performance.now();
  const results = (await Promise.all(lanes.map(runLane))).flat();
  const isGreen = results.every((result) => result.isGreen);
  const split = results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ');
  console.log(`${isGreen ? 'Green' : 'Failed'} after ${secondsSince(began)} s: ${split}.`);
  return isGreen;
}

async function runLane(steps: readonly Step[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const step of steps) results.push(await runStep(step));
  return results;
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

/** What Mocha says of its run. */
function summaryOf(output: string): string {
  const passing = /^\s*(\d+ passing)/m.exec(output)?.[1];
  return passing === undefined ? '' : `: ${passing}`;
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}
