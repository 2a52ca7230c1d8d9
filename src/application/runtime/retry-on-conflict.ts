import { DomainError } from '../../domain/domain-error.ts';
import { ConflictError } from '../ports/store.ts';

/** Of several who change a record at once one gets through each time, so this is also how many may do so. */
const maxTries = 32;

/**
 * Runs `work`, which reads and then commits, again whenever another commit came between the two.
 * @throws DomainError('store-unavailable') when others came between every time; nothing was changed then
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
