import type { z } from 'zod';
import { DomainError } from '../../domain/domain-error.ts';
import type { Services } from './services.ts';
import type { Turn } from './turn.ts';

/** What a button does. */
export interface Action {
  /** @param data the card's data and inputs, not yet validated */
  run(services: Services, turn: Turn, data: unknown): Promise<void>;
}

/** An action whose data is validated by `schema`. @param perform ends with `turn.show` */
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
