/** How a call goes wrong. Times are in seconds, except where another unit is named. */
export type Fault =
  /** 429, inside a batch too. */
  | { readonly kind: 'throttled'; readonly retryAfter: number }
  /** 401 with a claims challenge, until a token comes that was asked for with those claims; JSON text. */
  | { readonly kind: 'claims'; readonly claims: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      readonly retryAfter?: number;
    }
  /** Never answered. */
  | { readonly kind: 'hang' }
  /** Answered late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The connection is closed in the middle of the answer. */
  | { readonly kind: 'cut' }
  /** The answer ends in the middle, as if it were whole. */
  | { readonly kind: 'malformed' }
  /** Answered with another body, such as one of a wrong shape. */
  | { readonly kind: 'body'; readonly body: unknown }
  /** The link to the next page leads to another origin. */
  | { readonly kind: 'foreignNextLink'; readonly origin: string };

interface SetFault {
  readonly pattern: RegExp;
  readonly fault: Fault;
  left: number;
}

/** What goes wrong for one tenant. The first fault that matches a call is taken. */
export class Faults {
  #set: SetFault[] = [];

  /**
   * @param pattern is matched with method, path and decoded query, such as `GET /v1.0/directory/subscriptions`; a token
   *   request is `POST /TENANT/oauth2/v2.0/token`. Later pages have `$skiptoken=` in their query.
   * @param times how many calls it meets
   * @returns mends it
   */
  add(pattern: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY): () => void {
    const added = { pattern, fault, left: times };
    this.#set.push(added);
    return () => {
      this.#set = this.#set.filter((set) => set !== added);
    };
  }

  clear(): void {
    this.#set = [];
  }

  /** What meets this call, which is counted. */
  take(call: string): Fault | undefined {
    const found = this.#set.find(({ pattern, left }) => left > 0 && pattern.test(call));
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }
}

/** Ways in which all of Microsoft Graph fails for one tenant. */
export const wholeFailures = {
  down: { kind: 'status', status: 503, code: 'serviceNotAvailable', message: 'Service unavailable.' },
  throttled: { kind: 'throttled', retryAfter: 20 },
  hanging: { kind: 'hang' },
  refusing: {
    kind: 'status',
    status: 403,
    code: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type WholeFailure = keyof typeof wholeFailures;
