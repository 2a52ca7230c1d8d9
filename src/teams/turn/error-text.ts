import type { DomainError, DomainErrorCode } from '../../domain/domain-error.ts';
import type { Messages } from '../../i18n/messages.ts';

/** The message for an error that the person can act on. */
export function errorText<Code extends DomainErrorCode>(
  messages: Messages,
  error: DomainError<Code>,
): string {
  return messages.errors[error.code](error.parameters, messages.format);
}
