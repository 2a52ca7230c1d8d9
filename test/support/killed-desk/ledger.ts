/** Everything a desk has acknowledged, across all kills; none of it may ever be lost. */
export interface Ledger {
  /** People who were told that the desk is installed, by tenant. */
  readonly subscribers: Map<string, Set<string>>;
  /** Invitations that the intake accepted, by the partner’s unique name. */
  readonly invitations: Map<string, { readonly tenant: string }>;
  /** Invitations that were shown as decided, by the desk’s id. */
  readonly decisions: Map<string, { readonly tenant: string }>;
  /** Contact requests, by reference. */
  readonly requests: Map<string, { readonly tenant: string }>;
  /** Ids of imported providers. */
  readonly imports: Set<string>;
}

/** Total number of acknowledgements. */
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
