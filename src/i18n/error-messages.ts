import type { DomainErrorCode, DomainErrorParameters } from '../domain/domain-error.ts';
import type { Format } from './format.ts';

/** A message per error code: what is wrong, and what the person can do next. `format`: of the person. */
export type ErrorMessages = {
  readonly [Code in DomainErrorCode]: (parameters: DomainErrorParameters[Code], format: Format) => string;
};
