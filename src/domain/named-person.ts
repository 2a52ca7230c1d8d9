import type { Actor } from './actor.ts';
import type { PersonId } from './identifiers.ts';

/** Who did something, with the name that the channel showed at the time; empty if it showed none. */
export interface NamedPerson {
  readonly person: PersonId;
  readonly name: string;
}

export function namedPerson({ person, name }: Actor): NamedPerson {
  return { person, name };
}
