import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { Problem } from '../connections/problem.ts';

/** Maps any error to a problem for the sender. Unexpected errors are logged and become a plain 500. */
export function problemOf(error: unknown, log: Log): Problem {
  if (error instanceof Problem) return error;
  if (isDomainError(error, 'invitation-differs')) {
    return new Problem(
      409,
      'An invitation with this id came before, with other content. Use an id of its own.',
    );
  }
  if (isDomainError(error, 'invitation-already-decided')) {
    const { decision } = error.parameters;
    return new Problem(409, `It is too late to withdraw this invitation: it is ${decision.kind} already.`);
  }
  if (isDomainError(error, 'store-unavailable')) {
    return new Problem(503, 'The desk cannot keep invitations at this moment. Nothing was changed.', {
      headers: { 'retry-after': '30' },
    });
  }
  log.error({ error: errorForLog(error) }, 'Failed to process a submitted invitation');
  return new Problem(500, 'Something went wrong here.');
}
