import assert from 'node:assert/strict';
import { createTurnLimit } from '../../../src/application/runtime/limit-turns.ts';
import { adele, allan, megan, received } from '../../support/examples/invitation-examples.ts';
import { movingTime } from '../../support/ports/moving-time.ts';

describe('The number of turns', () => {
  it('is limited for each person, and each has a share of their own', async () => {
    const time = movingTime(received);
    const limit = createTurnLimit({ perPerson: 30, perTenant: 0 }, time.clock);
    for (let turn = 0; turn < 30; turn += 1) limit(megan);
    assert.throws(
      () => {
        limit(megan);
      },
      { code: 'person-too-fast', parameters: { seconds: 2 } },
    );
    limit(adele);
    // The same person id in another tenant is another person.
    limit(allan);
    await time.pass(2000);
    limit(megan);
  });

  it('is limited for each tenant, whoever of it asks', () => {
    const { clock } = movingTime(received);
    const limit = createTurnLimit({ perPerson: 0, perTenant: 60 }, clock);
    for (let turn = 0; turn < 30; turn += 1) [megan, adele].forEach(limit);
    assert.throws(
      () => {
        limit(megan);
      },
      { code: 'tenant-too-fast', parameters: { seconds: 1 } },
    );
    limit(allan);
  });

  it('does not count against the others what one person is refused', () => {
    const { clock } = movingTime(received);
    const limit = createTurnLimit({ perPerson: 1, perTenant: 3 }, clock);
    limit(megan);
    for (let turn = 0; turn < 10; turn += 1) {
      assert.throws(
        () => {
          limit(megan);
        },
        { code: 'person-too-fast' },
      );
    }
    limit(adele);
  });
});
