import type { AdminRole } from './admin-role.ts';
import type { ContactProblem } from './contact-problem.ts';
import type { Instant } from './instant.ts';
import type { NamedPerson } from './named-person.ts';

/** What became of an invitation: as much of it as a message names. */
export type DecisionSummary =
  | { readonly kind: 'authorized' | 'cancelled'; readonly by: NamedPerson; readonly at: Instant }
  | { readonly kind: 'lapsed' | 'withdrawn'; readonly at: Instant };

/** A code whose message needs nothing more. */
type None = Readonly<Record<string, never>>;

/** Each code with what its message needs to name. Both catalogues hold a message for every code. */
export interface DomainErrorParameters {
  /** A card or message carried something that no form of this desk sends. */
  'invalid-action': None;
  /** The provider is no longer in the directory. */
  'provider-not-found': None;
  /** Contact was pressed with nobody ticked. */
  'no-provider-chosen': None;
  /** More providers were ticked than one contact request may go to. */
  'too-many-providers': { readonly most: number; readonly chosen: number };
  /** The contact form cannot be sent as it was filled in; each problem belongs beside its field. */
  'contact-form-invalid': { readonly problems: readonly ContactProblem[] };
  /** The tenant has no such invitation. */
  'invitation-not-found': None;
  /** Something came of the invitation already; who, what and when. */
  'invitation-already-decided': { readonly decision: DecisionSummary };
  /** The id of an invitation was posted again with other content. */
  'invitation-differs': None;
  /** It takes one of these roles, of which the person has none. */
  'not-allowed': { readonly roles: readonly AdminRole[] };
  /** Only who has one of these roles may see this. */
  'administrators-only': { readonly roles: readonly AdminRole[] };
  /** The account that a partner was given is not written as a user principal name. */
  'account-invalid': None;
  /** The tenant has no relationship with such a partner. */
  'partner-not-found': None;
  /** The partner has no delegated permissions that could be removed: never had, or they ended. */
  'nothing-to-remove': None;
  /** Remove was pressed with nobody ticked. */
  'no-partner-chosen': None;
  /** The chat, or its client, takes no files from the desk. */
  'files-not-taken': None;
  /** The history holds nothing that the filters let through. */
  'nothing-to-export': None;
  /** A file is being made ready for this person already. */
  'export-under-way': None;
  /** The person was offered no such file, took it up already, or it was offered too long ago. */
  'export-not-found': None;
  /** A file was to be uploaded to an address that is none of Microsoft 365. */
  'upload-refused': None;
  /** The file did not arrive. */
  'upload-failed': None;
  /** The directory is being built, or could not be read. */
  'directory-unavailable': None;
  /** The store did not take the change; nothing was changed. */
  'store-unavailable': None;
  /** The activity came from a tenant that this desk does not serve, or from none. */
  'tenant-not-allowed': None;
  /** The person does more in a short time than the desk lets one person do. */
  'person-too-fast': { readonly seconds: number };
  /** The people of the tenant together do more in a short time than the desk lets one tenant do. */
  'tenant-too-fast': { readonly seconds: number };
  /** The channel does not say who the person is. */
  'person-unknown': None;
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

/** Whether `error` is one of those that have one of these codes. */
export function isDomainError<Code extends DomainErrorCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is DomainError<Code> {
  const known: readonly DomainErrorCode[] = codes;
  return error instanceof DomainError && known.includes((error as DomainError).code);
}
