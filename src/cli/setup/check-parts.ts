import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { dataVersion, readDataVersion, tooNew } from '../../adapters/data-folder/data-version.ts';
import { installedDirectory } from '../../adapters/directory/prepare-directory.ts';
import { whyUnreachable } from '../../adapters/mail/smtp-mail.ts';
import type { Config } from '../../config/load-config.ts';
import { line } from './line.ts';

type Output = Pick<NodeJS.WritableStream, 'write'>;

/** Reports whether the desk can store there. Stores nothing, as a desk may be running. */
export async function checkDataFolder(
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  output: Output,
): Promise<boolean> {
  const problem = await problemWith(dataDirectory);
  output.write(line(problem === undefined ? 'ok' : 'problem', 'Data folder', problem ?? dataDirectory));
  return problem === undefined;
}

async function problemWith(folder: string): Promise<string | undefined> {
  if (!(await isWritable(folder))) return `${folder} cannot be written: set DATA_DIR to a folder that can`;
  const version = await readDataVersion(folder);
  return version > dataVersion ? tooNew(version) : undefined;
}

/** Whether a folder can be written, or made. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const parent = dirname(resolve(folder));
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent && parent !== resolve(folder) && (await isWritable(parent));
  }
}

/** Reports which provider directory the desk searches. */
export async function checkDirectory(
  { dataDirectory, providersFile }: Pick<Config, 'dataDirectory' | 'providersFile'>,
  output: Output,
): Promise<void> {
  const installed = installedDirectory(dataDirectory);
  if (await isReadable(installed)) {
    output.write(line('ok', 'Directory', `imported: ${installed}`));
  } else if (providersFile === undefined) {
    output.write(
      line('missing', 'Directory', 'the sample, of fictitious providers: npm run directory imports one'),
    );
  } else if (await isReadable(providersFile)) {
    output.write(line('ok', 'Directory', providersFile));
  } else {
    output.write(line('problem', 'Directory', `${providersFile} cannot be read: check PROVIDERS_FILE`));
  }
}

function isReadable(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** Reports whether the mail server answers, and takes the login. Sends nothing. */
export async function checkMail({ mail }: Pick<Config, 'mail'>, output: Output): Promise<void> {
  if (mail.setting === 'outbox') {
    output.write(line('ok', 'Mail', 'into the folder “outbox”: nothing is sent'));
    return;
  }
  const server = new URL(mail.setting);
  const why = await whyUnreachable(server);
  const remark = why === undefined ? server.host : `${server.host} does not take mail: ${why}`;
  output.write(line(why === undefined ? 'ok' : 'problem', 'Mail', remark));
}
