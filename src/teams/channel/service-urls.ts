import { isLoopback } from '../../domain/loopback.ts';

/**
 * Teams' hosts, also in the clouds of the United States' government. The desk sends a token to the service URL that an
 * activity names, so it accepts only these and the operator's own. Source: the Bot Framework's and Teams' endpoint
 * documentation.
 */
const teamsHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

/** Channels whose users choose their own ids, for a sandbox. */
const otherHosts = ['directline.botframework.com', 'webchat.botframework.com'];

interface ServiceUrlRules {
  /** Origins beyond Microsoft's, such as `https://channel.contoso.com`. */
  readonly origins: readonly string[];
  /** Accepts only this machine: for a sandbox without credentials. */
  readonly loopbackOnly: boolean;
  /** In production. */
  readonly teamsOnly: boolean;
}

/** Whether the desk may reply to this service URL. */
export function isAcceptedServiceUrl(address: string, rules: ServiceUrlRules): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (rules.loopbackOnly) return isLoopback(url.hostname);
  if (rules.origins.some((origin) => new URL(origin).origin === url.origin)) return true;
  const hosts = rules.teamsOnly ? teamsHosts : [...teamsHosts, ...otherHosts];
  return url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname);
}
