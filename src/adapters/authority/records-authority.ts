import type { PartnerAuthority } from '../../application/ports/authority.ts';

/**
 * The authority that keeps records and does nothing else.
 * @param decided what a decision amounts to: `inEffect` in the sandbox, whose records are all there is; `recorded`
 *   where a tenant exists beside them, in which nothing was done
 */
export function recordsAuthority(decided: 'inEffect' | 'recorded'): PartnerAuthority {
  return {
    authorize: () => Promise.resolve({ kind: decided }),
    remove: () => Promise.resolve({ kind: decided }),
  };
}
