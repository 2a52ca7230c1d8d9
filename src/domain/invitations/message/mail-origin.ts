/** The results of SPF, DKIM and DMARC that a header may state (RFC 8601, section 2.7). */
export const authenticationVerdicts = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
] as const;

export type AuthenticationVerdict = (typeof authenticationVerdicts)[number];

/** The ways in which a mail is authenticated. */
export const authenticationMethods = ['spf', 'dkim', 'dmarc'] as const;

export type AuthenticationMethod = (typeof authenticationMethods)[number];

/** Where a mail says that it is from. Untrusted. */
export interface MailOrigin {
  /** The address of its `From` header, in lower case. */
  readonly from?: string;
  /** The name beside that address; one line. */
  readonly fromName?: string;
  /** What the topmost `Authentication-Results` header says; a method that it does not name is absent. */
  readonly results: Readonly<Partial<Record<AuthenticationMethod, AuthenticationVerdict>>>;
  /**
   * Who wrote those headers: anybody, in a file that somebody dropped; the mail system that received it, in a mailbox that
   * the desk reads itself.
   */
  readonly headersBy: 'anybody' | 'mailbox';
}
