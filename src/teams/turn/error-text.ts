import type { DomainError, DomainErrorCode } from '../../domain/domain-error.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What a person is told of an error that they can do something about. */
export function errorText<Code extends DomainErrorCode>(
  messages: Messages,
  error: DomainError<Code>,
): string {
  return messages.errors[error.code](error.parameters);
}
