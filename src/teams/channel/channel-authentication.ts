import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type UserTokenClient,
} from 'botframework-connector';
import type { Meter } from '../../application/ports/meter.ts';
import {
  TokenRefused,
  type ChannelToken,
  type ChannelTokens,
  type TokenSource,
} from '../../application/ports/tokens.ts';
import { BoundedConnectorFactory } from './connectors/bounded-connector-factory.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { ConnectorCredentials } from './connectors/connector-credentials.ts';
import { CachingConnectorFactory, type CachedConnectors } from './connectors/caching-connector-factory.ts';
import { ProxiedConnectorFactory, type AgentFor } from './connectors/proxied-connector-factory.ts';

/** The bot's registration, with its token source and the check of channels' tokens. */
export interface RegisteredBot {
  readonly appId: string;
  readonly settings: ChannelSettings;
  readonly tokens: TokenSource;
  readonly channelTokens: ChannelTokens;
  /** Whether a token may be sent to this address. */
  readonly mayHaveToken: (address: string) => boolean;
}

interface Outgoing {
  readonly meter: Meter;
  readonly agentFor: AgentFor;
}

/**
 * Authenticates requests and signs responses with the desk's own checks and credentials instead of the SDK's. Caches
 * the clients that turns reply with: the SDK creates two per turn, which took 95 µs, as long as understanding the text
 * and building the card's data.
 */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #outgoing: Outgoing;
  readonly #bot: RegisteredBot | undefined;
  readonly #connectors: CachedConnectors = new Map();
  #userTokenClient: Promise<UserTokenClient> | undefined;

  /**
   * @param bot undefined in a sandbox without credentials, where tokens are not checked and only this machine can
   * connect
   */
  constructor(outgoing: Outgoing, bot?: RegisteredBot) {
    super(bot && sdkSettings(bot.settings), bot && new ConnectorCredentials(bot));
    this.#outgoing = outgoing;
    this.#bot = bot;
  }

  /**
   * Checks a request's token before its body is read.
   * @param authorization the request's header, empty if absent
   * @returns undefined where tokens are not checked
   * @throws TokenRefused, ChannelKeysUnavailable
   */
  check(authorization: string): Promise<ChannelToken | undefined> {
    return this.#bot === undefined
      ? Promise.resolve(undefined)
      : this.#bot.channelTokens.check(authorization);
  }

  /**
   * The caller that a checked token identifies.
   * @throws TokenRefused if it was issued for another channel than the activity's
   */
  async admit(token: ChannelToken | undefined, activity: Activity): Promise<AuthenticateRequestResult> {
    const result = await this.#identify(token, activity);
    const { connectorFactory } = result;
    if (connectorFactory === undefined) return result;
    const { meter, agentFor } = this.#outgoing;
    const proxied = new ProxiedConnectorFactory(connectorFactory, agentFor);
    const bounded = new BoundedConnectorFactory(proxied, { meter });
    return { ...result, connectorFactory: new CachingConnectorFactory(bounded, this.#connectors) };
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    return this.admit(await this.check(authorization), activity);
  }

  /** Every accepted token names the desk's one registration, so one client serves all. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokenClient ??= super.createUserTokenClient(identity);
    return this.#userTokenClient;
  }

  async #identify(token: ChannelToken | undefined, activity: Activity): Promise<AuthenticateRequestResult> {
    if (this.#bot === undefined || token === undefined) return super.authenticateRequest(activity, '');
    const { appId, settings } = this.#bot;
    if (token.serviceUrl !== activity.serviceUrl) throw new TokenRefused('another service URL');
    if (!token.endorsements.includes(activity.channelId)) {
      throw new TokenRefused('no endorsement for the channel');
    }
    const claims = new Map([
      [AuthenticationConstants.AudienceClaim, appId],
      [AuthenticationConstants.IssuerClaim, settings.tokenIssuer],
      [AuthenticationConstants.ServiceUrlClaim, token.serviceUrl],
    ]);
    if (token.tenant !== undefined) claims.set(AuthenticationConstants.TenantIdClaim, token.tenant);
    const claimsIdentity = new ClaimsIdentity(
      [...claims].map(([type, value]) => ({ type, value })),
      true,
    );
    return {
      audience: settings.oAuthScope,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }
}

function sdkSettings(settings: ChannelSettings): Record<string, string> {
  return {
    ToBotFromChannelOpenIdMetadataUrl: settings.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: settings.tokenIssuer,
    ToChannelFromBotLoginUrl: settings.loginUrl,
    ToChannelFromBotOAuthScope: settings.oAuthScope,
    OAuthUrl: settings.oAuthUrl,
  };
}
