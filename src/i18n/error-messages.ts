import type { DomainErrorCode, DomainErrorParameters } from '../domain/domain-error.ts';

/** A message per error code: what is wrong, and what the person can do next. */
export type ErrorMessages = {
  readonly [Code in DomainErrorCode]: (parameters: DomainErrorParameters[Code]) => string;
};
