import { STATUS_CODES } from 'node:http';
import type { Response } from 'restify';

/** What is wrong with one field: where it is in the body, as a JSON pointer (RFC 6901) in a URI fragment, and what would be right. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

interface Particulars {
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request is refused, for whoever sent it: names nothing of the insides. */
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
