import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import type { AuthenticateRequestResult, ClaimsIdentity, UserTokenClient } from 'botframework-connector';
import type { Meter } from '../application/meter.ts';
import { BoundedConnectorFactory } from './bounded-connector-factory.ts';
import { RememberingConnectorFactory, type KeptConnectors } from './remembering-connector-factory.ts';

/**
 * Checks the tokens that channels send, and gets those that the desk sends.
 * @param settings the Bot Framework's standard settings, such as `MicrosoftAppId`; empty in a sandbox without credentials,
 * where nothing is checked and only this machine can connect
 */
export function channelAuthentication(
  settings: Readonly<Record<string, string>>,
  meter: Meter,
): ConfigurationBotFrameworkAuthentication {
  return new ChannelAuthentication(settings, meter);
}

/**
 * The SDK's authentication, except that it keeps the clients with which a turn answers. The SDK makes two anew for every
 * turn, which took 95 µs: as long as understanding what was said and making the card's data.
 */
class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #meter: Meter;
  readonly #connectors: KeptConnectors = new Map();
  #userTokenClient: Promise<UserTokenClient> | undefined;

  constructor(settings: Readonly<Record<string, string>>, meter: Meter) {
    super(settings);
    this.#meter = meter;
  }

  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authHeader);
    const { connectorFactory } = result;
    if (connectorFactory === undefined) return result;
    const bounded = new BoundedConnectorFactory(connectorFactory, { meter: this.#meter });
    return { ...result, connectorFactory: new RememberingConnectorFactory(bounded, this.#connectors) };
  }

  /** The desk has one registration, which every accepted token names: one client does for all. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokenClient ??= super.createUserTokenClient(identity);
    return this.#userTokenClient;
  }
}
