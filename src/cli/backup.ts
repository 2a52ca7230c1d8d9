import { backUp } from './backup/back-up.ts';
import { runDataCommand } from './backup/run-data-command.ts';
import { readSettings } from './command/environment.ts';

const usage = `Usage: npm run backup -- FILE

Writes all of the desk's data to one new file, also while the desk runs; it includes every decision made before.
Keep the file private: it contains everything in the data folder.

Environment: DATA_DIR is the desk's data folder (default ./data).
Exit codes: 0 success; 1 failure, nothing was written; 2 usage error.
`;

readSettings();
/** `npm run backup -- FILE` */
process.exitCode = await runDataCommand(usage, process.argv.slice(2), backUp);
