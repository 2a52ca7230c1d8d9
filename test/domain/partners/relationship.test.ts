import assert from 'node:assert/strict';
import { later, type Instant } from '../../../src/domain/instant.ts';
import type { Effect } from '../../../src/domain/invitations/invitation-status.ts';
import { authorize } from '../../../src/domain/invitations/invitation-transitions.ts';
import type { DatedOffer, InvitationThatIs } from '../../../src/domain/invitations/invitation.ts';
import { namedPerson } from '../../../src/domain/named-person.ts';
import { summaryOf } from '../../../src/domain/partners/relationship-summary.ts';
import { withAuthorization, withObservedEffect } from '../../../src/domain/partners/relationship.ts';
import {
  alex,
  exampleInvitation,
  fabrikam,
  granularOffer,
  megan,
  received,
  resellerOffer,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';

const day = 24 * 60 * 60 * 1000;
const tomorrow = later(received, day);

function authorized(
  offer: DatedOffer,
  id: string,
  changes: { readonly at?: Instant; readonly effect?: Effect; readonly by?: typeof megan } = {},
): InvitationThatIs<'authorized'> {
  const { at = received, effect = { kind: 'inEffect' }, by = megan } = changes;
  const settings = { kind: 'none' } as const;
  return authorize(exampleInvitation(offer, id), { by: namedPerson(by), at, settings, effect });
}

describe('the relationship with a partner', () => {
  const reseller = withAuthorization(undefined, authorized(resellerOffer, 'first'));

  it('begins with the first invitation that is authorized', () => {
    const [entry, ...others] = reseller.functions;
    assert.deepEqual(others, []);
    assert.equal(entry?.function, 'reseller');
    assert.equal(entry.since, received);
    assert.equal(entry.invitation, 'first');
    assert.deepEqual(entry.authorizedBy, namedPerson(megan));
    assert.equal(entry.agreement.acceptedAt, received);
    assert.deepEqual(reseller.partner, fabrikam);
    assert.deepEqual(reseller.delegatedAdmin, { kind: 'none' });
  });

  it('gains a function with the next one', () => {
    const both = withAuthorization(reseller, authorized(granularOffer, 'second', { at: tomorrow }));
    assert.deepEqual(
      both.functions.map((entry) => [entry.function, entry.since]),
      [
        ['reseller', received],
        ['delegatedAdministrator', tomorrow],
      ],
    );
    assert.deepEqual(both.delegatedAdmin, {
      kind: 'active',
      grants: [
        {
          kind: 'granular',
          invitation: 'second',
          since: tomorrow,
          roles: [userAdministrator],
          until: later(tomorrow, 730 * day),
          autoExtends: true,
        },
      ],
    });
  });

  it('has each function once: authorized again, it is as old as it was, and rests on the latest invitation', () => {
    const again = withAuthorization(
      reseller,
      authorized(resellerOffer, 'second', { at: tomorrow, by: alex }),
    );
    assert.deepEqual(
      again.functions.map(({ since, invitation, authorizedBy }) => [since, invitation, authorizedBy.person]),
      [[received, 'second', 'alex']],
    );
  });

  it('keeps delegated administration when a function without any is added', () => {
    const administrator = withAuthorization(undefined, authorized(granularOffer, 'first'));
    const both = withAuthorization(administrator, authorized(resellerOffer, 'second'));
    assert.deepEqual(both.delegatedAdmin, administrator.delegatedAdmin);
  });

  it('adds delegated administration to what there is, and does not bring back what was removed', () => {
    const one = withAuthorization(undefined, authorized(granularOffer, 'first'));
    const two = withAuthorization(one, authorized(granularOffer, 'second'));
    assert.deepEqual(grantsOf(two), ['first', 'second']);
    assert(two.delegatedAdmin.kind === 'active');
    const { grants } = two.delegatedAdmin;
    const by = namedPerson(alex);
    const effect = { kind: 'inEffect' } as const;
    const removed = { kind: 'removed', by, at: tomorrow, effect, grants } as const;
    const three = withAuthorization({ ...two, delegatedAdmin: removed }, authorized(granularOffer, 'third'));
    assert.deepEqual(grantsOf(three), ['third']);
  });

  it('says that it does not know what the invitation did not carry', () => {
    const unknown = {
      kind: 'granular',
      roles: 'notKnown',
      durationDays: 'notKnown',
      autoExtends: 'notKnown',
    } as const;
    const { delegatedAdmin } = withAuthorization(
      undefined,
      authorized({ ...granularOffer, delegatedAdmin: unknown }, 'first'),
    );
    assert(delegatedAdmin.kind === 'active');
    assert.deepEqual(delegatedAdmin.grants, [
      {
        kind: 'granular',
        invitation: 'first',
        since: received,
        roles: 'notKnown',
        until: 'notKnown',
        autoExtends: 'notKnown',
      },
    ]);
  });

  it('knows the partner by its latest name, but not by a mere claim against what was more', () => {
    const rename = (value: string, claimed: boolean) => {
      const partner = { id: fabrikam.id, idIsGuess: true, name: { value, claimed } };
      return withAuthorization(reseller, authorized({ ...resellerOffer, partner }, 'second')).partner;
    };
    assert.deepEqual(rename('Fabrikam Inc.', false), {
      ...fabrikam,
      name: { value: 'Fabrikam Inc.', claimed: false },
    });
    assert.deepEqual(rename('Microsoft', true), fabrikam);
  });

  it('shows what took effect for the functions that rest on that invitation, and for no others', () => {
    const effect = {
      kind: 'awaiting',
      since: received,
      adminCenterPage: 'https://admin.microsoft.com/',
    } as const;
    const waiting = authorized(granularOffer, 'second', { effect });
    const confirmed = authorized(granularOffer, 'second', { effect: { kind: 'confirmed', at: tomorrow } });
    const both = withObservedEffect(withAuthorization(reseller, waiting), confirmed);
    assert.deepEqual(
      both.functions.map((entry) => entry.effect.kind),
      ['inEffect', 'confirmed'],
    );
  });
});

describe('what history keeps of a relationship', () => {
  it('is its functions, and the roles that are granted, each once', () => {
    assert.deepEqual(summaryOf(undefined), { functions: [], delegatedAdmin: 'none', roles: [] });
    const one = withAuthorization(undefined, authorized(granularOffer, 'first'));
    const two = withAuthorization(one, authorized(granularOffer, 'second'));
    assert.deepEqual(summaryOf(two), {
      functions: ['delegatedAdministrator'],
      delegatedAdmin: 'active',
      roles: [userAdministrator],
    });
  });
});

function grantsOf({ delegatedAdmin }: ReturnType<typeof withAuthorization>): string[] {
  return delegatedAdmin.kind === 'active' ? delegatedAdmin.grants.map(({ invitation }) => invitation) : [];
}
