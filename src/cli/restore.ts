import { restoreBackup } from '../adapters/data-folder/backup/restore-backup.ts';
import { runDataCommand } from './backup/run-data-command.ts';

const usage = `Usage: npm run restore -- FILE

Puts what "npm run backup" wrote into an empty data folder. The whole file is checked first.

Environment: DATA_DIR is the desk's data folder (default ./data).
Exit codes: 0 done; 1 not done, and nothing was changed; 2 called wrongly.
`;

/** `npm run restore -- FILE` */
process.exitCode = await runDataCommand(usage, process.argv.slice(2), async (file, dataDirectory) => {
  const { files, bytes } = await restoreBackup(file, dataDirectory);
  return `Restored ${files} files (${Math.ceil(bytes / 1024)} kB) into ${dataDirectory}. Start the desk on it now.`;
});
