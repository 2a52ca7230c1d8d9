import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import {
  backupOfEmptyFiles,
  backupStart,
  endOfArchive,
  goodBackup,
  longName,
  repeated,
  smallEntry,
  tarHeader,
  type Crafted,
} from '../../../support/files/crafted-backup.ts';
import { temporaryFolder } from '../../../support/files/temporary-folder.ts';

const megabyte = 1024 * 1024;
/** What each crafted backup claims to hold, or holds, in megabytes; compressed it is about 0.5. */
const bomb = 512;
const bombBytes = bomb * megabyte;

/**
 * Preloaded: prints the most memory that the process ever held, in kilobytes. On Linux `resourceUsage` includes that of
 * the process which started it, so there the kernel's figure for the program itself is read.
 */
const reportMemory = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    const peak = process.platform === 'linux'
      ? /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
      : process.resourceUsage().maxRSS;
    process.stderr.write('\\npeak=' + peak);
  });
`)}`;

/** 100,000 names in extended headers of a megabyte each. */
const manyNames = (): Buffer => {
  const records = Array.from({ length: 95_000 }, (_, number) => `11 ${String(number).padStart(5, 'a')}=x\n`);
  return gzipSync(smallEntry('pax', records.join(''), 'x'), { level: 9 });
};

const negativeSize = Buffer.alloc(12, 0xff).toString('latin1');
const sizeOfPetabytes = Buffer.from('800000000008000000000000', 'hex').toString('latin1');

describe('Restoring a crafted backup', function () {
  const folder = temporaryFolder();
  /** Megabytes for a good one of ordinary size. */
  let ofOrdinary = 0;

  before(function () {
    // The system reports other units there.
    if (process.platform === 'win32') this.skip();
  });

  async function restore(crafted: Crafted, into = join(folder(), 'data')) {
    const file = join(folder(), 'crafted.tar.gz');
    await writeFile(file, Buffer.concat(crafted));
    const command = spawn(
      process.execPath,
      ['--import', reportMemory, '--import', 'tsx', 'src/cli/restore.ts', file],
      { env: { ...process.env, DATA_DIR: into }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const [errors] = await Promise.all([text(command.stderr), once(command, 'close')]);
    const [, peak = 'Infinity'] = /\npeak=(\d+)/.exec(errors) ?? [];
    return {
      exitCode: command.exitCode,
      errors,
      megabytes: Number(peak) / 1024,
      written: await readdir(into).catch(() => []),
    };
  }

  async function peakOf(good: Crafted, into?: string): Promise<number> {
    const { exitCode, megabytes, errors } = await restore(good, into);
    assert.equal(exitCode, 0, errors);
    return megabytes;
  }

  beforeEach(async () => {
    if (ofOrdinary === 0)
      ofOrdinary = await peakOf(goodBackup('outbox/1.eml', 1), join(folder(), 'ordinary'));
  });

  it('takes no more memory for a large good one than for a small one', async () => {
    const ofBig = await peakOf(goodBackup('outbox/1.eml', bomb));
    assert.ok(ofBig <= 2 * ofOrdinary, `${ofBig} MB; ${ofOrdinary} MB for a small one`);
  });

  it('takes no more memory for many files than for one', async () => {
    const ofMany = await peakOf(
      await backupOfEmptyFiles(Array.from({ length: 3000 }, (_, number) => `outbox/${number}.eml`)),
    );
    assert.ok(ofMany <= 2 * ofOrdinary, `${ofMany} MB; ${ofOrdinary} MB for one file`);
  });

  for (const [what, why, craft] of [
    [
      'whose first entry is of hundreds of megabytes',
      /not a backup of Partner Desk/,
      () => [gzipSync(tarHeader('partner-desk-backup.json', bombBytes)), ...repeated(' ', bomb)],
    ],
    [
      'whose first entry is nested very deeply',
      /not a backup of Partner Desk/,
      () => [gzipSync(smallEntry('partner-desk-backup.json', '['.repeat(megabyte)))],
    ],
    [
      'whose checksums are of hundreds of megabytes',
      /its checksums do not match/,
      () => [
        backupStart(),
        gzipSync(tarHeader('checksums.sha256', bombBytes)),
        ...repeated('a', bomb),
        endOfArchive(),
      ],
    ],
    [
      'with one file of hundreds of megabytes in one line',
      /its checksums do not match/,
      () => [
        backupStart(),
        gzipSync(tarHeader('tenants/contoso/journal/1.jsonl', bombBytes)),
        ...repeated('[', bomb),
        gzipSync(smallEntry('checksums.sha256', 'wrong\n')),
        endOfArchive(),
      ],
    ],
    [
      'with hundreds of thousands of empty files',
      /its checksums do not match/,
      () => [
        backupStart(),
        ...Array.from({ length: 300 }, (_, thousand) =>
          gzipSync(
            Buffer.concat(
              Array.from({ length: 1000 }, (__, one) => tarHeader(`outbox/${thousand}-${one}.eml`, 0)),
            ),
            { level: 9 },
          ),
        ),
        gzipSync(smallEntry('checksums.sha256', 'wrong\n')),
        endOfArchive(),
      ],
    ],
    [
      'with extended headers that hold hundreds of thousands of names',
      /unexpected entry/,
      () => [backupStart(), ...Array<Buffer>(30).fill(manyNames())],
    ],
    [
      'with an extended header for everything that follows',
      /unexpected entry/,
      () => [backupStart(), gzipSync(smallEntry('pax', '11 path=abc\n', 'g'))],
    ],
    [
      'with a name of megabytes',
      /unexpected entry/,
      () => [
        backupStart(),
        gzipSync(longName(`outbox/${'a'.repeat(3_000_000)}`)),
        gzipSync(smallEntry('outbox/1.eml', '')),
      ],
    ],
    [
      'with a hundred folders in each other',
      /does not belong in a data folder/,
      () => [
        backupStart(),
        gzipSync(longName(`outbox/${'a/'.repeat(100)}a`)),
        gzipSync(smallEntry('outbox/1.eml', '')),
      ],
    ],
    [
      'with a sparse file',
      /unexpected entry/,
      () => [backupStart(), gzipSync(smallEntry('outbox/1.eml', 'x', 'S'))],
    ],
    [
      'with a file of negative size',
      /corrupt or not a backup/,
      () => [backupStart(), gzipSync(tarHeader('outbox/1.eml', negativeSize))],
    ],
    [
      'with a file that no disk can take',
      /it needs \d+ MB or more, and the disk has \d+ MB to spare/,
      () => [backupStart(), gzipSync(tarHeader('outbox/1.eml', sizeOfPetabytes)), ...repeated('\0', 1)],
    ],
    [
      'of tens of thousands of compressed pieces of nothing',
      /it is truncated/,
      () => [backupStart(), ...Array<Buffer>(50_000).fill(gzipSync('')), endOfArchive()],
    ],
    [
      'that goes on after its end',
      /unexpected entry/,
      () => [...goodBackup('outbox/1.eml', 1), gzipSync(smallEntry('outbox/2.eml', 'more'))],
    ],
    [
      'with the same file twice',
      /two files of the same name/,
      () => backupOfEmptyFiles(['outbox/1.eml', 'outbox/2.eml', 'outbox/1.eml']),
    ],
    [
      'with a file that is a folder too',
      /two files of the same name/,
      () => backupOfEmptyFiles(['outbox/1.eml', 'outbox/1.eml/2.eml']),
    ],
  ] as const satisfies readonly (readonly [string, RegExp, () => Crafted | Promise<Crafted>])[]) {
    it(`${what} is refused, in the memory of a good one, and leaves nothing behind`, async () => {
      const { exitCode, errors, megabytes, written } = await restore(await craft());
      assert.equal(exitCode, 1);
      assert.match(errors, why);
      assert.match(errors, /was not restored: /);
      assert.deepEqual(written, []);
      const report = `${megabytes.toFixed()} MB; ${ofOrdinary.toFixed()} MB for a good one`;
      assert.ok(megabytes <= 2 * ofOrdinary, report);
      if (process.env['SHOW_MEMORY']) console.log(what, report);
    });
  }
});
