import type { Log } from '../application/ports/log.ts';
import type { Config } from '../config/load-config.ts';
import { isLoopback } from '../domain/loopback.ts';
import type { AgentFor } from '../teams/channel/connectors/proxied-connector-factory.ts';

/** Makes all calls of this process, except e-mails, use the configured proxies until it is closed. */
export async function openProxies(
  { proxies, mail }: Pick<Config, 'proxies' | 'mail'>,
  log: Log,
): Promise<{ readonly agentFor: AgentFor; close(): Promise<void> }> {
  if (proxies?.https === undefined) return { agentFor: () => undefined, close: () => Promise.resolve() };
  // Imported lazily: most desks need neither.
  const [{ proxyFor }, { proxyAgents, proxyFetch }] = await Promise.all([
    import('../adapters/proxy/proxies.ts'),
    import('../adapters/proxy/proxied-calls.ts'),
  ]);
  const find = proxyFor(proxies);
  const close = proxyFetch(find);
  log.info({ proxy: proxies.https.host }, 'calls to other services go through the proxy');
  if (mail.setting !== 'outbox' && !isLoopback(new URL(mail.setting).hostname)) {
    log.warn({}, 'e-mails do not go through the proxy: the desk connects to the mail server directly');
  }
  return { agentFor: proxyAgents(find), close };
}
