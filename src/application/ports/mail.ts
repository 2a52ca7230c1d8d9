import type { Delivery } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';

/** One letter of a contact request. The adapter writes it in the recipient's language. */
export interface ContactEmail {
  readonly request: ContactRequest;
  readonly delivery: Delivery;
}

/** `refused`: this letter will never be taken, however often it is tried. */
export type MailOutcome = 'accepted' | 'refused';

/**
 * The letter was not taken this time; worth another try. The message goes into the log: it names no person and no
 * address.
 */
export class MailError extends Error {
  override readonly name = 'MailError';
}

export interface Mail {
  /**
   * Hands one letter over. A letter sent twice carries the same Message-ID.
   * Settles soon after `signal` aborts; whether the letter was taken is then not known.
   * @throws MailError
   */
  send(email: ContactEmail, signal: AbortSignal): Promise<MailOutcome>;
}
