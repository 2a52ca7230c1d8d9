import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Prints how many tests passed and failed in all of Mocha's JSON reports in the folder that is named; on standard error it names those
 * that failed and says why, since their place in a long log is far from its end.
 */
const failure = z.object({
  fullTitle: z.string(),
  err: z.object({ stack: z.string().optional(), message: z.string().optional() }),
});
const report = z.object({
  stats: z.object({ passes: z.number(), failures: z.number() }),
  failures: z.array(failure),
});

const folder = z.string().parse(process.argv[2]);
let [passed, failed] = [0, 0];
for (const name of readdirSync(folder)) {
  const { stats, failures } = report.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  passed += stats.passes;
  failed += stats.failures;
  for (const { fullTitle, err } of failures)
    console.error(`failed: ${fullTitle}\n  ${err.stack ?? err.message ?? ''}`);
}
console.log(`${passed} ${failed}`);
