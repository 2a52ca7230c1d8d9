import { restoreBackup } from '../adapters/data-folder/backup/restore-backup.ts';
import { runDataCommand } from './backup/run-data-command.ts';
import { readSettings } from './command/environment.ts';

const usage = `Usage: npm run restore -- FILE

Restores a file that "npm run backup" wrote into an empty data folder. The whole file is verified first.

Environment: DATA_DIR is the desk's data folder (default ./data).
Exit codes: 0 success; 1 failure, nothing was changed; 2 usage error.
`;

readSettings();
/** `npm run restore -- FILE` */
process.exitCode = await runDataCommand(usage, process.argv.slice(2), async (file, dataDirectory) => {
  const { files, bytes } = await restoreBackup(file, dataDirectory);
  return `Restored ${files} files (${Math.ceil(bytes / 1024)} kB) into ${dataDirectory}. Start the desk on it now.`;
});
