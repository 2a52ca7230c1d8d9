import type { Clock, Timer } from '../application/ports/clock.ts';
import type { Log } from '../application/ports/log.ts';
import type { Meter } from '../application/ports/meter.ts';
import type { Config } from '../config/load-config.ts';
import type { Registration } from '../config/registration.ts';
import { DeskAdapter } from '../teams/bot/desk-adapter.ts';
import { ChannelAuthentication, type RegisteredBot } from '../teams/channel/channel-authentication.ts';
import { channelSettings } from '../teams/channel/channel-settings.ts';
import { isAcceptedChannel as isAcceptedBy } from '../teams/channel/accepted-channels.ts';
import { createPoster } from '../teams/channel/poster.ts';
import { isAcceptedServiceUrl } from '../teams/channel/service-urls.ts';
import type { AgentFor } from '../teams/channel/connectors/proxied-connector-factory.ts';
import type { Services } from '../teams/turn/services.ts';

interface ChannelPorts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly meter: Meter;
  readonly log: Log;
  /** The agents of the proxies. */
  readonly agentFor: AgentFor;
}

/** Opens the connection to the channel: receiving activities, posting, and resuming conversations. */
export async function openChannel(
  { mode, registration, serviceUrls }: Pick<Config, 'mode' | 'registration' | 'serviceUrls'>,
  ports: ChannelPorts,
) {
  const loopbackOnly = registration === undefined;
  const teamsOnly = mode === 'production';
  const isAccepted = (address: string): boolean =>
    isAcceptedServiceUrl(address, { origins: serviceUrls, loopbackOnly, teamsOnly });
  const isAcceptedChannel = (channelId: unknown): boolean => isAcceptedBy(channelId, { teamsOnly });
  const rules = { isAcceptedServiceUrl: isAccepted, isAcceptedChannel };
  const opened = registration && (await openRegistration(registration, isAccepted, ports));
  const authentication = new ChannelAuthentication(ports, opened?.bot);
  const adapter = new DeskAdapter({ ...ports, ...rules, authentication });
  const appId = registration?.appId ?? '';
  const resume: Services['resume'] = (chat, work) => adapter.continueConversationAsync(appId, chat, work);
  return {
    adapter,
    poster: createPoster({ ...ports, ...rules, authentication, appId }),
    resume,
    /** Fetches from Microsoft what every turn needs, unless that was done lately. @returns whether it is there */
    tryOut: opened?.tryOut,
  };
}

async function openRegistration(
  { appId, credential, authority, settings }: Registration,
  mayHaveToken: RegisteredBot['mayHaveToken'],
  ports: ChannelPorts,
): Promise<{ readonly bot: RegisteredBot; readonly tryOut: () => Promise<boolean> }> {
  // Imported lazily: a sandbox does not need it, and starts faster without.
  const { openIdentity } = await import('../adapters/identity/open-identity.ts');
  const channel = channelSettings(settings);
  const { tokens, channelTokens, refreshKeys } = openIdentity({
    ...ports,
    appId,
    credential,
    authority,
    channel,
  });
  return {
    bot: { appId, settings: channel, tokens, channelTokens, mayHaveToken },
    async tryOut() {
      const token = tokens.token(`${channel.oAuthScope}/.default`);
      const results = await Promise.all([
        refreshKeys(),
        // The log has the reason.
        token.then(
          () => true,
          () => false,
        ),
      ]);
      return results.every((worked) => worked);
    },
  };
}
