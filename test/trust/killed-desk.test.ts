import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installedDirectory } from '../../src/adapters/directory/installed-directory.ts';
import { isTemporary } from '../../src/adapters/data-folder/temporary-files.ts';
import { openKillLane } from '../support/killed-desk/kill-lane.ts';
import { randomFrom } from '../support/random-from.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Runs with `KILLS=200` alone, and not in `npm test`: it takes two to six seconds a kill. */
const kills = Number(process.env['KILLS'] ?? 0);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
/** Desks that are killed side by side, each on a folder of its own. */
const lanesAtOnce = 3;

const suite = kills > 0 ? describe : () => undefined;

suite(`A desk that is killed ${kills} times at random moments under load (SEED=${seed})`, function () {
  // Only against a hang: how long it takes is the machine's affair.
  this.timeout(600_000 + kills * 60_000);
  const folder = temporaryFolder();

  it('has every decision and request that it acknowledged, forgets no letter and no post, and sends none again', async () => {
    const random = randomFrom(seed);
    const lanes = await Promise.all(
      Array.from({ length: lanesAtOnce }, (_, number) =>
        openKillLane(number, folder(), randomFrom(random() * 1e9)),
      ),
    );
    let left = kills;
    try {
      await Promise.all(
        lanes.map(async (lane) => {
          while (left-- > 0) await lane.killOnce();
          const files = (await lane.finish()).filter(({ path }) => !path.endsWith('.lock'));
          assert.deepEqual(
            files.filter(({ path }) => isTemporary(path)),
            [],
          );
          for (const { path, mode, isFolder } of files) {
            assert.equal(mode, isFolder ? 0o700 : 0o600, path);
            if (!isFolder) parse(path, await readFile(join(lane.dataDirectory, path), 'utf8'));
          }
          const installed = await readFile(installedDirectory(lane.dataDirectory), 'utf8');
          for (const id of lane.ledger.imports)
            assert.ok(installed.includes(`"${id}"`), `import ${id} is lost`);
        }),
      );
    } finally {
      await Promise.all(lanes.map((lane) => lane.close()));
    }
    const sum = (count: (lane: (typeof lanes)[number]) => number) =>
      lanes.reduce((total, lane) => total + count(lane), 0);
    const decisions = sum(({ ledger }) => ledger.decisions.size);
    const requests = sum(({ ledger }) => ledger.requests.size);
    const posts = sum((lane) => lane.posts.size);
    const letters = sum((lane) => lane.letters.size);
    console.log(
      `      ${kills} kills: ${decisions} decisions, ${requests} requests, ${posts} posts and ${letters} letters checked; ` +
        `repeated because the kill cut off what was heard: ${sum((lane) => lane.posts.repeated)} posts, ` +
        `${sum((lane) => lane.letters.repeated)} letters; temporary files cleared away: ${sum((lane) => lane.leftOver())}`,
    );
    assert.ok(decisions > 0 && requests > 0 && posts > 0 && letters > 0, 'nothing was put to the test');
  });
});

/** @throws where a file is torn */
function parse(path: string, text: string): void {
  if (path.endsWith('.json')) JSON.parse(text);
  if (path.endsWith('.jsonl')) for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
}
