import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import type { AuthenticateRequestResult, ClaimsIdentity, UserTokenClient } from 'botframework-connector';
import { RememberingConnectorFactory, type KeptConnectors } from './remembering-connector-factory.ts';

/**
 * Checks the tokens that channels send, and gets those that the desk sends.
 * @param settings the Bot Framework's standard settings, such as `MicrosoftAppId`; empty in a sandbox without credentials,
 * where nothing is checked and only this machine can connect
 */
export function channelAuthentication(
  settings: Readonly<Record<string, string>>,
): ConfigurationBotFrameworkAuthentication {
  return new ChannelAuthentication(settings);
}

/**
 * The SDK's authentication, except that it keeps the clients with which a turn answers. The SDK makes two anew for every
 * turn, which took 95 µs: as long as understanding what was said and making the card's data.
 */
class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors: KeptConnectors = new Map();
  #userTokenClient: Promise<UserTokenClient> | undefined;

  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authHeader);
    const { connectorFactory } = result;
    if (connectorFactory === undefined) return result;
    return {
      ...result,
      connectorFactory: new RememberingConnectorFactory(connectorFactory, this.#connectors),
    };
  }

  /** The desk has one registration, which every accepted token names: one client does for all. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokenClient ??= super.createUserTokenClient(identity);
    return this.#userTokenClient;
  }
}
