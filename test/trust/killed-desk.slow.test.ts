import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from '../../src/adapters/data-folder/temporary-files.ts';
import { installedDirectory } from '../../src/adapters/directory/prepare-directory.ts';
import { randomFrom } from '../support/examples/random-from.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { openKillWorker, type KillWorker } from '../support/killed-desk/kill-worker.ts';

/** A few in every test run; a release must survive `KILLS=200`, at about a second each. */
const kills = Number(process.env['KILLS'] ?? 12);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
/** Desks killed in parallel, each with its own folder. */
const workersAtOnce = 3;
/** Then the next worker starts with an empty folder, because the whole folder is read after each kill. */
const maxKillsOfWorker = 12;

describe(`A desk that is killed ${kills} times at random moments under load (SEED=${seed})`, function () {
  // Only to catch a hang; the duration depends on the machine.
  this.timeout(600_000 + kills * 60_000);
  const folder = temporaryFolder();

  it('has every decision and request that it acknowledged, loses no e-mail and no post, and sends none again', async () => {
    const random = randomFrom(seed);
    const workers: KillWorker[] = [];
    let [left, opened] = [kills, 0];
    await Promise.all(
      Array.from({ length: workersAtOnce }, async () => {
        while (left > 0) {
          const worker = await openKillWorker(opened++, folder(), randomFrom(random() * 1e9));
          workers.push(worker);
          try {
            for (let killed = 0; killed < maxKillsOfWorker && left > 0; killed += 1) {
              left -= 1;
              await worker.killOnce();
            }
            await assertWhole(worker, await worker.finish());
          } finally {
            await worker.close();
          }
        }
      }),
    );
    const sum = (count: (worker: KillWorker) => number) =>
      workers.reduce((total, worker) => total + count(worker), 0);
    const decisions = sum(({ ledger }) => ledger.decisions.size);
    const requests = sum(({ ledger }) => ledger.requests.size);
    const posts = sum((worker) => worker.posts.size);
    const emails = sum((worker) => worker.emails.size);
    console.log(
      `      ${kills} kills: ${decisions} decisions, ${requests} requests, ${posts} posts and ${emails} e-mails checked; ` +
        `repeated because the kill cut off the confirmation: ${sum((worker) => worker.posts.repeated)} posts, ` +
        `${sum((worker) => worker.emails.repeated)} e-mails; temporary files removed: ${sum((worker) => worker.leftOver())}`,
    );
    assert.ok(decisions > 0 && requests > 0 && posts > 0 && emails > 0, 'nothing was tested');
  });
});

/** Asserts that, at the end, no file is temporary, truncated or readable by others. */
async function assertWhole(
  worker: KillWorker,
  files: Awaited<ReturnType<KillWorker['finish']>>,
): Promise<void> {
  assert.deepEqual(
    files.filter(({ path }) => isTemporary(path)),
    [],
  );
  for (const { path, mode, isFolder } of files) {
    if (path.endsWith('.lock')) continue;
    assert.equal(mode, isFolder ? 0o700 : 0o600, path);
    if (!isFolder) parse(path, await readFile(join(worker.dataDirectory, path), 'utf8'));
  }
  if (worker.ledger.imports.size === 0) return;
  const installed = await readFile(installedDirectory(worker.dataDirectory), 'utf8');
  for (const id of worker.ledger.imports) assert.ok(installed.includes(`"${id}"`), `import ${id} is lost`);
}

/** @throws SyntaxError if a file is truncated */
function parse(path: string, text: string): void {
  if (path.endsWith('.json')) JSON.parse(text);
  if (path.endsWith('.jsonl')) for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
}
