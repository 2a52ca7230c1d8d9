/** What a desk has acknowledged, over all the times that it was killed: none of it may ever be missing. */
export interface Ledger {
  /** People who were told that the desk is installed, by tenant. */
  readonly subscribers: Map<string, Set<string>>;
  /** Invitations that the intake took: the partner’s name, which no other has, and the tenant. */
  readonly invitations: Map<string, { readonly tenant: string }>;
  /** Invitations that somebody was shown to have decided, by the desk’s id, and the tenant. */
  readonly decisions: Map<string, { readonly tenant: string }>;
  /** References of contact requests, and the tenant. */
  readonly requests: Map<string, { readonly tenant: string }>;
  /** Ids of providers that were imported. */
  readonly imports: Set<string>;
}

/** How much was acknowledged in all. */
export function sizeOf({ subscribers, invitations, decisions, requests, imports }: Ledger): number {
  const people = [...subscribers.values()].reduce((total, { size }) => total + size, 0);
  return people + invitations.size + decisions.size + requests.size + imports.size;
}

export function emptyLedger(): Ledger {
  return {
    subscribers: new Map(),
    invitations: new Map(),
    decisions: new Map(),
    requests: new Map(),
    imports: new Set(),
  };
}
