import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/**
 * Checks the tokens that channels send, and gets those that the desk sends.
 * @param settings the Bot Framework's standard settings, such as `MicrosoftAppId`; empty in a sandbox without credentials,
 * where nothing is checked and only this machine can connect
 */
export function channelAuthentication(
  settings: Readonly<Record<string, string>>,
): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(settings);
}
