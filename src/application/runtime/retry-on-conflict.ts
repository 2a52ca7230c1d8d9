import { DomainError } from '../../domain/domain-error.ts';
import { ConflictError } from '../ports/store.ts';

/** Of several concurrent writers one succeeds each time, so this is also the maximum of concurrent writers. */
const maxTries = 32;

/**
 * Runs `work`, which reads and then commits, again after every conflicting commit.
 * @throws DomainError('store-unavailable') if every try conflicts; nothing was changed then
 */
export async function retryOnConflict<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      if (tries === maxTries) throw new DomainError('store-unavailable', {}, { cause: error });
    }
  }
}
