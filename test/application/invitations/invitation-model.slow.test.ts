import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import type { InvitationEvent } from '../../../src/domain/history/invitation-event.ts';
import { invitationId, providerId, type InvitationId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { mayDecide } from '../../../src/domain/invitations/decision-rights.ts';
import type { DatedOffer, Invitation } from '../../../src/domain/invitations/invitation.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import {
  adele,
  alex,
  contoso,
  fabrikam,
  lee,
  megan,
  offerOf,
  received,
} from '../../support/examples/invitation-examples.ts';

type Desk = ReturnType<typeof invitationDesk>;

const day = 24 * 60 * 60 * 1000;
const people = [megan, alex, adele, lee];
const partners = [fabrikam, { ...fabrikam, id: providerId('northwind') }];

/** Six offers: some share a partner, some a function, some expire early. */
const offers = Array.from({ length: 6 }, (_, number): DatedOffer & { readonly link: string } => ({
  ...offerOf(solutionProviderFunctions[number % 4] ?? 'reseller'),
  partner: partners[number % 2] ?? fabrikam,
  link: `https://admin.microsoft.com/${number}`,
  ...(number % 3 === 0 && { expiresAt: later(received, 20 * day) }),
}));

type Step =
  | { readonly kind: 'post' | 'withdraw' | 'paste'; readonly offer: number }
  | { readonly kind: 'authorize' | 'cancel'; readonly person: number; readonly invitation: number }
  | { readonly kind: 'expire' }
  | { readonly kind: 'wait'; readonly days: number };

const deciding = fc.record({
  kind: fc.constantFrom('authorize' as const, 'cancel' as const),
  person: fc.nat(people.length - 1),
  invitation: fc.nat(7),
});
const arriving = fc.record({
  kind: fc.constantFrom('post' as const, 'post' as const, 'paste' as const, 'withdraw' as const),
  offer: fc.nat(offers.length - 1),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: arriving },
  { weight: 4, arbitrary: deciding },
  { weight: 1, arbitrary: fc.constant({ kind: 'expire' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  },
);

describe('whatever is received, decided, withdrawn and left to expire, in whatever order and at once', () => {
  it('every invitation is decided once, and invitations, relationships and history agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 15 }),
        async (rounds) => {
          const desk = invitationDesk();
          let before: readonly Invitation[] = [];
          for (const together of rounds) {
            await Promise.all(together.map((each) => take(desk, each)));
            const now = await invitations(desk);
            nothingDecidedChanged(before, now);
            await historyAgrees(desk, now);
            await relationshipsAgree(desk, now);
            before = now;
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

async function take(desk: Desk, taken: Step): Promise<void> {
  switch (taken.kind) {
    case 'post':
    case 'withdraw':
      return post(desk, taken.offer, taken.kind === 'withdraw');
    case 'paste':
      await desk.paste(megan, { origin: 'pasted', offer: offerNumber(taken.offer) });
      return;
    case 'authorize':
    case 'cancel':
      return decide(desk, taken.kind, taken);
    case 'expire':
      await desk.expire();
      return;
    case 'wait':
      return desk.time.pass(taken.days * day);
  }
}

async function post(desk: Desk, number: number, withdrawn: boolean): Promise<void> {
  try {
    const { invitation } = await desk.post({
      postedId: `posted-${number}`,
      offer: offerNumber(number),
      withdrawn,
    });
    if (withdrawn) assert.equal(invitation.status.kind, 'withdrawn');
  } catch (error) {
    assert(
      withdrawn && isDomainError(error, 'invitation-already-decided'),
      'only a late withdrawal is refused',
    );
  }
}

/** Presses on one of the invitations there are (or on one there is not), and checks that the answer is true. */
async function decide(
  desk: Desk,
  kind: 'authorize' | 'cancel',
  { person, invitation: number }: { readonly person: number; readonly invitation: number },
): Promise<void> {
  const actor = people[person] ?? lee;
  const id = invitationId(`invitation-${String(number).padStart(6, '0')}`);
  try {
    const { invitation, decidedNow } = await desk[kind](actor, id);
    assert.notEqual(invitation.status.kind, 'pending');
    assert.deepEqual(await desk.stored(id), invitation, 'what was answered is what is stored');
    if (!decidedNow) return;
    assert.equal(invitation.status.kind, kind === 'authorize' ? 'authorized' : 'cancelled');
    assert('by' in invitation.status && invitation.status.by.person === actor.person);
    assert(mayDecide(await desk.roles.rolesOf(actor), invitation), 'who decided had the role');
  } catch (error) {
    const mayDecideAny = actor === megan || actor === adele;
    if (!isDomainError(error, mayDecideAny ? 'invitation-not-found' : 'not-allowed')) throw error;
  }
}

async function invitations(desk: Desk): Promise<readonly Invitation[]> {
  const { items } = await desk.store.list(contoso, 'invitation', { limit: 1000 });
  return items.map(({ value }) => value);
}

function nothingDecidedChanged(before: readonly Invitation[], now: readonly Invitation[]): void {
  for (const invitation of before) {
    const current = now.find(({ id }) => id === invitation.id);
    assert(current !== undefined);
    const { status, ...offer } = invitation;
    const { status: statusNow, ...offerNow } = current;
    assert.deepEqual(offerNow, offer);
    if (status.kind !== 'pending') assert.deepEqual(statusNow, status);
  }
}

const entryFor = {
  pending: undefined,
  authorized: 'invitationAuthorized',
  cancelled: 'invitationCancelled',
  lapsed: 'invitationLapsed',
  withdrawn: 'invitationWithdrawn',
} as const satisfies Record<Invitation['status']['kind'], InvitationEvent['kind'] | undefined>;

async function historyAgrees(desk: Desk, all: readonly Invitation[]): Promise<void> {
  const recorded = new Map<InvitationId, string[]>();
  for (const { event } of await desk.history()) {
    if (event.kind === 'decisionRefused' || event.kind === 'unknownRefused') continue;
    assert('invitation' in event);
    recorded.set(event.invitation, [...(recorded.get(event.invitation) ?? []), event.kind]);
  }
  assert.equal(recorded.size, all.length);
  for (const { id, status } of all) {
    const decision = entryFor[status.kind];
    assert.deepEqual(recorded.get(id), ['invitationReceived', ...(decision === undefined ? [] : [decision])]);
  }
  const pending = all.filter(({ status }) => status.kind === 'pending').map(({ id }) => id);
  assert.deepEqual(await desk.pendingIds(), pending);
}

async function relationshipsAgree(desk: Desk, all: readonly Invitation[]): Promise<void> {
  const authorized = all.filter(({ status }) => status.kind === 'authorized');
  for (const partner of partners) {
    const own = authorized.filter((invitation) => invitation.partner.id === partner.id);
    const relationship = await desk.relationship(partner.id);
    assert.deepEqual(
      relationship?.functions.map((entry) => entry.function).sort() ?? [],
      [...new Set(own.map((invitation) => invitation.function))].sort(),
    );
    const granted = own.filter(({ delegatedAdmin }) => delegatedAdmin.kind !== 'none').map(({ id }) => id);
    const access = relationship?.delegatedAdmin;
    const grants = access?.kind === 'active' ? access.grants.map(({ invitation }) => invitation) : [];
    assert.deepEqual(grants.sort(), granted.sort());
  }
}

function offerNumber(number: number): DatedOffer & { readonly link: string } {
  const offer = offers[number];
  assert(offer !== undefined);
  return offer;
}
