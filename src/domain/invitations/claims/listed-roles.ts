import { quoted } from './claim-lines.ts';
import type { RoleItems } from './read-role-items.ts';

/** The roles that a message lists. */
export interface RoleClaim {
  /** Template ids, each once. */
  readonly ids: readonly string[];
  /** What a list names that is not recognised, word for word. */
  readonly unrecognised: readonly string[];
  /** How many more there are beyond those that are kept. */
  readonly further: number;
  /** How many roles the message says that there are, where it lists another number. */
  readonly announced?: number;
  /** The lines of the lists. */
  readonly lines: ReadonlySet<number>;
}

/** Maximum number of unrecognised lines that are kept of a message. */
export const maxUnrecognised = 10;

/** Collects what the lists of a message say. */
export class ListedRoles {
  readonly #ids = new Set<string>();
  readonly #unrecognised = new Map<string, string>();
  readonly #counts = new Set<number>();
  readonly lines = new Set<number>();

  add(at: number, { ids, unknown }: RoleItems): void {
    this.lines.add(at);
    for (const id of ids) this.#ids.add(id);
    for (const words of unknown) {
      const shown = quoted(words);
      if (shown !== '') this.#unrecognised.set(shown.toLowerCase(), shown);
    }
  }

  announce(count: number | undefined): void {
    if (count !== undefined) this.#counts.add(count);
  }

  claim(): RoleClaim {
    const unrecognised = [...this.#unrecognised.values()];
    const listed = this.#ids.size + unrecognised.length;
    const announced = Math.max(0, ...this.#counts);
    return {
      ids: [...this.#ids],
      unrecognised: unrecognised.slice(0, maxUnrecognised),
      further: Math.max(0, unrecognised.length - maxUnrecognised),
      ...(announced > 0 && announced !== listed && { announced }),
      lines: this.lines,
    };
  }
}
