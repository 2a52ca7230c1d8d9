import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';

/** A tenant has one service URL or two. */
const mostConnectors = 1000;

/** Connectors by service URL and audience, oldest first. Each renews its own token. */
export type KeptConnectors = Map<string, Promise<ConnectorClient>>;

/** A connector factory that asks another one only for what is not kept already. */
export class RememberingConnectorFactory extends ConnectorFactory {
  readonly #factory: ConnectorFactory;
  readonly #kept: KeptConnectors;

  constructor(factory: ConnectorFactory, kept: KeptConnectors) {
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
    if (this.#kept.size > mostConnectors && oldest !== undefined) this.#kept.delete(oldest);
    return connector;
  }
}
