import assert from 'node:assert/strict';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import { admit, type Access } from '../../../src/teams/bot/access.ts';
import type { GuestPolicy, Standing } from '../../../src/teams/channel/standing.ts';

const everyAccess: readonly Access[] = ['anyone', 'search', 'read', 'act'];

/** What passes, of everything that may be asked. */
function admitted(standing: Standing, isOwnChat: boolean, guests: GuestPolicy): readonly Access[] {
  return everyAccess.filter((access) => {
    try {
      admit({ access, standing, isOwnChat, guests });
      return true;
    } catch (error) {
      assert.ok(isDomainError(error, 'guest-refused', 'roster-unavailable'));
      return false;
    }
  });
}

describe('What a person may do', () => {
  for (const guests of ['refuse', 'search'] as const) {
    for (const isOwnChat of [true, false]) {
      it(`is everything for a member, with GUESTS=${guests}, ${isOwnChat ? 'alone' : 'among others'}`, () => {
        assert.deepEqual(admitted('member', isOwnChat, guests), everyAccess);
      });

      it(`is what GUESTS=${guests} says for a guest, ${isOwnChat ? 'alone' : 'among others'}`, () => {
        const expected = guests === 'search' ? ['anyone', 'search'] : ['anyone'];
        assert.deepEqual(admitted('outsider', isOwnChat, guests), expected);
      });

      it(`is no decision while the roster is silent, GUESTS=${guests}, ${isOwnChat ? 'alone' : 'among others'}`, () => {
        const expected = isOwnChat ? ['anyone', 'search', 'read'] : ['anyone', 'search'];
        assert.deepEqual(admitted('unverified', isOwnChat, guests), expected);
      });
    }
  }
});
