import assert from 'node:assert/strict';
import { readActivity } from '../../../src/adapters/graph/read-activity.ts';
import { instantFrom } from '../../../src/domain/instant.ts';

const fabrikam = 'fab00000-0000-4000-8000-000000000001';
const second = (number: number) => instantFrom(1_800_000_000_000 + number * 1_000);

/** The activity in a log of these rows of sign-ins, of which there are more than are read. */
async function read(times: readonly string[], isWhole = false) {
  const rows = times.map((createdDateTime) => ({ createdDateTime, homeTenantId: fabrikam }));
  return readActivity(
    {
      list: (asked, row) => {
        const isFirst = asked.kind === 'report' && asked.path.includes('interactiveUser');
        const isOfPeople = isFirst && !asked.path.includes('nonInteractiveUser');
        return Promise.resolve({
          rows: isOfPeople ? rows.map((each) => row.parse(each)) : [],
          isWhole: isOfPeople ? isWhole : true,
        });
      },
    },
    { since: second(0), partners: new Map() },
  );
}

describe('A log that is too long to be read whole', () => {
  it('is read from now back, and says since when nothing is missing', async () => {
    const { signIns, signInsFrom, changesFrom } = await read([second(9), second(8), second(5)]);
    assert.equal(signIns.kind === 'read' && signIns.value.length, 3);
    // Others of the same moment may be on the page that was not read.
    assert.equal(signInsFrom, instantFrom(1_800_000_005_001));
    assert.equal(changesFrom, undefined);
  });

  it('hides no gap where it is in another order', async () => {
    const { signInsFrom } = await read([second(5), second(8), second(9)]);
    assert.equal(signInsFrom, instantFrom(1_800_000_009_001));
  });

  it('says nothing of a gap where there is none', async () => {
    assert.equal((await read([second(5)], true)).signInsFrom, undefined);
  });

  it('is not read where it shows nothing and says that there is more', async () => {
    assert.deepEqual((await read([])).signIns, { kind: 'notRead', why: 'unavailable' });
  });
});
