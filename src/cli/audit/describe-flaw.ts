import type { ChainFlaw } from '../../domain/history/verify-chain.ts';

/** A flaw of a history, for the operator. */
export function describeFlaw(flaw: ChainFlaw): string {
  switch (flaw.kind) {
    case 'unreadable':
      return `expected entry ${flaw.number}, found something that is not an entry`;
    case 'changed':
      return `entry ${flaw.number} was changed`;
    case 'removed':
      return flaw.from === flaw.to
        ? `entry ${flaw.from} was removed`
        : `entries ${flaw.from} to ${flaw.to} were removed`;
    case 'moved':
      return `entry ${flaw.number} was moved: it comes after a later one`;
    case 'repeated':
      return `entry ${flaw.number} is repeated here`;
  }
}
