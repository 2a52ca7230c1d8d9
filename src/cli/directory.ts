import { constants, setPriority } from 'node:os';
import { dataFolder, readSettings } from './command/environment.ts';
import { runCommand } from './command/run-command.ts';
import { parseArguments, usage } from './directory/arguments.ts';

readSettings();
/** `npm run directory -- import FILE`: exit code 0 if imported, 1 if not, 2 for a usage error. */
process.exitCode = await runCommand(usage, parseArguments(process.argv.slice(2)), async (command) => {
  const interruption = new AbortController();
  const interrupt = () => {
    interruption.abort();
  };
  // A desk on this machine has priority, as people wait for it. So most of this program is imported only after this.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  // The reader of the report has exited (`… | head`): import nothing that cannot be reported.
  process.stdout.on('error', interrupt);
  process.stderr.on('error', interrupt);
  const { importDirectory } = await import('./directory/import-directory.ts');
  return importDirectory({
    ...command,
    dataDirectory: dataFolder(),
    signal: interruption.signal,
    output: process.stdout,
    errors: process.stderr,
  });
});
