import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openIntake } from '../../support/desk/open-intake.ts';
import { received } from '../../support/examples/invitation-examples.ts';
import { submittedGranular } from '../../support/examples/submitted-invitations.ts';
import { movingTime } from '../../support/ports/moving-time.ts';

describe('whatever is submitted and signed', () => {
  const time = movingTime(received);
  let intake: Awaited<ReturnType<typeof openIntake>>;
  before(async () => {
    intake = await openIntake({ clock: time.clock });
  });
  after(() => intake.close());

  async function assertAnswered(body: unknown): Promise<void> {
    const { status, headers, body: answer } = await intake.post(body);
    assert.ok([200, 202, 400, 409, 429].includes(status), `${status}`);
    if (status >= 400) {
      assert.equal(headers.get('content-type'), 'application/problem+json');
      assert.equal(answer['status'], status);
    }
  }

  it('is answered, and never a reason to fail: bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), assertAnswered));
  });

  it('is answered, and never a reason to fail: JSON', async () => {
    await fc.assert(fc.asyncProperty(fc.jsonValue({ depthSize: 'medium' }), assertAnswered));
  });

  it('is answered, and never a reason to fail: invitations with any value in any place', async () => {
    const places = [
      ...Object.keys(submittedGranular).map((field) => [field]),
      ...Object.keys(submittedGranular.partner).map((field) => ['partner', field]),
      ...Object.keys(submittedGranular.delegatedAdmin).map((field) => ['delegatedAdmin', field]),
      ['delegatedAdmin', 'roles', '0'],
      ['status'],
    ];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('withdrawn', 'P9999999D', '2027-99-99T00:00:00Z'),
      fc.jsonValue(),
    );
    const changes = fc.array(fc.tuple(fc.constantFrom(...places), value), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, (made) =>
        assertAnswered(
          made.reduce<unknown>((body, [place, put]) => withValue(body, place, put), submittedGranular),
        ),
      ),
    );
  });
});

/** A copy with `value` at the path; unchanged if the path is gone. */
function withValue(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof body !== 'object' || body === null) return body;
  const changed = { ...body, [key]: withValue(new Map(Object.entries(body)).get(key), rest, value) };
  return Array.isArray(body) ? Object.values(changed) : changed;
}
