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
 * Runs lanes in parallel and the steps of a lane sequentially; a failure stops nothing. Prints each result as it
 * arrives.
 * @returns whether all steps succeeded
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

/** Mocha's summary, such as “12 passing”. */
function summaryOf(output: string): string {
  const passing = /^\s*(\d+ passing)/m.exec(output)?.[1];
  return passing === undefined ? '' : `: ${passing}`;
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}
