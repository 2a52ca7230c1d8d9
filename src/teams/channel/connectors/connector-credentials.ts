import { ServiceClientCredentialsFactory, type ServiceClientCredentials } from 'botframework-connector';
import type { TokenSource } from '../../../application/ports/tokens.ts';

interface ConnectorCredentialsOptions {
  readonly appId: string;
  readonly tokens: TokenSource;
  /** Whether a token may be sent to this address. */
  readonly mayHaveToken: (address: string) => boolean;
}

/**
 * Signs the SDK's requests. Every token that leaves the desk passes through here, so this checks the address, whether
 * it comes from an activity or from a stored chat.
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
          throw new Error('refused to send a token to an address that is not accepted');
        request.headers.set('authorization', `Bearer ${await tokens.token(`${audience}/.default`)}`);
        return request;
      },
    });
  }
}
