import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { UnreadableFileError } from '../../src/adapters/directory/import/import-errors.ts';
import { readProviders } from '../../src/adapters/directory/import/read-providers.ts';
import { solutionProviderFunctions } from '../../src/domain/solution-provider-function.ts';
import { openDeskOnFiles } from '../support/desk/desk-on-files.ts';
import { bytesOf } from '../support/desk/open-intake.ts';
import { tenantWords } from '../support/desk/tenant-words.ts';
import { mutated, mutatedBytes } from '../support/examples/mutations.ts';
import { validActivities } from '../support/examples/valid-activities.ts';
import { csv, csvRow, goodRecord } from '../support/files/directory-files.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { fuzzRuns } from '../support/processes/fuzz-runs.ts';

const ids = {
  invitation: '019b0000-0000-7000-8000-000000000001',
  inviting: '3b33e682-00c3-41ee-9dd2-a548adf56438',
  administration: '019b0000-0000-7000-8000-000000000002',
  administrator: '10000000-0000-4000-8000-000000000001',
  worker: '10000001-0000-4000-8000-000000000001',
  grant: '019b0000-0000-7000-8000-000000000003',
  review: '000001',
  alert: '019b0000-0000-7000-8000-000000000004',
  unshown: '019b0000-0000-7000-8000-000000000005',
};
const words = tenantWords('quoxa', '1');

describe('Whatever comes in', () => {
  let desk: Awaited<ReturnType<typeof openDeskOnFiles>>;
  let activities: readonly object[];
  // Runs before the folder is removed.
  afterEach(() => desk.close());
  const folder = temporaryFolder();
  beforeEach(async () => {
    desk = await openDeskOnFiles(folder());
    activities = validActivities(desk.channel.serviceUrl, ids);
  });

  /** Sets the address of the real channel; accepted addresses are tested elsewhere. */
  const answerable = (activity: unknown): unknown =>
    typeof activity === 'object' && activity !== null && 'serviceUrl' in activity
      ? { ...activity, serviceUrl: desk.channel.serviceUrl }
      : activity;

  async function post(body: Uint8Array<ArrayBuffer>): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${desk.url}/api/messages`, { method: 'POST', body, headers });
    await response.body?.cancel();
    desk.channel.posted.splice(0);
    assert.ok(response.status < 500 || response.status === 501, String(response.status));
    assert.doesNotMatch(desk.log.everything(), /a turn failed/);
  }

  const anyActivity = () =>
    fc.constantFrom(...activities).chain((activity) => mutated(activity).map(answerable));

  it('as an activity: is answered without a defect', async function () {
    this.timeout(0);
    const property = fc.asyncProperty(anyActivity(), async (activity) => post(bytesOf(activity)));
    await fc.assert(property, { numRuns: fuzzRuns(1000), endOnFailure: true });
  });

  it('as bytes of an activity: is answered without a defect', async function () {
    this.timeout(0);
    const bytes = fc.constantFrom(...activities).chain((activity) => mutatedBytes(bytesOf(activity)));
    await fc.assert(fc.asyncProperty(bytes, post), { numRuns: fuzzRuns(200), endOnFailure: true });
  });

  it('as an invitation: is answered without a defect', async function () {
    this.timeout(0);
    const invitation = fc
      .tuple(fc.nat({ max: 5 }), fc.constantFrom(...solutionProviderFunctions))
      .chain(([number, invitedAs]) => mutated(words.submitted('contoso', number, invitedAs)));
    const property = fc.asyncProperty(invitation, async (body) => {
      const { status } = await desk.invite(body);
      assert.ok(status < 500, String(status));
      // The rate limit applies to this load.
      await desk.time.pass(1000);
    });
    await fc.assert(property, { numRuns: fuzzRuns(400), endOnFailure: true });
    assert.doesNotMatch(desk.log.everything(), /could not be taken/);
  });

  it('leaves the memory as it was', async function () {
    this.timeout(0);
    const sample = fc.sample(anyActivity(), { numRuns: fuzzRuns(200), seed: 1 });
    const heapAfterAll = async () => {
      for (const activity of sample) await post(bytesOf(activity));
      return heapInUse();
    };
    await heapAfterAll();
    const early = await heapAfterAll();
    await heapAfterAll();
    const late = await heapAfterAll();
    assert.ok(late < 1.1 * early, `${early} bytes grew to ${late}`);
  });
});

describe('Whatever is imported', () => {
  const folder = temporaryFolder();
  const files = [
    csv(csvRow(), csvRow({ id: 'b', name: '"Quoted, ""name"""' })),
    JSON.stringify([goodRecord, { ...goodRecord, id: 'b' }]),
    `${JSON.stringify(goodRecord)}\n${JSON.stringify({ ...goodRecord, id: 'b' })}\n`,
  ].map((text) => new TextEncoder().encode(text));

  async function read(bytes: Uint8Array): Promise<void> {
    const file = join(folder(), 'providers');
    await writeFile(file, bytes);
    try {
      for await (const row of readProviders(file)) assert.ok('problems' in row || 'provider' in row);
    } catch (error) {
      assert.ok(error instanceof UnreadableFileError, String(error));
    }
  }

  it('as bytes: is read, or said to be wrong', async function () {
    this.timeout(0);
    const bytes = fc.constantFrom(...files).chain(mutatedBytes);
    await fc.assert(fc.asyncProperty(bytes, read), { numRuns: fuzzRuns(1000), endOnFailure: true });
  });

  it('as JSON: is read, or said to be wrong', async function () {
    this.timeout(0);
    const json = mutated([goodRecord, { ...goodRecord, id: 'b' }]).map((value) => bytesOf(value ?? null));
    await fc.assert(fc.asyncProperty(json, read), { numRuns: fuzzRuns(1000), endOnFailure: true });
  });
});

/** Heap in use after garbage collection; bytes. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  assert.ok(typeof collectGarbage === 'function');
  Reflect.apply(collectGarbage, undefined, []);
  return process.memoryUsage().heapUsed;
}
