import type { Clock, Timer } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { Meter } from '../../application/ports/meter.ts';
import { openIdentity } from '../../adapters/identity/open-identity.ts';
import type { Config } from '../../config/load-config.ts';
import { channelSettings } from '../../teams/channel/channel-settings.ts';
import { line } from './line.ts';

export interface CheckPorts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly meter: Meter;
  readonly log: Log;
}

/** Reports whether the registration's credential gets a token for Teams, and whether Teams' signing keys can be read. */
export async function checkBot(
  { registration }: Pick<Config, 'registration'>,
  ports: CheckPorts,
  output: Pick<NodeJS.WritableStream, 'write'>,
): Promise<void> {
  if (registration === undefined) {
    output.write(line('missing', 'Bot registration', 'none: a sandbox talks to this machine only'));
    return;
  }
  const channel = channelSettings(registration.settings);
  const { tokens, refreshKeys } = openIdentity({ ...ports, ...registration, channel });
  const hasToken = await tokens.token(`${channel.oAuthScope}/.default`).then(
    () => true,
    () => false,
  );
  const credential = hasToken
    ? 'a token for Teams was issued'
    : `no token for Teams: check the credential, and that ${registration.authority} can be reached`;
  output.write(line(hasToken ? 'ok' : 'problem', 'Bot registration', credential));
  const hasKeys = await refreshKeys();
  const keys = hasKeys
    ? 'the signing keys of Teams were read'
    : `${channel.openIdMetadataUrl} cannot be read: let the desk reach it`;
  output.write(line(hasKeys ? 'ok' : 'problem', 'Signing keys', keys));
}
