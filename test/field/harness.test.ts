import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../src/teams/cards/card.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { askDesk } from './ask-desk.ts';
import { awaited } from './awaited.ts';
import { judge } from './judge.ts';
import { leadsToSearch, outcomeOf, type Outcome } from './outcome-of.ts';
import { readCases, type SaidCase } from './read-cases.ts';
import { faultsOf, type Answer } from './said-faults.ts';

const idsOf = (folder: Parameters<typeof readCases>[0]) =>
  Object.values(readCases(folder)).flatMap((cases: readonly { readonly id: string }[]) =>
    cases.map(({ id }) => id),
  );
const ids = idsOf('cases');
const variations = idsOf('variations');

const partner = 'd1d1d1d1-0f1e-4d2c-8b3a-100000000001';
const link = (host: string) =>
  `https://${host}/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;

/** What to say, for a card of each outcome. */
const said: Readonly<Record<Exclude<Outcome, 'other'>, string>> = {
  invitation: link('admin.microsoft.com'),
  warning: link('admin.microsoft.com.accept.example'),
  partners: 'partners',
  remove: 'revoke Fabrikam Cloud',
  search: 'find a provider',
  help: 'what is the weather like',
};

type Expected = SaidCase['expect']['outcome'];

/** The outcomes that a card of each kind is right for. */
const right: Readonly<Record<Exclude<Outcome, 'other'>, readonly Expected[]>> = {
  invitation: ['invitation', 'notInvitation-unless-read'],
  warning: ['warning', 'notInvitation'],
  partners: ['partners', 'partners-or-remove', 'notInvitation'],
  remove: ['remove', 'partners-or-remove', 'notInvitation'],
  search: ['notInvitation'],
  help: ['notInvitation'],
};
const everyExpectation: readonly Expected[] = [
  'invitation',
  'warning',
  'partners',
  'remove',
  'partners-or-remove',
  'explained',
  'dialog',
  'notInvitation',
  'notInvitation-unless-read',
];

describe('The inputs from the field', () => {
  it('are 66, of 17 kinds, and each id is there once', () => {
    assert.equal(ids.length, 66);
    assert.equal(new Set(ids).size, 66);
    assert.equal(new Set(ids.map((id) => id.replace(/-d\d+$/, ''))).size, 17);
  });

  it('have variations, of these kinds and with ids of their own', () => {
    assert.equal(new Set([...ids, ...variations]).size, ids.length + variations.length);
    const kinds = new Set(ids.map((id) => id.replace(/-d\d+$/, '')));
    assert.deepEqual(
      variations.filter((id) => !kinds.has(id.replace(/-v\d+$/, ''))),
      [],
    );
  });

  it('that are awaited are among them', () => {
    assert.deepEqual(
      [...awaited].filter((id) => ![...ids, ...variations].includes(id)),
      [],
    );
  });

  it('fail when one is wrong, and when one that is awaited is right', () => {
    judge('right', [], new Set());
    judge('wrong', ['a fault'], new Set(['wrong']));
    assert.throws(() => {
      judge('wrong', ['a fault'], new Set());
    }, /a fault/);
    assert.throws(() => {
      judge('right', [], new Set(['right']));
    }, /take it off the list/);
  });
});

describe('The judgement of an answer', () => {
  const folder = temporaryFolder();
  const answers = new Map<string, Answer>();

  async function answerTo(outcome: keyof typeof said): Promise<Answer> {
    const known = answers.get(outcome);
    if (known !== undefined) return known;
    const answer = await askDesk(folder(), { do: { say: said[outcome] }, needs: 'partners' });
    answers.set(outcome, answer);
    return answer;
  }
  const outcomes = Object.keys(said) as (keyof typeof said)[];

  for (const outcome of outcomes)
    it(`knows the card of the desk: ${outcome}`, async () => {
      const { ownChat } = await answerTo(outcome);
      assert.deepEqual(ownChat.map(outcomeOf), [outcome]);
      for (const expected of everyExpectation) {
        const faults = faultsOf({ outcome: expected }, await answerTo(outcome));
        assert.equal(faults.length === 0, right[outcome].includes(expected), `${expected}: ${faults.join()}`);
      }
    });

  it('takes no invitation that cannot be decided, and no warning with something to press, for one', async () => {
    for (const outcome of ['invitation', 'warning', 'partners', 'remove'] as const) {
      const [card = assert.fail()] = (await answerTo(outcome)).ownChat;
      const pressable = { type: 'Action.OpenUrl', title: 'Open', url: 'https://accept.example/' };
      const changed = { ...card, actions: [pressable], body: card.body.slice(0, 1) } as AdaptiveCard;
      assert.equal(outcomeOf(changed), 'other', outcome);
    }
  });

  it('takes no word on a link for one that leads to a search', async () => {
    const [help = assert.fail()] = (await answerTo('help')).ownChat;
    assert.ok(leadsToSearch(help));
    const title = { type: 'TextBlock', text: 'This is a link' };
    const bare = { ...help, body: [title] } as AdaptiveCard;
    const leading = { ...help, body: [title, ...help.body] } as AdaptiveCard;
    const answer = (card: AdaptiveCard): Answer => ({
      ownChat: [card],
      dialog: undefined,
      partner: undefined,
    });
    assert.deepEqual(faultsOf({ outcome: 'explained' }, answer(bare)), []);
    assert.notDeepEqual(faultsOf({ outcome: 'explained' }, answer(leading)), []);
  });

  it('asks for the partner that is stored, the texts, and exactly one card', async () => {
    const answer = await answerTo('invitation');
    const faults = (expected: Partial<SaidCase['expect']>, changes: Partial<Answer> = {}) =>
      faultsOf({ outcome: 'invitation', ...expected }, { ...answer, ...changes }).length;
    assert.equal(faults({ partner, show: ['Reseller'], anyShow: ['?', partner], notShow: ['Fabrikam'] }), 0);
    assert.equal(faults({ partner: 'd1d1d1d1-0f1e-4d2c-8b3a-100000000002' }), 1);
    assert.equal(faults({ partner }, { partner: undefined }), 1);
    assert.equal(faults({ show: ['Fabrikam'] }), 1);
    assert.equal(faults({ anyShow: ['Fabrikam', 'Contoso'] }), 1);
    assert.equal(faults({ notShow: ['RESELLER'] }), 1);
    assert.equal(faults({ notOutcome: ['invitation'] }), 1);
    assert.equal(faults({ where: 'own chat' }), 1);
    assert.equal(faults({}, { ownChat: [] }), 1);
    assert.equal(faults({}, { ownChat: [...answer.ownChat, ...answer.ownChat] }), 1);
  });
});
