import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { assemble } from '../../src/cli/app-package/assemble.ts';
import { localizableStrings } from '../../src/cli/app-package/localizable-strings.ts';
import { PackagingError } from '../../src/cli/app-package/packaging-error.ts';
import { readStoredZip } from '../support/files/stored-zip.ts';

const project = resolve(import.meta.dirname, '../..');
const appId = '1f2e3d4c-5b6a-4789-8abc-def012345678';
const identity = { appId, version: '1.2.3' };
const command = { title: 'One more', description: 'More than Teams shows' };

const packagedManifest = z.object({
  id: z.string(),
  version: z.string(),
  bots: z.array(z.object({ botId: z.string(), scopes: z.array(z.string()), supportsFiles: z.boolean() })),
});

describe('npm run package', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-package-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('writes a package with the manifest, its translation and both icons', async () => {
    const out = join(folder, 'desk.zip');
    const { exitCode, stdout } = await runPackage(['--app-id', appId, '--out', out]);
    assert.equal(exitCode, 0);
    assert.match(stdout, /desk\.zip/);
    assert.match(stdout, /Upload new app/);
    const files = readStoredZip(await readFile(out));
    assert.deepEqual([...files.keys()], ['manifest.json', 'fr.json', 'color.png', 'outline.png']);
  });

  it('fills in the app id from the environment, and the version of this project', async () => {
    const out = join(folder, 'desk.zip');
    await runPackage(['--out', out], { MicrosoftAppId: appId });
    const manifest = packagedManifest.parse(
      JSON.parse(
        readStoredZip(await readFile(out))
          .get('manifest.json')
          ?.toString() ?? '',
      ),
    );
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(project, 'package.json'), 'utf8')));
    assert.equal(manifest.id, appId);
    assert.equal(manifest.version, version);
    // Without `supportsFiles` Teams lets nobody send the desk a file.
    const scopes = ['personal', 'team', 'groupChat'];
    assert.deepEqual(manifest.bots, [{ botId: appId, scopes, supportsFiles: true }]);
  });

  it('writes the same bytes each time, in any time zone', async () => {
    const [first, second] = [join(folder, 'first.zip'), join(folder, 'second.zip')];
    await runPackage(['--app-id', appId, '--out', first], { TZ: 'America/Montreal' });
    await runPackage(['--app-id', appId, '--out', second], { TZ: 'Asia/Tokyo' });
    assert.deepEqual(await readFile(first), await readFile(second));
  });

  it('says what to give where there is no app id', async () => {
    const { exitCode, stderr } = await runPackage(['--out', join(folder, 'desk.zip')]);
    assert.equal(exitCode, 1);
    assert.match(stderr, /no app id: .*--app-id.*MicrosoftAppId/);
  });

  it('refuses an app id that is not a GUID', async () => {
    const { exitCode, stderr } = await runPackage(['--app-id', 'partner-desk']);
    assert.equal(exitCode, 1);
    assert.match(stderr, /“partner-desk” is not a GUID/);
  });

  it('refuses an option that it does not know', async () => {
    const { exitCode, stderr } = await runPackage(['--appid', appId]);
    assert.equal(exitCode, 1);
    assert.match(stderr, /Unknown option '--appid'/);
  });
});

describe('the app package', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-package-'));
    await cp(join(project, 'appPackage'), folder, { recursive: true });
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function problemsOf(): Promise<readonly string[]> {
    try {
      await assemble(folder, identity);
      return [];
    } catch (error) {
      assert.ok(error instanceof PackagingError, String(error));
      return error.problems;
    }
  }

  async function change(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(join(folder, file), 'utf8');
    assert.ok(text.includes(from), `${file} holds ${from}`);
    await writeFile(join(folder, file), text.replace(from, to));
  }

  it('is valid for Microsoft’s schemas', async () => {
    assert.deepEqual(await problemsOf(), []);
  });

  it('has every text in French, and none of them left in English', async () => {
    const { manifest, files } = await assemble(folder, identity);
    const french = z
      .record(z.string(), z.string())
      .parse(JSON.parse(files.find(({ name }) => name === 'fr.json')?.bytes.toString() ?? ''));
    const keys = localizableStrings(manifest);
    assert.ok(keys.includes('bots[0].commandLists[0].commands[0].title'));
    assert.deepEqual(
      keys.filter((key) => french[key] === undefined),
      [],
    );
    assert.equal(french['bots[0].commandLists[0].commands[0].title'], 'Rechercher un fournisseur');
    assert.notEqual(french['description.full'], manifest.description.full);
  });

  it('offers at most ten commands, the last one to change language', async () => {
    const { manifest } = await assemble(folder, identity);
    const [commands = []] = manifest.bots.flatMap((bot) => bot.commandLists.map((list) => list.commands));
    assert.deepEqual(
      commands.map(({ title }) => title),
      ['Find a provider', 'Invitations', 'Partners', 'History', 'My requests', 'Help', 'En français'],
    );
  });

  it('is refused with eleven commands, though the schema takes twelve', async () => {
    const added = Array.from({ length: 4 }, () => JSON.stringify(command)).join(',');
    await change('manifest.json', '"commands": [', `"commands": [${added},`);
    const problems = await problemsOf();
    assert.ok(
      problems.includes('manifest.json: a menu has 11 commands, and Teams shows 10'),
      problems.join('\n'),
    );
  });

  it('is refused with every problem that the schema finds, each by its place', async () => {
    await change('manifest.json', '"#0E4450"', '"teal"');
    await change('manifest.json', '"groupChat"', '"everywhere"');
    const problems = await problemsOf();
    assert.equal(problems.length, 2, problems.join('\n'));
    assert.match(problems.join('\n'), /manifest\.json: \/accentColor must match pattern/);
    assert.match(
      problems.join('\n'),
      /manifest\.json: \/bots\/0\/scopes\/2 must be equal to one of the allowed values/,
    );
  });

  it('is refused with a schema version that is not at hand, without asking the network', async () => {
    await change('manifest.json', '"manifestVersion": "1.30"', '"manifestVersion": "1.99"');
    assert.match((await problemsOf()).join('\n'), /manifest\.json: manifestVersion 1\.99 is not one that/);
  });

  it('is refused with a privacy address that is not https', async () => {
    await change(
      'manifest.json',
      'https://partner-desk.example.com/privacy',
      'http://partner-desk.example.com/privacy',
    );
    assert.deepEqual(await problemsOf(), ['manifest.json: developer.privacyUrl must be an https address']);
  });

  it('is refused with a text that is not translated, or that translates nothing', async () => {
    await change('fr.json', '"name.full"', '"bots[0].commandLists[0].commands[9].title"');
    assert.deepEqual(await problemsOf(), [
      'fr.json: name.full is not translated',
      'fr.json: bots[0].commandLists[0].commands[9].title translates nothing in the manifest',
    ]);
  });

  it('is refused with a translation that is too long for Teams', async () => {
    await change('fr.json', '"name.short": "Partner Desk"', `"name.short": "${'Bureau '.repeat(5)}"`);
    assert.match(
      (await problemsOf()).join('\n'),
      /fr\.json: \/name\.short must NOT have more than 30 characters/,
    );
  });

  it('is refused with icons of another size, or an outline that is not transparent', async () => {
    await cp(join(folder, 'color.png'), join(folder, 'outline.png'));
    assert.deepEqual(await problemsOf(), [
      'outline.png: is 192×192 pixels and must be 32×32',
      'outline.png: must have a transparent background',
    ]);
  });

  it('is refused with an icon that is no image, a file that is missing or a manifest that is not JSON', async () => {
    await writeFile(join(folder, 'color.png'), 'not an image');
    assert.deepEqual(await problemsOf(), ['color.png: is not a PNG image']);
    await rm(join(folder, 'fr.json'));
    assert.match((await problemsOf()).join(), /fr\.json cannot be read/);
    await writeFile(join(folder, 'manifest.json'), '{');
    assert.match((await problemsOf()).join(), /manifest\.json is not JSON/);
    await writeFile(join(folder, 'manifest.json'), '{}');
    assert.match((await problemsOf()).join(), /manifest\.json: .*manifestVersion/s);
  });
});

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as `npm run package` does, in an environment that names no app id of its own. */
function runPackage(options: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(([name]) => name !== 'MicrosoftAppId');
  const env = { ...Object.fromEntries(inherited), ...environment };
  const script = join(project, 'src/cli/package-app.ts');
  return new Promise((settle) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', script, ...options],
      { env, cwd: project },
      (_, stdout, stderr) => {
        settle({ exitCode: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}
