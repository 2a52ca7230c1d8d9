/** Each code with what its message needs to name. Both catalogues hold a message for every code. */
export interface DomainErrorParameters {
  /** A card or message carried something that no form of this desk sends. */
  'invalid-action': Record<never, never>;
  /** The provider is no longer in the directory. */
  'provider-not-found': Record<never, never>;
  /** Contact was pressed with nobody ticked. */
  'no-provider-chosen': Record<never, never>;
  /** More providers were ticked than one contact request may go to. */
  'too-many-providers': { readonly most: number; readonly chosen: number };
  /** The directory is being built, or could not be read. */
  'directory-unavailable': Record<never, never>;
  /** The store did not take the change; nothing was changed. */
  'store-unavailable': Record<never, never>;
  /** The activity came from a tenant that this desk does not serve, or from none. */
  'tenant-not-allowed': Record<never, never>;
}

export type DomainErrorCode = keyof DomainErrorParameters;

/** An outcome that the person can do something about; shown as a card in their language. Anything else thrown is a defect. */
export class DomainError<Code extends DomainErrorCode = DomainErrorCode> extends Error {
  readonly code: Code;
  readonly parameters: DomainErrorParameters[Code];

  constructor(code: Code, parameters: DomainErrorParameters[Code], options?: ErrorOptions) {
    super(code, options);
    this.name = 'DomainError';
    this.code = code;
    this.parameters = parameters;
  }
}
