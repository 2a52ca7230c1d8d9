import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MemoryStorage, type Storage, type StoreItem } from 'botbuilder';
import { openBotState, type BotState } from '../../../src/adapters/bot-state/lowdb-storage.ts';
import { day, millisecondsOf } from '../../../src/domain/instant.ts';
import { systemClock } from '../../../src/adapters/system/system-clock.ts';
import { filesUnder } from '../../support/files/files-under.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const key = 'msteams/conversations/a:1AbC_dEf;messageid=1/';

/** Keys that a careless storage would confuse with paths or with each other. */
const hostileKeys = [
  'msteams/conversations/a:1/',
  'msteams/conversations/A:1/',
  'msteams/conversations/a:1/users/29:xYz/',
  '../../outside',
  '..',
  '',
  'con',
  '\ud800',
  '\ud801',
  '__proto__',
  `${'19:'.repeat(200)}1@thread.tacv2`,
  `${'19:'.repeat(200)}2@thread.tacv2`,
];

async function itemIn(storage: Storage, at = key): Promise<StoreItem | undefined> {
  const item: unknown = (await storage.read([at]))[at];
  return item as StoreItem | undefined;
}

function withoutETag(item: StoreItem | undefined): unknown {
  return item && { ...item, eTag: undefined };
}

const storages = {
  "Botbuilder's storage in memory": (): Storage & Partial<BotState> => new MemoryStorage(),
  'The storage on lowdb': (folder: string) =>
    openBotState({ folder, clock: systemClock, log: recordedLog() }),
  'The storage on lowdb, which caches one key,': (folder: string) =>
    openBotState({ folder, clock: systemClock, log: recordedLog(), keysInMemory: 1 }),
};

for (const [name, open] of Object.entries(storages)) {
  describe(`${name} does what the Bot Framework expects`, () => {
    const folder = temporaryFolder();
    let storage: Storage & Partial<BotState>;

    beforeEach(() => {
      storage = open(join(folder(), 'bot-state'));
    });
    afterEach(() => storage.saved?.());

    it('has only what was written, and not what was deleted', async () => {
      assert.deepEqual(await storage.read([key]), {});
      await storage.write({ [key]: { dialog: { stack: [1] } }, other: { a: 1 } });
      const items = await storage.read([key, 'other', 'missing']);
      assert.deepEqual(Object.keys(items).sort(), [key, 'other'].sort());
      assert.deepEqual(withoutETag(await itemIn(storage)), { dialog: { stack: [1] }, eTag: undefined });
      await storage.delete([key, 'missing']);
      assert.deepEqual(Object.keys(await storage.read([key, 'other'])), ['other']);
    });

    it('gives an eTag, which the next write may name', async () => {
      await storage.write({ [key]: { turn: 1 } });
      const eTag = (await itemIn(storage))?.eTag;
      assert.equal(typeof eTag, 'string');
      await storage.write({ [key]: { turn: 2, eTag } });
      const second = await itemIn(storage);
      assert.equal(second?.['turn'], 2);
      assert.notEqual(second.eTag, eTag);
    });

    it('refuses a write that names another eTag, and writes the keys beside it', async () => {
      await storage.write({ [key]: { turn: 1 } });
      const eTag = (await itemIn(storage))?.eTag;
      await storage.write({ [key]: { turn: 2 } });
      await assert.rejects(
        storage.write({ first: { a: 1 }, [key]: { turn: 3, eTag }, last: { a: 1 } }),
        /eTag conflict/,
      );
      assert.equal((await itemIn(storage))?.['turn'], 2);
      assert.deepEqual(Object.keys(await storage.read(['first', 'last'])), ['first', 'last']);
    });

    for (const eTag of ['*', '', undefined]) {
      it(`lets ${eTag === undefined ? 'no eTag' : `the eTag “${eTag}”`} write over anything`, async () => {
        await storage.write({ [key]: { turn: 1 } });
        await storage.write({ [key]: { turn: 2, ...(eTag !== undefined && { eTag }) } });
        assert.equal((await itemIn(storage))?.['turn'], 2);
      });
    }

    it('lets any eTag write what is not there', async () => {
      await storage.write({ [key]: { turn: 1, eTag: 'from elsewhere' } });
      assert.equal((await itemIn(storage))?.['turn'], 1);
    });

    it('keeps what it has when an item is changed afterwards', async () => {
      const item = { dialog: { stack: [1] } };
      await storage.write({ [key]: item });
      item.dialog.stack.push(2);
      const read = await itemIn(storage);
      assert(read);
      read['dialog'] = 'changed';
      assert.deepEqual((await itemIn(storage))?.['dialog'], { stack: [1] });
    });

    it('lets one of many writes that name the same eTag win', async () => {
      await storage.write({ [key]: { turn: 0 } });
      const eTag = (await itemIn(storage))?.eTag;
      const writes = Array.from({ length: 20 }, (_, turn) =>
        storage.write({ [key]: { turn: turn + 1, eTag } }),
      );
      const outcomes = await Promise.allSettled(writes);
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.equal((await itemIn(storage))?.['turn'], 1);
    });

    it('takes writes to one key in the order in which they came', async () => {
      await Promise.all(Array.from({ length: 50 }, (_, turn) => storage.write({ [key]: { turn } })));
      assert.equal((await itemIn(storage))?.['turn'], 49);
    });
  });
}

describe('The storage on lowdb', () => {
  const folder = temporaryFolder();
  const state = () => join(folder(), 'bot-state');
  const open = (keysInMemory?: number, log = recordedLog()) =>
    openBotState({
      folder: state(),
      clock: systemClock,
      log,
      ...(keysInMemory !== undefined && { keysInMemory }),
    });

  it('has everything after a restart, whatever the keys', async () => {
    for (const keysInMemory of [1, 100]) {
      const storage = open(keysInMemory);
      await storage.write(Object.fromEntries(hostileKeys.map((each) => [each, { key: each }])));
      await storage.saved();
      for (const restarted of [storage, open(keysInMemory)]) {
        const items = await restarted.read(hostileKeys);
        const found = Object.entries<StoreItem>(items).map(([each, item]) => [each, item['key'] as unknown]);
        assert.deepEqual(
          found,
          hostileKeys.map((each) => [each, each]),
        );
      }
    }
    assert.deepEqual(await readdir(folder()), ['bot-state']);
    assert.equal((await readdir(state())).length, hostileKeys.length);
  });

  it('keeps an eTag across a restart', async () => {
    const storage = open();
    await storage.write({ [key]: { turn: 1 } });
    const eTag = (await itemIn(storage))?.eTag;
    await storage.saved();
    const restarted = open();
    await restarted.write({ [key]: { turn: 2, eTag } });
    await restarted.saved();
    await assert.rejects(open().write({ [key]: { turn: 3, eTag } }), /eTag conflict/);
  });

  it('lets nobody but its owner into its folder', async () => {
    open();
    const [found] = await filesUnder(folder());
    assert.deepEqual(found, { path: 'bot-state', mode: 0o700, isFolder: true });
  });

  it('holds a bounded number of conversations, whatever the keys, and the newest of them', async () => {
    const storage = openBotState({ folder: state(), clock: systemClock, log: recordedLog(), maxFiles: 100 });
    for (let key = 0; key < 3000; key += 1) {
      await storage.write({ [`conversation ${key}`]: { key } });
      if (key % 50 === 0) await storage.saved();
    }
    await storage.saved();
    assert.ok((await readdir(state())).length <= 300, `${(await readdir(state())).length} files`);
    const restarted = open();
    assert.equal((await itemIn(restarted, 'conversation 2999'))?.['key'], 2999);
    assert.deepEqual(await restarted.read(['conversation 0']), {});
  });

  it('forgets what nobody used for a month', async () => {
    const time = movingTime(systemClock.now());
    const storage = openBotState({ folder: state(), clock: time.clock, log: recordedLog() });
    await storage.write({ old: { a: 1 } });
    await storage.saved();
    await time.pass(29 * day);
    await storage.write({ newer: { a: 1 } });
    await storage.saved();
    assert.equal((await readdir(state())).length, 2);
    await time.pass(2 * day);
    await utimes(join(state(), 'newer.json'), new Date(), new Date(millisecondsOf(time.clock.now())));
    await storage.write({ newest: { a: 1 } });
    await storage.saved();
    const files = await readdir(state());
    assert.ok(!files.includes('old.json') && files.includes('newer.json'), files.join());
  });

  it('does not touch a file when nothing changed', async () => {
    const storage = open();
    await storage.write({ [key]: { turn: 1 } });
    await storage.saved();
    const file = join(state(), (await readdir(state()))[0] ?? '');
    const { ino } = await stat(file);
    await storage.write({ [key]: { turn: 1, eTag: '*' } });
    await storage.saved();
    assert.equal((await stat(file)).ino, ino);
    await storage.write({ [key]: { turn: 2, eTag: '*' } });
    await storage.saved();
    assert.notEqual((await stat(file)).ino, ino);
  });

  it('leaves no file of what was deleted', async () => {
    const storage = open();
    await storage.write({ [key]: { turn: 1 } });
    await storage.delete([key]);
    assert.deepEqual(await readdir(state()), []);
    assert.equal(await itemIn(open()), undefined);
  });

  it('loses no write when more keys are in use at once than it caches', async () => {
    const storage = open(3);
    const keys = Array.from({ length: 20 }, (_, number) => `conversation-${number}`);
    const turns = Array.from({ length: 10 }, (_, turn) => turn);
    await Promise.all(turns.flatMap((turn) => keys.map((each) => storage.write({ [each]: { turn } }))));
    await storage.saved();
    for (const restarted of [storage, open()]) {
      const items = Object.values<StoreItem>(await restarted.read(keys));
      assert.deepEqual(
        items.map((item) => item['turn'] as unknown),
        keys.map(() => 9),
      );
    }
  });

  for (const [title, corruption] of Object.entries({
    'is empty': () => '',
    'is cut short': (text: string) => text.slice(0, 40),
    'holds something else': () => '{"schemaVersion":1}',
    'holds the state of another key': (text: string) => text.replace('a:1AbC', 'a:2AbC'),
  })) {
    it(`resets a conversation whose file ${title}, and sets the file aside`, async () => {
      const before = open();
      await before.write({ [key]: { turn: 1 } });
      await before.saved();
      const [name = ''] = await readdir(state());
      const corrupt = corruption(await readFile(join(state(), name), 'utf8'));
      await writeFile(join(state(), name), corrupt);
      const log = recordedLog();
      const storage = open(100, log);
      assert.equal(await itemIn(storage), undefined);
      await storage.write({ [key]: { turn: 2 } });
      await storage.saved();
      assert.equal((await itemIn(open()))?.['turn'], 2);
      assert.match(log.lines.join(), /^warn Conversation state reset/);
      const [aside = ''] = (await readdir(state())).filter((each) => each !== name);
      assert(aside.startsWith(`${name}.garbled-`));
      assert.equal(await readFile(join(state(), aside), 'utf8'), corrupt);
    });
  }

  it('goes on in memory where a file cannot be written, says so in the log, and tries again with the next write', async () => {
    const log = recordedLog();
    const storage = open(100, log);
    await storage.write({ [key]: { turn: 1 } });
    await storage.saved();
    const [name = ''] = await readdir(state());
    const occupied = join(state(), `.${name}.tmp`);
    await mkdir(occupied);
    await storage.write({ [key]: { turn: 2 } });
    await storage.saved();
    assert.match(log.lines.join(), /^error Conversation state could not be saved/);
    assert.equal((await itemIn(storage))?.['turn'], 2);
    assert.equal((await itemIn(open()))?.['turn'], 1);
    await rm(occupied, { recursive: true });
    await storage.write({ [key]: { turn: 2 } });
    await storage.saved();
    assert.equal((await itemIn(open()))?.['turn'], 2);
  });

  it('saves the last write when it comes while the one before is being saved', async () => {
    const storage = open();
    for (let turn = 0; turn < 20; turn += 1) await storage.write({ [key]: { turn } });
    await storage.saved();
    assert.equal((await itemIn(open()))?.['turn'], 19);
  });

  it('leaves no file where what is still being written is deleted', async () => {
    const storage = open();
    await storage.write({ [key]: { turn: 1 } });
    await storage.delete([key]);
    await storage.saved();
    assert.deepEqual(await readdir(state()), []);
    assert.deepEqual(await storage.read([key]), {});
  });
});
