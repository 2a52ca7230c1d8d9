import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';

interface Limits {
  /** Ends what is under way. MSAL's own client waits for an answer for ever. */
  readonly signal: () => AbortSignal | undefined;
  /** Credentials go to such addresses and nowhere else, whatever an answer says. */
  readonly isAllowed: (address: URL) => boolean;
}

/** What MSAL sends its requests with. Whatever goes wrong has a short code that the log may show. */
export function identityNetwork({ signal, isAllowed }: Limits): INetworkModule {
  async function send(
    address: string,
    method: string,
    { headers, body }: NetworkRequestOptions,
  ): Promise<NetworkResponse<never>> {
    if (!isAllowed(new URL(address))) throw new AuthError('foreign_host', '');
    const ending = signal() ?? null;
    try {
      const init = { method, headers: { ...headers }, signal: ending, redirect: 'error' } as const;
      const response = await fetch(address, body === undefined ? init : { ...init, body });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        // MSAL looks at it before it believes that it is what was asked for.
        body: (await response.json()) as never,
      };
    } catch (error) {
      throw new AuthError(ending?.aborted === true ? 'timeout' : networkCode(error), '');
    }
  }

  return {
    sendGetRequestAsync: (address, options = {}) => send(address, 'GET', options),
    sendPostRequestAsync: (address, options = {}) => send(address, 'POST', options),
  };
}

/** Such as `ECONNREFUSED`, which `fetch` wraps. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof SyntaxError ? 'unreadable_answer' : 'network_error';
}
