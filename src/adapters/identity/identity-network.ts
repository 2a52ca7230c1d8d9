import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';

interface Limits {
  /** Cancels the request in progress. MSAL's own client has no timeout. */
  readonly signal: () => AbortSignal | undefined;
  /** Credentials are sent to allowed addresses only, whatever a response says. */
  readonly isAllowed: (address: URL) => boolean;
}

/** MSAL's HTTP client. Every failure has a short code that is safe to log. */
export function identityNetwork({ signal, isAllowed }: Limits): INetworkModule {
  async function send(
    address: string,
    method: string,
    { headers, body }: NetworkRequestOptions,
  ): Promise<NetworkResponse<never>> {
    if (!isAllowed(new URL(address))) throw new AuthError('foreign_host', '');
    const abortSignal = signal() ?? null;
    try {
      const init = { method, headers: { ...headers }, signal: abortSignal, redirect: 'error' } as const;
      const response = await fetch(address, body === undefined ? init : { ...init, body });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        // MSAL validates the body itself.
        body: (await response.json()) as never,
      };
    } catch (error) {
      throw new AuthError(abortSignal?.aborted === true ? 'timeout' : networkCode(error), '');
    }
  }

  return {
    sendGetRequestAsync: (address, options = {}) => send(address, 'GET', options),
    sendPostRequestAsync: (address, options = {}) => send(address, 'POST', options),
  };
}

/** The system's code, such as `ECONNREFUSED`, which `fetch` wraps. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof SyntaxError ? 'unreadable_answer' : 'network_error';
}
