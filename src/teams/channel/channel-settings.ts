import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';

/** Where the channels of a cloud are, and what their tokens say. */
export interface ChannelSettings {
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  /** What the desk's own tokens for the connector are for. */
  readonly oAuthScope: string;
  readonly oAuthUrl: string;
  readonly loginUrl: string;
}

/**
 * The Bot Framework's standard settings, each with the default of its cloud. The SDK forgets every default as soon as one of
 * them is set.
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
