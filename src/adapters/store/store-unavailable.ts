import type { Log } from '../../application/ports/log.ts';
import { DomainError } from '../../domain/domain-error.ts';

/** Logs why the store cannot serve a tenant (or anybody) and returns what the caller throws. */
export function storeUnavailable(log: Log, tenant: string | undefined, cause: unknown): DomainError {
  log.error({ ...(tenant !== undefined && { tenant }), err: cause }, 'The store is unavailable');
  return new DomainError('store-unavailable', {}, { cause });
}
