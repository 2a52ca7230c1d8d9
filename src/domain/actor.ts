import type { PersonId, TenantId } from './identifiers.ts';

/** Who acts: taken from the authenticated activity, never from card data. */
export interface Actor {
  readonly tenant: TenantId;
  readonly person: PersonId;
  /** As the channel shows it; empty where the channel does not say. */
  readonly name: string;
}
