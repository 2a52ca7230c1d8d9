import type { Reply } from '../reply.ts';

/** An error of Microsoft Graph. Codes and messages are as documented or observed; see each place. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';

  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** A call, or a part of one, that is not among those documented. The simulation records it. */
export class UnknownCall extends GraphFailure {}

/** The error envelope of Microsoft Graph. */
export function errorReply(failure: GraphFailure, ids: CallIds): Reply {
  const { status, code, message, headers } = failure;
  const innerError = {
    date: ids.date.toISOString().slice(0, 19),
    'request-id': ids.request,
    'client-request-id': ids.client,
  };
  return { status, headers, body: { error: { code, message, innerError } } };
}

export interface CallIds {
  readonly request: string;
  /** The client's own, or the same as `request`. */
  readonly client: string;
  readonly date: Date;
}
