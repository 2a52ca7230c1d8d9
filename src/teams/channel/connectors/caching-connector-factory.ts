import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';

/** A tenant has one service URL or two. */
const maxConnectors = 1000;

/** Connectors by service URL and audience, oldest first. Each renews its own token. */
export type CachedConnectors = Map<string, Promise<ConnectorClient>>;

/** Caches the connectors of another factory. */
export class CachingConnectorFactory extends ConnectorFactory {
  readonly #factory: ConnectorFactory;
  readonly #cached: CachedConnectors;

  constructor(factory: ConnectorFactory, cached: CachedConnectors) {
    super();
    this.#factory = factory;
    this.#cached = cached;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = JSON.stringify([serviceUrl, audience]);
    const known = this.#cached.get(key);
    if (known !== undefined) return known;
    const connector = this.#factory.create(serviceUrl, audience);
    this.#cached.set(key, connector);
    connector.catch(() => this.#cached.delete(key));
    const [oldest] = this.#cached.keys();
    if (this.#cached.size > maxConnectors && oldest !== undefined) this.#cached.delete(oldest);
    return connector;
  }
}
