import { isLoopback } from '../../domain/loopback.ts';

/**
 * Where Microsoft's channels receive what a bot posts. A token goes to the service URL that an activity names, so only
 * these, and what the operator adds, are accepted. Source: the Bot Framework's and Teams' endpoint documentation.
 */
const microsoftHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
  'directline.botframework.com',
  'webchat.botframework.com',
];

interface ServiceUrlRules {
  /** Origins beyond Microsoft's, such as `https://channel.contoso.com`. */
  readonly origins: readonly string[];
  /** A sandbox without credentials: this machine and nothing else. */
  readonly loopbackOnly: boolean;
}

/** Whether a channel may name this address as the place to answer to. */
export function isAcceptedServiceUrl(address: string, rules: ServiceUrlRules): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (rules.loopbackOnly) return isLoopback(url.hostname);
  if (rules.origins.some((origin) => new URL(origin).origin === url.origin)) return true;
  return url.protocol === 'https:' && url.port === '' && microsoftHosts.includes(url.hostname);
}
