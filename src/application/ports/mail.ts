import type { Delivery } from '../../domain/contact/contact-delivery.ts';
import type { ContactRequest } from '../../domain/contact/contact-request.ts';

/** One e-mail of a contact request. The adapter writes it in the recipient's language. */
export interface ContactEmail {
  readonly request: ContactRequest;
  readonly delivery: Delivery;
}

/** `refused`: permanently; a retry is useless. */
export type MailOutcome = 'accepted' | 'refused';

/** A temporary failure, worth a retry. The message is logged: it names no person and no address. */
export class MailError extends Error {
  override readonly name = 'MailError';
}

export interface Mail {
  /**
   * Sends one e-mail. A resent one carries the same Message-ID.
   * Settles soon after `signal` aborts; whether the e-mail was accepted is unknown then.
   * @throws MailError
   */
  send(email: ContactEmail, signal: AbortSignal): Promise<MailOutcome>;
}
