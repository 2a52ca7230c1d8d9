import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Prints how many tests passed and failed in all of Mocha's JSON reports in the folder that is named. */
const report = z.object({ stats: z.object({ passes: z.number(), failures: z.number() }) });

const folder = z.string().parse(process.argv[2]);
let [passed, failed] = [0, 0];
for (const name of readdirSync(folder)) {
  const { stats } = report.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  passed += stats.passes;
  failed += stats.failures;
}
console.log(`${passed} ${failed}`);
