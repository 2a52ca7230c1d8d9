import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { solutionProviderFunctions } from '../../src/domain/solution-provider-function.ts';
import { actions } from '../../src/teams/bot/card-actions.ts';
import type { Step, TenantSetting } from '../support/desk/tenant-steps.ts';
import { tenantWords } from '../support/desk/tenant-words.ts';
import { playTwoTenants, type PlayedTenant } from '../support/desk/two-tenants.ts';
import { fuzzRuns } from '../support/processes/fuzz-runs.ts';

const number = fc.nat({ max: 10_000 });
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('say' as const), which: number }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('paste' as const, 'handOver' as const), which: number }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('install' as const, 'uninstall' as const) }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      button: fc.oneof(number, fc.constantFrom(...actions.keys())),
      foreign: fc.boolean(),
      asSubmit: fc.boolean(),
    }),
  },
);
const submitted = fc.record({
  kind: fc.constant('submit' as const),
  which: fc.nat({ max: 5 }),
  invitedAs: fc.constantFrom(...solutionProviderFunctions),
  withdrawn: fc.boolean(),
});
const doer = fc.record({
  who: fc.constantFrom('admin' as const, 'member' as const),
  where: fc.constantFrom('personal' as const, 'channel' as const),
});
const done = fc.tuple(deed, doer).map(([what, by]) => ({ ...what, ...by }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: done },
  { weight: 1, arbitrary: submitted },
);
const steps = fc.array(fc.tuple(step, step), { minLength: 5, maxLength: 25 });

const tenant = fc.oneof(
  fc.uuid(),
  fc.constantFrom('contoso', 'Contoso', 'con', 'CON', '..', '.', '__proto__', 'constructor', 'a:b', 'a%3ab'),
  fc.stringMatching(/^[\w.:-]{1,64}$/),
);
const twoTenants = fc.record({
  tenants: fc.uniqueArray(tenant, { minLength: 2, maxLength: 2 }),
  sameIds: fc.boolean(),
});

const [words, otherWords] = [tenantWords('quoxa', '1'), tenantWords('vrymb', '2')];

/** @throws AssertionError if one tenant sees any of the other's data */
async function assertApart(
  { tenants: [one = '', other = ''], sameIds }: { readonly tenants: readonly string[]; sameIds: boolean },
  what: readonly (readonly [Step, Step])[],
): Promise<readonly PlayedTenant[]> {
  const settings: readonly [TenantSetting, TenantSetting] = [
    { tenant: one, ids: 'someone', words },
    { tenant: other, ids: sameIds ? 'someone' : 'someone-else', words: otherWords },
  ];
  const folder = await mkdtemp(join(tmpdir(), 'partner-desk-tenants-'));
  try {
    const { tenants, others } = await playTwoTenants(folder, settings, what);
    assertUnseen(tenants[0], tenants[1]);
    assertUnseen(tenants[1], tenants[0]);
    for (const { mark } of [words, otherWords]) assert.doesNotMatch(others, new RegExp(mark, 'i'));
    return tenants;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function assertUnseen(owner: PlayedTenant, stranger: PlayedTenant): void {
  const at = stranger.seen.toLowerCase().indexOf(owner.words.mark);
  assert.equal(at, -1, `${stranger.tenant} sees “${stranger.seen.slice(Math.max(0, at - 300), at + 300)}”`);
  for (const id of [...owner.made, ...owner.words.partnerIds]) {
    // Ids that the stranger itself sent may be echoed.
    if (!stranger.sent.includes(id)) assert.ok(!stranger.seen.includes(id), `${stranger.tenant} sees ${id}`);
  }
}

const admin = { who: 'admin', where: 'personal' } as const;
const say = (text: string): Step => ({ kind: 'say', which: words.said.indexOf(text), ...admin });
const press = (button: string, foreign = false): Step => ({
  kind: 'press',
  button,
  foreign,
  asSubmit: false,
  ...admin,
});
const post = (which: number, invitedAs: (typeof solutionProviderFunctions)[number]): Step => ({
  kind: 'submit',
  which,
  invitedAs,
  withdrawn: false,
});

/** A session of one tenant that uses every button of the desk. */
const fullDay: readonly Step[] = [
  { kind: 'install', ...admin },
  { ...say('notify here'), where: 'channel' } as Step,
  say('find a provider'),
  press('provider.open'),
  press('contact.open'),
  press('contact.send'),
  press('contact.requests'),
  post(0, 'partner'),
  say('invitations'),
  press('invitation.open'),
  press('invitation.authorize'),
  say('partners'),
  press('partner.show'),
  press('partner.settings'),
  post(1, 'delegatedAdministrator'),
  say('invitations'),
  press('invitation.open'),
  press('invitation.authorize'),
  press('invitation.confirm'),
  { kind: 'paste', which: 0, ...admin },
  press('invitation.cancel'),
  say('partners'),
  press('partner.show'),
  press('partner.removeAsk'),
  press('partner.remove'),
  say('history'),
  press('history.search'),
];

describe('Two tenants on one desk', () => {
  it('never see a byte of each other’s, whatever either does, with the other’s ids too', async function () {
    this.timeout(0);
    const property = fc.asyncProperty(twoTenants, steps, async (settings, what) => {
      await assertApart(settings, what);
    });
    await fc.assert(property, { numRuns: fuzzRuns(20), endOnFailure: true });
  });

  it('never see a byte of each other’s when both have a full day', async () => {
    const both = fullDay.map((what): [Step, Step] => [what, what]);
    for (const sameIds of [false, true]) {
      const played = await assertApart({ tenants: ['contoso', 'Contoso'], sameIds }, both);
      for (const { seen, words: own, history } of played) {
        assert.ok(seen.includes(own.mark));
        assert.deepEqual(history, [
          'chatSubscribed',
          'contactRequested',
          'invitationReceived',
          'invitationAuthorized',
          'invitationReceived',
          'invitationAuthorized',
          'invitationReceived',
          'invitationCancelled',
          'delegatedAdminRemoved',
        ]);
      }
    }
  });

  it('get nowhere with every button that the other was shown', async () => {
    const foreign: readonly Step[] = [...actions.keys()].map((verb) => press(verb, true));
    const [mine] = fullDay;
    assert.ok(mine);
    const first = fullDay.map((what): [Step, Step] => [what, mine]);
    const then = foreign.map((what): [Step, Step] => [mine, what]);
    const [, stranger] = await assertApart({ tenants: ['contoso', 'litware'], sameIds: true }, [
      ...first,
      ...then,
    ]);
    // The directory is shared, so the stranger's own contact request is legitimate and is in its own records.
    const history = new Set(stranger?.history);
    assert.deepEqual([...history], ['contactRequested', 'unknownRefused']);
  });
});
