import { constants, setPriority } from 'node:os';
import { dataFolder } from './command/environment.ts';
import { runCommand } from './command/run-command.ts';
import { parseArguments, usage } from './directory/arguments.ts';

/** `npm run directory -- import FILE`: exit code 0 when it was imported, 1 when not, 2 when it was called wrongly. */
process.exitCode = await runCommand(usage, parseArguments(process.argv.slice(2)), async (command) => {
  const interruption = new AbortController();
  const interrupt = () => {
    interruption.abort();
  };
  // A desk that runs on this machine comes first: somebody waits for its answers. So most of this program is loaded only then.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  // Whoever read the report has gone (`… | head`): what cannot be reported is not imported.
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
