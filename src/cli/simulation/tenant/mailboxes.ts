import { randomUUID } from 'node:crypto';

/** A mail in a simulated mailbox. */
export interface StoredMail {
  readonly id: string;
  readonly receivedDateTime: string;
  /** The whole mail. */
  readonly mime: string;
  /** Grows with every change in the mailbox. */
  readonly sequence: number;
}

/** The inboxes of a simulated tenant's mailboxes, and which of them the desk may read. */
export class Mailboxes {
  readonly #now: () => Date;
  readonly #mails = new Map<string, readonly StoredMail[]>();
  readonly #removed = new Map<string, readonly { readonly id: string; readonly sequence: number }[]>();
  /** Those in the scope of the app's role in Exchange. */
  readonly scope = new Set<string>();
  /** Links of an earlier one are of no use. */
  generation: number;
  #sequence = 0;

  constructor(now: () => Date) {
    this.#now = now;
    // What was read before the simulation was started anew is listed anew, as Microsoft does from time to time.
    this.generation = now().getTime();
  }

  get addresses(): readonly string[] {
    return [...this.#mails.keys()];
  }

  /** Makes an empty mailbox, unless it is there. */
  open(address: string, { isInScope = true }: { readonly isInScope?: boolean } = {}): void {
    const key = address.toLowerCase();
    if (!this.#mails.has(key)) this.#mails.set(key, []);
    if (isInScope) this.scope.add(key);
  }

  /** @returns undefined if there is no such mailbox */
  mailsOf(address: string): readonly StoredMail[] | undefined {
    return this.#mails.get(address.toLowerCase());
  }

  removedFrom(address: string) {
    return this.#removed.get(address.toLowerCase()) ?? [];
  }

  /** @returns the id of the mail */
  deliver(address: string, mime: string, receivedDateTime = this.#now().toISOString()): string {
    const id = `AAMkADhA${randomUUID().replaceAll('-', '')}`;
    this.keep(address, { id, receivedDateTime, mime });
    return id;
  }

  /** Puts back a mail as it was. */
  keep(address: string, mail: Omit<StoredMail, 'sequence'>): void {
    this.open(address, { isInScope: false });
    const key = address.toLowerCase();
    const stored = { ...mail, sequence: (this.#sequence += 1) };
    this.#mails.set(key, [...(this.#mails.get(key) ?? []), stored]);
  }

  /** Marks a mail as read, as a person does: it is listed as changed. */
  touch(address: string, id: string): void {
    const key = address.toLowerCase();
    const mails = this.#mails.get(key) ?? [];
    this.#mails.set(
      key,
      mails.map((mail) => (mail.id === id ? { ...mail, sequence: (this.#sequence += 1) } : mail)),
    );
  }

  remove(address: string, id: string): void {
    const key = address.toLowerCase();
    this.#mails.set(
      key,
      (this.#mails.get(key) ?? []).filter((mail) => mail.id !== id),
    );
    this.#removed.set(key, [...this.removedFrom(key), { id, sequence: (this.#sequence += 1) }]);
  }
}
