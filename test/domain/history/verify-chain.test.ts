import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  emptyChain,
  headAt,
  linkAfter,
  type ChainHead,
  type ChainLink,
} from '../../../src/domain/history/audit-chain.ts';
import { ChainCheck, type ChainFlaw } from '../../../src/domain/history/verify-chain.ts';

interface Stored {
  readonly link: ChainLink;
  readonly value: unknown;
}

describe('a chain of entries', () => {
  it('has no flaw as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 30 }), (values) => {
        assert.deepEqual(flawsOf(chainOf(values), values.length), []);
      }),
    );
  });

  it('is the same in whatever order the fields of an entry come', () => {
    const one = linkAfter(emptyChain, { a: 1, b: { c: 2, d: 3 } });
    assert.deepEqual(linkAfter(emptyChain, { b: { d: 3, c: 2 }, a: 1 }), one);
  });

  for (const [what, tamper, flaws] of [
    [
      'another content',
      (chain) => [...chain.slice(0, 1), { ...entryAt(chain, 1), value: 'x' }, ...chain.slice(2)],
      [{ kind: 'changed', number: 2 }],
    ],
    [
      'another content and a hash that fits it',
      ([a, , c]) => [a, forged(a, 'x'), c],
      [{ kind: 'changed', number: 2 }],
    ],
    [
      'another content in the newest, and a hash that fits it',
      ([a, b]) => [a, b, forged(b, 'x')],
      [{ kind: 'changed', number: 3 }],
    ],
    ['no first entry', ([, b, c]) => [b, c], [{ kind: 'removed', from: 1, to: 1 }]],
    ['none in the middle', ([a, , c]) => [a, c], [{ kind: 'removed', from: 2, to: 2 }]],
    ['no end', ([a]) => [a], [{ kind: 'removed', from: 2, to: 3 }]],
    ['nothing left', () => [], [{ kind: 'removed', from: 1, to: 3 }]],
    ['two in the wrong order', ([a, b, c]) => [b, a, c], [{ kind: 'moved', number: 1 }]],
    ['one twice', ([a, b, c]) => [a, b, a, c], [{ kind: 'repeated', number: 1 }]],
    ['something unreadable in a place', ([a, , c]) => [a, undefined, c], [{ kind: 'unreadable', number: 2 }]],
    ['something unreadable put in', ([a, b, c]) => [a, undefined, b, c], [{ kind: 'unreadable', number: 2 }]],
  ] satisfies [string, (chain: readonly Stored[]) => (Stored | undefined)[], ChainFlaw[]][]) {
    it(`with ${what} is told apart from the original`, () => {
      const chain = chainOf(['a', 'b', 'c']);
      assert.deepEqual(flawsOf(tamper(chain), 3, headOf(chain)), flaws);
    });
  }

  it('shows every change, removal and swap of entries, wherever it was made', () => {
    const length = 12;
    const chain = chainOf(Array.from({ length }, (_, number) => ({ number })));
    const index = fc.nat(length - 1);
    fc.assert(
      fc.property(index, index, fc.constantFrom('change', 'remove', 'swap'), (one, other, how) => {
        fc.pre(how !== 'swap' || one !== other);
        const tampered: (Stored | undefined)[] = [...chain];
        if (how === 'change') tampered[one] = { ...entryAt(chain, one), value: 'x' };
        if (how === 'remove') tampered.splice(one, 1);
        if (how === 'swap') [tampered[one], tampered[other]] = [chain[other], chain[one]];
        const flaws = flawsOf(tampered, length, headOf(chain));
        if (how === 'change') assert.deepEqual(flaws, [{ kind: 'changed', number: one + 1 }]);
        else if (how === 'remove') assert.deepEqual(flaws, [{ kind: 'removed', from: one + 1, to: one + 1 }]);
        else assert(flaws.length > 0 && flaws.every(({ kind }) => kind === 'moved'));
      }),
    );
  });
});

function chainOf(values: readonly unknown[]): Stored[] {
  let head = emptyChain;
  return values.map((value) => {
    const link = linkAfter(head, value);
    head = headAt(link);
    return { link, value };
  });
}

function headOf(chain: readonly Stored[]): ChainHead {
  const last = chain.at(-1);
  return last === undefined ? emptyChain : headAt(last.link);
}

/** An entry forged by someone who can compute the hashes. */
function forged(after: Stored | undefined, value: unknown): Stored {
  return { link: linkAfter(after === undefined ? emptyChain : headAt(after.link), value), value };
}

function entryAt(chain: readonly Stored[], index: number): Stored {
  const entry = chain[index];
  assert(entry);
  return entry;
}

function flawsOf(
  stored: readonly (Stored | undefined)[],
  count: number,
  head = headOf(stored.filter((entry) => entry !== undefined)),
): ChainFlaw[] {
  const flaws: ChainFlaw[] = [];
  const check = new ChainCheck<number>((flaw) => {
    flaws.push(flaw);
  });
  stored.forEach((entry, place) => {
    check.take(place, entry);
  });
  check.reach(stored.length, head);
  assert.equal(check.end(), count);
  return flaws;
}
