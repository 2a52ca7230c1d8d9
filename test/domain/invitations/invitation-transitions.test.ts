import assert from 'node:assert/strict';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { later } from '../../../src/domain/instant.ts';
import {
  asItStands,
  authorize,
  cancel,
  withdraw,
} from '../../../src/domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../../src/domain/invitations/invitation.ts';
import { namedPerson } from '../../../src/domain/named-person.ts';
import {
  alex,
  exampleInvitation,
  megan,
  received,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const pending = exampleInvitation();
const at = later(received, minute);
const by = namedPerson(megan);
const inEffect = { settings: { kind: 'none' }, effect: { kind: 'inEffect' } } as const;

describe('an invitation', () => {
  describe('waits to be decided', () => {
    it('for ninety days, unless the partner named an earlier moment', () => {
      assert.equal(pending.lapsesAt, later(received, 90 * day));
      const earlier = later(received, 30 * day);
      assert.equal(exampleInvitation({ ...resellerOffer, expiresAt: earlier }).lapsesAt, earlier);
      const tooLate = later(received, 400 * day);
      assert.equal(
        exampleInvitation({ ...resellerOffer, expiresAt: tooLate }).lapsesAt,
        later(received, 90 * day),
      );
    });

    it('until that very moment', () => {
      assert.equal(asItStands(pending, later(pending.lapsesAt, -1)), pending);
      assert.deepEqual(asItStands(pending, pending.lapsesAt).status, {
        kind: 'lapsed',
        at: pending.lapsesAt,
      });
    });
  });

  it('is authorized by a person, who accepts the Microsoft Cloud Agreement with it', () => {
    const { status, ...rest } = authorize(pending, { by, at, ...inEffect });
    const { status: _before, ...unchanged } = pending;
    assert.deepEqual(rest, unchanged);
    assert.deepEqual(status, {
      kind: 'authorized',
      by: { person: 'megan', name: 'Megan Bowen' },
      at,
      agreement: {
        name: 'Microsoft Cloud Agreement',
        url: 'https://go.microsoft.com/fwlink/?linkid=2116573',
        acceptedAt: at,
      },
      settings: { kind: 'none' },
      effect: { kind: 'inEffect' },
    });
  });

  describe('is cancelled', () => {
    it('by a person, with a reason or without', () => {
      assert.deepEqual(cancel(pending, { by, at }).status, { kind: 'cancelled', by, at });
      assert.deepEqual(cancel(pending, { by, at, reason: ' \n ' }).status, { kind: 'cancelled', by, at });
      assert.equal(cancel(pending, { by, at, reason: ' Not ours.\u202e ' }).status.reason, 'Not ours.');
    });

    it('with a reason of 500 characters at most, none of them cut in half', () => {
      assert.equal(cancel(pending, { by, at, reason: '🙂'.repeat(501) }).status.reason, '🙂'.repeat(500));
    });
  });

  it('is withdrawn by its submitter', () => {
    assert.deepEqual(withdraw(pending, at).status, { kind: 'withdrawn', at });
  });

  describe('is decided once: later attempts are told who decided what, and when', () => {
    const next = later(at, minute);
    const second = { by: namedPerson(alex), at: next };
    const attempts: Record<string, (invitation: Invitation) => Invitation> = {
      authorizing: (invitation) => authorize(invitation, { ...second, ...inEffect }),
      cancelling: (invitation) => cancel(invitation, second),
      withdrawing: (invitation) => withdraw(invitation, next),
    };
    const settled = {
      'authorized it': authorize(pending, { by, at, ...inEffect }),
      'cancelled it': cancel(pending, { by, at }),
      'withdrew it': withdraw(pending, at),
      'let it expire': asItStands(pending, pending.lapsesAt),
      'let it expire, which nobody recorded': { ...pending, lapsesAt: next },
    };
    for (const [whoWas, invitation] of Object.entries(settled)) {
      for (const [what, attempt] of Object.entries(attempts)) {
        it(`${what} after someone ${whoWas}`, () => {
          assert.throws(
            () => attempt(invitation),
            (error) => {
              assert(error instanceof DomainError && error.code === 'invitation-already-decided');
              assert.deepEqual(error.parameters, { decision: asItStands(invitation, next).status });
              return true;
            },
          );
        });
      }
    }
  });
});
