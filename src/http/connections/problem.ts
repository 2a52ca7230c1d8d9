import { STATUS_CODES } from 'node:http';
import type { Response } from 'restify';

/** An invalid field: its JSON pointer (RFC 6901) as a URI fragment, and what a valid value is. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

interface Particulars {
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request is refused, for the client; reveals no internals. */
export class Problem extends Error {
  readonly status: number;
  readonly particulars: Particulars;

  constructor(status: number, detail: string, particulars: Particulars = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.particulars = particulars;
  }
}

/** Answers with problem details (RFC 9457). */
export function sendProblem(response: Response, { status, message, particulars }: Problem): void {
  const { errors, headers } = particulars;
  const body = { title: STATUS_CODES[status], status, detail: message, ...(errors && { errors }) };
  response.sendRaw(status, JSON.stringify(body), { 'content-type': 'application/problem+json', ...headers });
}
