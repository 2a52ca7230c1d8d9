import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError } from '../../domain/domain-error.ts';

/** Logs why the store cannot serve a tenant (or any) and returns the error to throw. */
export function storeUnavailable(log: Log, tenant: string | undefined, cause: unknown): DomainError {
  log.error(
    { ...(tenant !== undefined && { tenant }), error: errorForLog(cause) },
    'The store is unavailable',
  );
  return new DomainError('store-unavailable', {}, { cause });
}
