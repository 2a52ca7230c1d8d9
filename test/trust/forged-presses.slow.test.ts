import assert from 'node:assert/strict';
import { tenantId } from '../../src/domain/identifiers.ts';
import { actions } from '../../src/teams/bot/card-actions.ts';
import { verbExamples, type VerbExample } from '../support/cards/verb-examples.ts';
import { ownMark, people, pressingDesk } from '../support/desk/pressing-desk.ts';

type Desk = Awaited<ReturnType<typeof pressingDesk>>;
type Data = Readonly<Record<string, unknown>>;

/** Unknown ids, and ids of the wrong kind. */
const forgedIds = [
  '',
  ' ',
  'unknown',
  '019b0000-0000-7000-8000-000000000000',
  '__proto__',
  'constructor',
  'toString',
];
const longId = 'x'.repeat(100_000);
const wrongTypes: readonly unknown[] = [
  null,
  42,
  true,
  [],
  {},
  [[]],
  [null],
  { length: 1 },
  { toJSON: 'x' },
  longId,
];

/** Fields that an attacker would add to impersonate someone. */
const forgedActor = {
  from: { id: '29:megan', aadObjectId: 'megan', name: 'Megan Bowen' },
  actor: { tenant: 'contoso', person: 'megan', name: 'Megan Bowen' },
  tenant: 'contoso',
  tenantId: 'contoso',
  conversation: { tenantId: 'contoso' },
  channelData: { tenant: { id: 'contoso' } },
  person: 'megan',
  aadObjectId: 'megan',
  userId: 'megan',
  role: 'globalAdministrator',
  roles: ['globalAdministrator'],
  isAdmin: true,
  mayDecide: true,
  status: { kind: 'pending' },
  version: 0,
};

/** The card in the response to an invoke; every press gets one. */
function cardIn(answer: string): string {
  const [response, ...others] = JSON.parse(answer) as {
    type: string;
    value: { status: number; body: unknown };
  }[];
  assert.deepEqual(others, []);
  assert.equal(response?.type, 'invokeResponse');
  assert.equal(response.value.status, 200);
  const { statusCode, value } = response.value.body as { statusCode: number; value: { type: string } };
  assert.deepEqual([statusCode, value.type], [200, 'AdaptiveCard']);
  const card = JSON.stringify(value);
  assert.ok(card.length <= 28 * 1024, `a card of ${card.length} characters`);
  return card;
}

/** Asserts that a press changes nothing and causes no defect. @returns the response card */
async function assertNothingChanges(desk: Desk, verb: string, data: unknown, who: keyof typeof people) {
  const before = await desk.kept();
  const card = cardIn(await desk.press(verb, data, who));
  assert.doesNotMatch(desk.log.everything(), /a turn failed/);
  assert.deepEqual(await desk.kept(), before);
  return card;
}

function withId(data: Data, field: string, id: unknown): Data {
  return { ...data, [field]: Array.isArray(data[field]) ? [id] : id };
}

describe('Presses that no card of the desk would send', () => {
  it('are tried with every verb: each has an example', () => {
    assert.deepEqual(Object.keys(verbExamples).toSorted(), [...actions.keys()].toSorted());
  });

  for (const [verb, example] of Object.entries<VerbExample>(verbExamples)) {
    const { about = [], optional = [], effect } = example;

    describe(verb, () => {
      let desk: Desk;
      let data: Data;
      beforeEach(async () => {
        desk = await pressingDesk();
        data = example.data(desk.ids);
      });

      it('from another tenant: shows and changes nothing of the tenant whose ids they are', async () => {
        if (effect === 'asks') return;
        for (const forged of [data, { ...data, ...forgedActor }]) {
          const card = await assertNothingChanges(desk, verb, forged, 'mallory');
          assert.ok(!card.includes(ownMark), card);
        }
      });

      for (const field of about) {
        it(`with a “${field}” that is unknown, or something else: changes nothing`, async () => {
          const { invitation, administration, administrator, worker } = desk.ids;
          const others = field === 'invitation' ? [administrator, worker] : [invitation, administration];
          for (const id of [...forgedIds, longId, ...others]) {
            await assertNothingChanges(desk, verb, withId(data, field, id), 'megan');
          }
        });
      }

      it('with a field missing, or of another type: changes nothing', async () => {
        const required = Object.keys(data).filter((field) => !optional.includes(field));
        for (const field of required) {
          const { [field]: _left, ...rest } = data;
          await assertNothingChanges(desk, verb, rest, 'megan');
          for (const wrong of wrongTypes) {
            await assertNothingChanges(desk, verb, { ...rest, [field]: wrong }, 'megan');
          }
        }
      });

      it('with fields that forge who presses: changes nothing, and shows what is shown without them', async () => {
        if (effect === 'asks') return;
        const plain = await assertNothingChanges(desk, verb, data, 'lee');
        // As JSON, where `__proto__` is an ordinary key.
        const polluting = JSON.parse(`{"__proto__":${JSON.stringify(forgedActor)}}`) as object;
        for (const forged of [{ ...data, ...forgedActor }, Object.assign(polluting, data)]) {
          assert.equal(await assertNothingChanges(desk, verb, forged, 'lee'), plain);
        }
      });

      it('with data that is no object: changes nothing', async () => {
        for (const wrong of [null, 42, 'data', [], [data]]) {
          await assertNothingChanges(desk, verb, wrong, 'megan');
        }
      });

      if (effect === 'decides' || effect === 'asks') {
        it('a second time, from a card that is out of date: changes nothing more', async () => {
          const before = await desk.kept();
          await desk.press(verb, data, 'megan');
          assert.notDeepEqual(await desk.kept(), before, 'the first press has an effect');
          await assertNothingChanges(desk, verb, data, effect === 'asks' ? 'megan' : 'alex');
        });
      }
    });
  }

  it('a contact request is asked in the name of who pressed, whatever the data says', async () => {
    const desk = await pressingDesk();
    const { data } = verbExamples['contact.send'];
    cardIn(await desk.press('contact.send', { ...data(desk.ids), ...forgedActor }, 'mallory'));
    const asked = await desk.store.list(tenantId('litware'), 'contactRequest', { limit: 10 });
    assert.deepEqual(
      asked.items.map(({ value }) => value.requestedBy),
      ['mallory'],
    );
    const others = await desk.store.list(tenantId('contoso'), 'contactRequest', { limit: 10 });
    assert.deepEqual(others.items, []);
  });

  it('nobody is shown the contact requests of somebody else', async () => {
    const desk = await pressingDesk();
    const { data } = verbExamples['contact.send'];
    await desk.press(
      'contact.send',
      { ...data(desk.ids), organizationName: ownMark, needs: ownMark },
      'megan',
    );
    for (const who of ['lee', 'mallory'] as const) {
      const card = cardIn(await desk.press('contact.requests', { ...forgedActor, after: undefined }, who));
      assert.ok(!card.includes('PD-') && !card.includes(ownMark), card);
    }
  });
});
