/**
 * Prints how many distinct tests passed and failed in all Mocha JSON reports of a folder. A test that ran on two
 * versions of Node counts once, and as failed if it failed once. Prints failures to standard error again, because they
 * are far up in a long log.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const test = z.object({ file: z.string().nullish(), fullTitle: z.string() });
const failure = test.extend({
  err: z.object({ stack: z.string().optional(), message: z.string().optional() }),
});
const reportSchema = z.object({ passes: z.array(test), failures: z.array(failure) });

/** Titles may repeat in a file; repeated ones are matched between reports by their order. */
function namer() {
  const seen = new Map<string, number>();
  return ({ file, fullTitle }: z.infer<typeof test>): string => {
    const name = JSON.stringify([file ?? '', fullTitle]);
    const repeats = seen.get(name) ?? 0;
    seen.set(name, repeats + 1);
    return `${name} ${repeats}`;
  };
}

const folder = z.string().parse(process.argv[2]);
const [passed, failed] = [new Set<string>(), new Set<string>()];
for (const report of readdirSync(folder)) {
  const { passes, failures } = reportSchema.parse(JSON.parse(readFileSync(join(folder, report), 'utf8')));
  const nameOf = namer();
  for (const each of passes) passed.add(nameOf(each));
  for (const each of failures) {
    failed.add(nameOf(each));
    console.error(`failed: ${each.fullTitle}\n  ${each.err.stack ?? each.err.message ?? ''}`);
  }
}
for (const name of failed) passed.delete(name);
console.log(`${passed.size} ${failed.size}`);
