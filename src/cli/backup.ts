import { backUp } from './backup/back-up.ts';
import { runDataCommand } from './backup/run-data-command.ts';

const usage = `Usage: npm run backup -- FILE

Writes everything that the desk keeps into one new file, also while it runs: every decision that was made before is in it.
Keep it where nobody else can read it; it holds what the data folder holds.

Environment: DATA_DIR is the desk's data folder (default ./data).
Exit codes: 0 done; 1 not done, and nothing was written; 2 called wrongly.
`;

/** `npm run backup -- FILE` */
process.exitCode = await runDataCommand(usage, process.argv.slice(2), backUp);
