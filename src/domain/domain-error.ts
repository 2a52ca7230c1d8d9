import type { AdminRole } from './admin-role.ts';
import type { ContactProblem } from './contact-problem.ts';
import type { Instant } from './instant.ts';
import type { NamedPerson } from './named-person.ts';

/** The decision on an invitation, as far as messages mention it. */
export type DecisionSummary =
  | { readonly kind: 'authorized' | 'cancelled'; readonly by: NamedPerson; readonly at: Instant }
  | { readonly kind: 'lapsed' | 'withdrawn'; readonly at: Instant };

/** A code whose message has no parameters. */
type None = Readonly<Record<string, never>>;

/** The message parameters of each code. Both catalogues hold a message for every code. */
export interface DomainErrorParameters {
  /** A card or message carried data that no form of this desk sends. */
  'invalid-action': None;
  /** The provider is no longer in the directory. */
  'provider-not-found': None;
  /** Contact was pressed with no provider ticked. */
  'no-provider-chosen': None;
  /** More providers were ticked than one contact request allows. */
  'too-many-providers': { readonly max: number; readonly chosen: number };
  /** The contact form failed validation; each problem is shown beside its field. */
  'contact-form-invalid': { readonly problems: readonly ContactProblem[] };
  /** One more contact request would exceed a limit on what a person or a tenant sends. */
  'contact-limit-reached': {
    readonly limit: 'requestsPerHour' | 'emailsPerDay' | 'tenantEmailsPerDay';
    readonly max: number;
    /** What the limit still allows now; may be less than this request needs. */
    readonly left: number;
    readonly until: Instant;
  };
  /** The tenant has no such invitation. */
  'invitation-not-found': None;
  /** The invitation was decided already: by whom, how and when. */
  'invitation-already-decided': { readonly decision: DecisionSummary };
  /**
   * So many pasted invitations are pending, of the person or of the tenant, that no more are kept: until one is decided,
   * or expires, the first of them at `until`.
   */
  'too-many-pending': {
    readonly limit: 'person' | 'tenant';
    readonly max: number;
    readonly until: Instant;
  };
  /** The tenant has no such alert. */
  'alert-not-found': None;
  /** An invitation asks for more than the person was shown when they were asked to confirm. */
  'invitation-changed': None;
  /** The same invitation id was submitted again with different content. */
  'invitation-differs': None;
  /** The action requires one of these roles. */
  'not-allowed': { readonly roles: readonly AdminRole[] };
  /** The action requires one of `roles`; the person may activate `eligible` ones, and has to do so first. */
  'role-not-active': { readonly eligible: readonly AdminRole[] };
  /** Microsoft 365 did not say which roles the person has. Nothing was changed. */
  'roles-unavailable': None;
  /** Viewing this requires one of these roles. */
  'administrators-only': { readonly roles: readonly AdminRole[] };
  /** The account given to a partner is not a user principal name. */
  'account-invalid': None;
  /** The tenant has no relationship with this partner. */
  'partner-not-found': None;
  /** The partner has no delegated permissions: it never had any, or they have ended. */
  'nothing-to-remove': None;
  /** Remove was pressed with no partner ticked. */
  'no-partner-chosen': None;
  /** The chat or its client does not accept files from the bot. */
  'files-not-taken': None;
  /** No entry of the history matches the filters. */
  'nothing-to-export': None;
  /** An export for this person is already in progress. */
  'export-under-way': None;
  /** No such file was offered to this person, it was accepted already, or the offer expired. */
  'export-not-found': None;
  /** The upload address is not one of Microsoft 365. */
  'upload-refused': None;
  /** The upload failed. */
  'upload-failed': None;
  /** The address of a file that somebody sent is not one of Microsoft 365. */
  'file-refused': None;
  /** A file that somebody sent could not be downloaded. */
  'file-unavailable': None;
  /** A file that somebody sent is larger than what is downloaded. */
  'file-too-large': { readonly megabytes: number };
  /** A file is a mail in Outlook's own format (.msg). */
  'outlook-file': None;
  /** What was taken for a mail is none, or goes beyond what a mail may be. */
  'unreadable-mail': None;
  /** As many group chats and channels as possible are told of invitations. */
  'too-many-chats': { readonly max: number };
  /** The directory is being built, or could not be read. */
  'directory-unavailable': None;
  /** The store rejected the write; nothing was changed. */
  'store-unavailable': None;
  /** The activity names no tenant, or one that this desk does not serve. */
  'tenant-not-allowed': None;
  /** The person exceeded the rate limit. */
  'person-too-fast': { readonly seconds: number };
  /** The people of the tenant together exceeded its rate limit. */
  'tenant-too-fast': { readonly seconds: number };
  /** The person is a guest or of another tenant; `maySearch`: but may search the directory. Others can help: `roles`. */
  'guest-refused': { readonly maySearch: boolean; readonly roles: readonly AdminRole[] };
  /** The roster of the chat, which says who is a guest, could not be read. */
  'roster-unavailable': None;
  /** The channel does not identify the person. */
  'person-unknown': None;
}

export type DomainErrorCode = keyof DomainErrorParameters;

/** An error that the person can act on; shown as a card in their language. Anything else thrown is a bug. */
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

/** Whether `error` is a `DomainError` with one of these codes. */
export function isDomainError<Code extends DomainErrorCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is DomainError<Code> {
  const known: readonly DomainErrorCode[] = codes;
  return error instanceof DomainError && known.includes((error as DomainError).code);
}
