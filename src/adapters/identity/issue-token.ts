/** A token as it came from whoever issues them. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Asks for a new token, once each call, keeping nothing.
 * @param scope such as `https://api.botframework.com/.default`
 * @param signal the request ends soon after it aborts
 */
export type IssueToken = (scope: string, signal: AbortSignal) => Promise<IssuedToken>;
