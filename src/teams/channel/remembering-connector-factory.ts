import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';

/** A tenant has one service URL or two. */
const maxConnectors = 1000;

/** Connectors by service URL and audience, oldest first. Each renews its own token. */
export type CachedConnectors = Map<string, Promise<ConnectorClient>>;

/** A connector factory that asks another one only for what is not kept already. */
export class RememberingConnectorFactory extends ConnectorFactory {
  readonly #factory: ConnectorFactory;
  readonly #kept: CachedConnectors;

  constructor(factory: ConnectorFactory, kept: CachedConnectors) {
    super();
    this.#factory = factory;
    this.#kept = kept;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = JSON.stringify([serviceUrl, audience]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const connector = this.#factory.create(serviceUrl, audience);
    this.#kept.set(key, connector);
    connector.catch(() => this.#kept.delete(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxConnectors && oldest !== undefined) this.#kept.delete(oldest);
    return connector;
  }
}
