import { parseArguments, usage } from './audit/arguments.ts';
import { exportHistory } from './audit/export-history.ts';
import { verifyHistory } from './audit/verify-history.ts';
import { dataFolder, readSettings } from './command/environment.ts';
import { runCommand } from './command/run-command.ts';

readSettings();
/** `npm run audit`: exit code 0 for success, 1 if something is wrong, 2 for a usage error. */
process.exitCode = await runCommand(usage, parseArguments(process.argv.slice(2)), (command) => {
  const place = { dataDirectory: dataFolder(), output: process.stdout, errors: process.stderr };
  return command.kind === 'verify'
    ? verifyHistory({ ...place, ...command })
    : exportHistory({ ...place, ...command });
});
