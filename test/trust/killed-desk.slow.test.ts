import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from '../../src/adapters/data-folder/temporary-files.ts';
import { installedDirectory } from '../../src/adapters/directory/prepare-directory.ts';
import { randomFrom } from '../support/examples/random-from.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { openKillWorker, type KillWorker } from '../support/killed-desk/kill-worker.ts';

/** Some in every run of the tests; `KILLS=200` for as many as a release must survive, at about a second each. */
const kills = Number(process.env['KILLS'] ?? 12);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
/** Desks that are killed side by side, each on a folder of its own. */
const workersAtOnce = 3;
/** Then a lane comes to its end, and another begins on an empty folder: all that a folder holds is read after each kill. */
const maxKillsOfWorker = 12;

describe(`A desk that is killed ${kills} times at random moments under load (SEED=${seed})`, function () {
  // Only against a hang: how long it takes is the machine's affair.
  this.timeout(600_000 + kills * 60_000);
  const folder = temporaryFolder();

  it('has every decision and request that it acknowledged, forgets no letter and no post, and sends none again', async () => {
    const random = randomFrom(seed);
    const lanes: KillWorker[] = [];
    let [left, opened] = [kills, 0];
    await Promise.all(
      Array.from({ length: workersAtOnce }, async () => {
        while (left > 0) {
          const lane = await openKillWorker(opened++, folder(), randomFrom(random() * 1e9));
          lanes.push(lane);
          try {
            for (let killed = 0; killed < maxKillsOfWorker && left > 0; killed += 1) {
              left -= 1;
              await lane.killOnce();
            }
            await assertWhole(lane, await lane.finish());
          } finally {
            await lane.close();
          }
        }
      }),
    );
    const sum = (count: (lane: KillWorker) => number) =>
      lanes.reduce((total, lane) => total + count(lane), 0);
    const decisions = sum(({ ledger }) => ledger.decisions.size);
    const requests = sum(({ ledger }) => ledger.requests.size);
    const posts = sum((lane) => lane.posts.size);
    const emails = sum((lane) => lane.emails.size);
    console.log(
      `      ${kills} kills: ${decisions} decisions, ${requests} requests, ${posts} posts and ${emails} e-mails checked; ` +
        `repeated because the kill cut off what was heard: ${sum((lane) => lane.posts.repeated)} posts, ` +
        `${sum((lane) => lane.emails.repeated)} e-mails; temporary files cleared away: ${sum((lane) => lane.leftOver())}`,
    );
    assert.ok(decisions > 0 && requests > 0 && posts > 0 && emails > 0, 'nothing was put to the test');
  });
});

/** @param files what there is once everything has come to its end: nothing temporary, nothing torn, nothing that others may read */
async function assertWhole(
  lane: KillWorker,
  files: Awaited<ReturnType<KillWorker['finish']>>,
): Promise<void> {
  assert.deepEqual(
    files.filter(({ path }) => isTemporary(path)),
    [],
  );
  for (const { path, mode, isFolder } of files) {
    if (path.endsWith('.lock')) continue;
    assert.equal(mode, isFolder ? 0o700 : 0o600, path);
    if (!isFolder) parse(path, await readFile(join(lane.dataDirectory, path), 'utf8'));
  }
  if (lane.ledger.imports.size === 0) return;
  const installed = await readFile(installedDirectory(lane.dataDirectory), 'utf8');
  for (const id of lane.ledger.imports) assert.ok(installed.includes(`"${id}"`), `import ${id} is lost`);
}

/** @throws where a file is torn */
function parse(path: string, text: string): void {
  if (path.endsWith('.json')) JSON.parse(text);
  if (path.endsWith('.jsonl')) for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
}
