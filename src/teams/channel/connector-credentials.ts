import { ServiceClientCredentialsFactory, type ServiceClientCredentials } from 'botframework-connector';
import type { TokenSource } from '../../application/ports/tokens.ts';

interface ConnectorCredentialsOptions {
  readonly appId: string;
  readonly tokens: TokenSource;
  /** Whether a token may be sent to this address. */
  readonly mayHaveToken: (address: string) => boolean;
}

/**
 * What the SDK signs its requests with. Every token that leaves the desk goes through here: whatever names the address, be it
 * an activity or a chat that was noted long ago, it has to be one that may have a token now.
 */
export class ConnectorCredentials extends ServiceClientCredentialsFactory {
  readonly #options: ConnectorCredentialsOptions;

  constructor(options: ConnectorCredentialsOptions) {
    super();
    this.#options = options;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#options.appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(_appId: string, audience: string): Promise<ServiceClientCredentials> {
    const { tokens, mayHaveToken } = this.#options;
    return Promise.resolve({
      async signRequest(request) {
        if (!mayHaveToken(request.url))
          throw new Error('no token is sent to an address that is not accepted');
        request.headers.set('authorization', `Bearer ${await tokens.token(`${audience}/.default`)}`);
        return request;
      },
    });
  }
}
