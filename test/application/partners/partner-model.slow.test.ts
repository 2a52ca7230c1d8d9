import assert from 'node:assert/strict';
import fc from 'fast-check';
import { announceAccessEnd } from '../../../src/application/partners/announce-access-end.ts';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { accessAt } from '../../../src/domain/partners/access-at.ts';
import { summaryOf, type RelationshipSummary } from '../../../src/domain/partners/relationship-summary.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { from, partnerDesk } from '../../support/desk/partner-desk.ts';
import { adele, alex, contoso, lee, megan, offerOf } from '../../support/examples/invitation-examples.ts';

type Desk = ReturnType<typeof partnerDesk>;

const day = 24 * 60 * 60 * 1000;
const people = [megan, adele, alex, lee];
const names = ['Fabrikam', 'Northwind'];

type Step =
  | { readonly kind: 'authorize'; readonly offer: DatedOffer; readonly partner: number }
  | { readonly kind: 'receive'; readonly offer: DatedOffer; readonly partner: number }
  | { readonly kind: 'remove'; readonly person: number; readonly partners: readonly number[] }
  | { readonly kind: 'set'; readonly person: number; readonly partner: number; readonly sees: boolean }
  | { readonly kind: 'expire' }
  | { readonly kind: 'tellOfEnds'; readonly partner: number }
  | { readonly kind: 'wait'; readonly days: number };

const partner = fc.nat(names.length - 1);
const person = fc.nat(people.length - 1);
const offer = fc
  .tuple(
    fc.constantFrom(...solutionProviderFunctions),
    fc.integer({ min: 1, max: 200 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([name, days, extendsItself, isClassic]) => offerFor(name, days, extendsItself, isClassic));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('authorize' as const, 'receive' as const), offer, partner }),
  fc.record({ kind: fc.constant('authorize' as const), offer, partner }),
  fc.record({
    kind: fc.constant('remove' as const),
    person,
    partners: fc.array(partner, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('set' as const), person, partner, sees: fc.boolean() }),
  fc.constant({ kind: 'expire' } as const),
  fc.record({ kind: fc.constant('tellOfEnds' as const), partner }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 120 }) }),
);

describe('whatever is authorized, removed, set and left to end, in whatever order and at once', () => {
  it('relationships, lists and history agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        async (rounds) => {
          const desk = partnerDesk();
          for (const together of rounds) {
            await Promise.all(together.map((each) => take(desk, each)));
            for (const name of names) await agrees(desk, name);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

async function take(desk: Desk, taken: Step): Promise<void> {
  switch (taken.kind) {
    case 'authorize':
      await desk.accept(offered(taken));
      return;
    case 'receive':
      await desk.receive(offered(taken));
      return;
    case 'remove':
      return remove(desk, taken);
    case 'set':
      return set(desk, taken);
    case 'expire':
      await desk.expire();
      return;
    case 'tellOfEnds':
      await announceAccessEnd(desk, contoso, idOf(names[taken.partner]));
      return;
    case 'wait':
      return desk.time.pass(taken.days * day);
  }
}

/**
 * Removes, and checks that each answer is true: who may, removed or was told by whom; the others were refused with
 * reason.
 */
async function remove(
  desk: Desk,
  { person: number, partners }: Extract<Step, { readonly kind: 'remove' }>,
): Promise<void> {
  const actor = people[number] ?? lee;
  const mayRemove = actor === megan || actor === adele;
  const outcomes = await desk.removeAll(
    actor,
    partners.map((index) => idOf(names[index])),
  );
  assert.equal(outcomes.length, new Set(partners).size);
  for (const outcome of outcomes) {
    if (outcome.kind === 'removed') {
      assert(mayRemove);
      if (outcome.changedNow) assert.equal(outcome.relationship.delegatedAdmin.by.person, actor.person);
    } else if (mayRemove) {
      assert(isDomainError(outcome.error, 'nothing-to-remove', 'partner-not-found'));
    } else {
      assert(isDomainError(outcome.error, 'not-allowed'));
    }
  }
}

async function set(
  desk: Desk,
  { person: number, partner: index, sees }: Extract<Step, { readonly kind: 'set' }>,
): Promise<void> {
  try {
    await desk.set(people[number] ?? lee, 'mpsaPartner', { seesOtherPartners: sees }, idOf(names[index]));
  } catch (error) {
    assert(isDomainError(error, 'not-allowed', 'partner-not-found', 'invalid-action'));
  }
}

/** History retells the relationship: each entry begins where the one before it ended, and the last is how it stands. */
async function agrees(desk: Desk, name: string): Promise<void> {
  const id = idOf(name);
  const relationship = await desk.relationship(id);
  let told: RelationshipSummary = summaryOf(undefined);
  let sees: boolean | undefined;
  for (const { by, event } of await desk.history()) {
    if (!('partner' in event) || event.partner !== id) continue;
    if (
      event.kind === 'invitationAuthorized' ||
      event.kind === 'delegatedAdminRemoved' ||
      event.kind === 'delegatedAdminEnded'
    ) {
      assert.deepEqual(event.before, told);
      told = event.after;
    }
    if (event.kind === 'invitationAuthorized' && event.settings.kind === 'purchases')
      sees = event.settings.seesOtherPartners;
    if (event.kind === 'partnerSettingsChanged' && event.after.kind === 'purchases') {
      assert.deepEqual(event.before, { kind: 'purchases', seesOtherPartners: sees });
      sees = event.after.seesOtherPartners;
    }
    if (event.kind === 'delegatedAdminRemoved')
      assert(
        typeof by !== 'string' && 'person' in by && [megan, adele].some((each) => each.person === by.person),
      );
  }
  assert.deepEqual(summaryOf(relationship), told);
  const settings = relationship?.functions.find((entry) => entry.function === 'mpsaPartner')?.settings;
  assert.deepEqual(settings, sees === undefined ? undefined : { kind: 'purchases', seesOtherPartners: sees });

  const { partners } = await desk.partners(megan, { onlyDelegated: true });
  const isListed = partners.some((listed) => listed.partner.id === id);
  const access = relationship && accessAt(relationship.delegatedAdmin, desk.clock.now());
  assert.equal(isListed, access?.kind === 'active');
}

function offered({
  offer: made,
  partner: index,
}: {
  readonly offer: DatedOffer;
  readonly partner: number;
}): DatedOffer {
  return from(names[index] ?? 'Fabrikam', made);
}

function idOf(name = 'Fabrikam') {
  return from(name).partner.id;
}

function offerFor(
  name: (typeof solutionProviderFunctions)[number],
  days: number,
  extendsItself: boolean,
  isClassic: boolean,
): DatedOffer {
  const plain = offerOf(name);
  if (plain.delegatedAdmin.kind !== 'granular') return plain;
  if (isClassic) return { ...plain, delegatedAdmin: { kind: 'classic' } };
  const durationDays = { value: days, claimed: false };
  const autoExtends = { value: extendsItself, claimed: false };
  return { ...plain, delegatedAdmin: { ...plain.delegatedAdmin, durationDays, autoExtends } };
}
