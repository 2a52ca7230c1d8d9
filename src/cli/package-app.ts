import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readAppId } from './app-package/app-id.ts';
import { assemble, type AppPackage } from './app-package/assemble.ts';
import { PackagingError } from './app-package/packaging-error.ts';
import { zip } from './app-package/zip.ts';
import { readSettings } from './command/environment.ts';

const usage = `npm run package -- [--app-id GUID] [--out FILE]

Writes the Teams app package that an administrator uploads.

  --app-id GUID  application id of the bot's registration (default: MicrosoftAppId)
  --out FILE     where to write it (default: partner-desk.zip)`;

const project = resolve(import.meta.dirname, '../..');

/** @throws PackagingError if an option or a file is invalid; nothing is written then */
async function packageApp(options: {
  readonly appId: string | undefined;
  readonly out: string;
}): Promise<void> {
  const appId = readAppId(options.appId, process.env['MicrosoftAppId']);
  const packageFile = z.object({ version: z.string() });
  const { version } = packageFile.parse(JSON.parse(await readFile(join(project, 'package.json'), 'utf8')));
  const appPackage = await assemble(join(project, 'appPackage'), { appId, version });
  const out = resolve(options.out);
  await writeFile(out, await zip(appPackage.files));
  console.log(whatToDoNext(appPackage, { appId, version, out: relative(process.cwd(), out) }));
}

function whatToDoNext(
  { manifest, files }: AppPackage,
  written: { readonly appId: string; readonly version: string; readonly out: string },
): string {
  const lines = [
    `Wrote ${written.out}: Partner Desk ${written.version}, app id ${written.appId} (${files.map((file) => file.name).join(', ')}).`,
    '',
    'Next: in the Teams admin center (https://admin.teams.microsoft.com), open Teams apps > Manage apps,',
    'choose Actions > Upload new app, and upload the file. Then allow it for the people who may use it.',
  ];
  if (new URL(manifest.developer.privacyUrl).hostname.endsWith('example.com')) {
    lines.push(
      '',
      'Before others install it: Teams shows people the developer’s website, privacy and terms addresses, which are',
      'still examples. Change "developer" in appPackage/manifest.json to your own and package again.',
    );
  }
  return lines.join('\n');
}

try {
  const { values } = parseArgs({
    options: {
      'app-id': { type: 'string' },
      out: { type: 'string', default: 'partner-desk.zip' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(usage);
  else {
    readSettings();
    await packageApp({ appId: values['app-id'], out: values.out });
  }
} catch (error) {
  const expected = error instanceof PackagingError || (error instanceof TypeError && 'code' in error);
  if (!expected) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 1;
}
