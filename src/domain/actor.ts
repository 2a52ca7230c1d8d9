import type { PersonId, TenantId } from './identifiers.ts';

/** The person acting: taken from the authenticated activity, never from card data. */
export interface Actor {
  readonly tenant: TenantId;
  readonly person: PersonId;
  /** As the channel shows it; empty if the channel sends none. */
  readonly name: string;
}
