import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';

/** A cloud's endpoints and token values for channels. */
export interface ChannelSettings {
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  /** The scope of the desk's own tokens for the connector. */
  readonly oAuthScope: string;
  readonly oAuthUrl: string;
  readonly loginUrl: string;
}

/**
 * The Bot Framework's standard settings, each falling back to its cloud's default. The SDK drops all defaults as soon
 * as one setting is given.
 * @param settings by their standard names, such as `ToBotFromChannelTokenIssuer`
 */
export function channelSettings(settings: Readonly<Record<string, string>>): ChannelSettings {
  const isGovernment = settings['ChannelService'] === GovernmentConstants.ChannelService;
  const cloud = isGovernment ? GovernmentConstants : AuthenticationConstants;
  return {
    openIdMetadataUrl:
      settings['ToBotFromChannelOpenIdMetadataUrl'] ?? cloud.ToBotFromChannelOpenIdMetadataUrl,
    tokenIssuer: settings['ToBotFromChannelTokenIssuer'] ?? cloud.ToBotFromChannelTokenIssuer,
    oAuthScope: settings['ToChannelFromBotOAuthScope'] ?? cloud.ToChannelFromBotOAuthScope,
    oAuthUrl: settings['OAuthUrl'] ?? cloud.OAuthUrl,
    loginUrl: settings['ToChannelFromBotLoginUrl'] ?? cloud.ToChannelFromBotLoginUrl,
  };
}
