import assert from 'node:assert/strict';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import { later } from '../../../src/domain/instant.ts';
import { namedPerson } from '../../../src/domain/named-person.ts';
import {
  isRemoved,
  removeDelegatedAdmin,
  withRemovalEffect,
  withSettings,
} from '../../../src/domain/partners/relationship-transitions.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import {
  alex,
  granularOffer,
  megan,
  offerOf,
  received,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';

const removal = { by: namedPerson(megan), at: received, effect: { kind: 'inEffect' } } as const;

describe('removing delegated permissions', () => {
  it('leaves the functions, and says who removed what, when and why', () => {
    const before = exampleRelationship(resellerOffer, granularOffer);
    assert(before.delegatedAdmin.kind === 'active');
    const after = removeDelegatedAdmin(before, { ...removal, reason: ' Contract\u0007 ended. ' });
    assert(isRemoved(after));
    assert.deepEqual(after.functions, before.functions);
    assert.deepEqual(after.delegatedAdmin, {
      ...removal,
      kind: 'removed',
      reason: 'Contract ended.',
      grants: before.delegatedAdmin.grants,
    });
  });

  it('cuts a reason at 500 characters, never one of them in half', () => {
    const { delegatedAdmin } = removeDelegatedAdmin(exampleRelationship(), {
      ...removal,
      reason: '🤝'.repeat(600),
    });
    assert.equal(delegatedAdmin.reason, '🤝'.repeat(500));
  });

  it('refuses where there is nothing to remove: never was, was removed, or has ended', () => {
    assert(granularOffer.delegatedAdmin.kind === 'granular');
    const ending = {
      ...granularOffer.delegatedAdmin,
      autoExtends: { value: false, claimed: false },
    };
    const afterTheEnd = later(received, 731 * 24 * 60 * 60 * 1000);
    for (const [relationship, at] of [
      [exampleRelationship(resellerOffer), received],
      [removeDelegatedAdmin(exampleRelationship(), removal), received],
      [exampleRelationship({ ...granularOffer, delegatedAdmin: ending }), afterTheEnd],
    ] as const) {
      assert.throws(
        () => removeDelegatedAdmin(relationship, { ...removal, at }),
        (error) => isDomainError(error, 'nothing-to-remove'),
      );
    }
  });

  it('may be confirmed later; who removed it stays', () => {
    const removed = removeDelegatedAdmin(exampleRelationship(), removal);
    const confirmed = withRemovalEffect(removed, { kind: 'confirmed', at: later(received, 1) });
    assert.deepEqual(confirmed.delegatedAdmin.effect, { kind: 'confirmed', at: later(received, 1) });
    assert.deepEqual(confirmed.delegatedAdmin.by, removed.delegatedAdmin.by);
  });
});

describe('the settings of a partner', () => {
  it('are those of one function; the others stay as they were', () => {
    const before = exampleRelationship(offerOf('mpsaPartner'), offerOf('partner'));
    const after = withSettings(before, 'mpsaPartner', { seesOtherPartners: true });
    assert.deepEqual(
      after.functions.map(({ settings }) => settings),
      [{ kind: 'purchases', seesOtherPartners: true }, { kind: 'account' }],
    );
    const noted = withSettings(after, 'partner', { account: ' Fabrikam@Contoso.example ' });
    assert.deepEqual(noted.functions[0], after.functions[0]);
    assert.match(JSON.stringify(noted.functions[1]), /abrikam@/);
  });

  it('are refused for a function that the partner has not, and for what is no account', () => {
    const partner = exampleRelationship(offerOf('partner'));
    assert.throws(
      () => withSettings(partner, 'mpsaPartner', { seesOtherPartners: true }),
      (error) => isDomainError(error, 'invalid-action'),
    );
    assert.throws(
      () => withSettings(partner, 'partner', { account: `no account of ${alex.name}` }),
      (error) => isDomainError(error, 'account-invalid'),
    );
  });
});
