import type { z } from 'zod';
import { DomainError } from '../../domain/domain-error.ts';
import type { Services } from './services.ts';
import type { Turn } from './turn.ts';

/** What a button does. */
export interface Action {
  /** @param data what the card sent: its own data and its inputs, of any shape until it is checked here */
  run(services: Services, turn: Turn, data: unknown): Promise<void>;
}

/**
 * An action that takes what `schema` lets through.
 * @param perform ends with `turn.show`
 */
export function action<Data>(
  schema: z.ZodType<Data>,
  perform: (services: Services, turn: Turn, data: Data) => Promise<void>,
): Action {
  return {
    run: (services, turn, data) => {
      const parsed = schema.safeParse(data);
      if (!parsed.success) throw new DomainError('invalid-action', {});
      return perform(services, turn, parsed.data);
    },
  };
}
