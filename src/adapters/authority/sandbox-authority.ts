import type { PartnerAuthority } from '../../application/ports/authority.ts';

/** The embedded authority: the desk's own records are authoritative, so decisions take effect immediately. */
export const sandboxAuthority: PartnerAuthority = {
  authorize: () => Promise.resolve({ kind: 'inEffect' }),
  observe: (_tenant, { status }) => Promise.resolve(status.effect),
  remove: () => Promise.resolve({ kind: 'inEffect' }),
  observeRemoval: (_tenant, _relationship, effect) => Promise.resolve(effect),
};
