import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvFiles } from '../../src/config/read-env-files.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';

const settings =
  'PORT=4000\r\n# réglages\r\nMAIL_FROM="Bureau des partenaires à Évry <desk@contoso.com>"\nKEY="a\nb"\n';
const right = {
  PORT: '4000',
  MAIL_FROM: 'Bureau des partenaires à Évry <desk@contoso.com>',
  KEY: 'a\nb',
};

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('A file of settings', () => {
  const folder = temporaryFolder();

  async function read(bytes: Uint8Array | string, env: NodeJS.Dict<string> = {}) {
    const file = join(folder(), '.env');
    await writeFile(file, bytes);
    readEnvFiles({ env, execArgv: ['--env-file-if-exists', file, '--import', 'tsx'] });
    return env;
  }

  for (const [what, bytes] of [
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${settings}`)],
    ['UTF-16, as PowerShell writes it', utf16le(`\ufeff${settings}`)],
    ['UTF-16 without a byte-order mark', utf16le(settings)],
    ['big-endian UTF-16', utf16be(`\ufeff${settings}`)],
    ['big-endian UTF-16 without a byte-order mark', utf16be(settings)],
  ] as const)
    it(`is read completely in ${what}`, async () => {
      assert.deepEqual(await read(bytes), right);
    });

  it('yields to the environment', async () => {
    assert.deepEqual(await read(`\ufeff${settings}`, { PORT: '1', KEY: '' }), {
      ...right,
      PORT: '1',
      KEY: '',
    });
  });

  it('is left to Node in plain UTF-8', async () => {
    assert.deepEqual(await read(settings), {});
  });

  it('is refused where a value is no text, which names it and says what would be right', async () => {
    const latin = Buffer.from('# réglages\nMAIL_FROM=Évry <desk@contoso.com>\n', 'latin1');
    await assert.rejects(
      read(latin),
      /^Error: MAIL_FROM in .*\.env has characters .* Save the file as UTF-8 text\.$/,
    );
    await assert.rejects(
      read(Buffer.from([0xff, 0xfe, 0, 0, 0x50, 0, 0, 0, 0x3d, 0, 0, 0])),
      /Save the file as UTF-8/,
    );
    await assert.rejects(read(utf16le('A=1\ud800')), /Save the file as UTF-8/);
  });

  it('may have comments that are no text', async () => {
    assert.deepEqual(await read(Buffer.from('# réglages\nPORT=4000\n', 'latin1')), { PORT: '4000' });
  });

  it('may be missing or empty, and is refused where it cannot be read', async () => {
    const env = {};
    readEnvFiles({ env, execArgv: [`--env-file-if-exists=${join(folder(), 'none')}`, '--env-file'] });
    assert.deepEqual(env, {});
    for (const empty of ['', '\ufeff', Buffer.from([0xff, 0xfe]), Buffer.from([0xff])])
      assert.deepEqual(await read(empty), {});
    assert.throws(() => {
      readEnvFiles({ env, execArgv: [`--env-file=${folder()}`] });
    }, /cannot be read/);
  });
});
