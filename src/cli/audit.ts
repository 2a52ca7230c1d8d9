import { parseArguments, usage } from './audit/arguments.ts';
import { exportHistory } from './audit/export-history.ts';
import { verifyHistory } from './audit/verify-history.ts';

/** `npm run audit`: exit code 0 when nothing is wrong, 1 when something is, 2 when it was called wrongly. */
const command = parseArguments(process.argv.slice(2));
if (command.kind === 'help') {
  process.stdout.write(usage);
} else if (command.kind === 'mistake') {
  process.stderr.write(`${command.reason}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const { DATA_DIR: given = '' } = process.env;
  const dataDirectory = given === '' ? './data' : given;
  const place = { dataDirectory, output: process.stdout, errors: process.stderr };
  process.exitCode =
    command.kind === 'verify'
      ? await verifyHistory({ ...place, ...command })
      : await exportHistory({ ...place, ...command });
}
