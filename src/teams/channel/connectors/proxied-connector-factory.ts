import type { Agent } from 'node:http';
import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';
import { z } from 'zod';

/** @returns the agent that reaches an address through a proxy; undefined if it is reached directly */
export type AgentFor = (address: string) => Agent | undefined;

interface Sent {
  readonly url: string;
  agent?: Agent;
}

interface Pipeline {
  addPolicy(policy: {
    readonly name: string;
    sendRequest<Response>(request: Sent, next: (request: Sent) => Promise<Response>): Promise<Response>;
  }): void;
  removePolicy(policy: { readonly name: string }): readonly unknown[];
}

const connectorSchema = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (value) => typeof value === 'object' && value !== null && 'removePolicy' in value,
    ),
  }),
});

/**
 * Creates clients that use the desk's proxies instead of those that the SDK finds in the environment: it would send
 * what is meant for this machine there too, takes a proxy's 403 for the channel's, and knows no domains in `NO_PROXY`.
 */
export class ProxiedConnectorFactory extends ConnectorFactory {
  readonly #factory: ConnectorFactory;
  readonly #agentFor: AgentFor;

  constructor(factory: ConnectorFactory, agentFor: AgentFor) {
    super();
    this.#factory = factory;
    this.#agentFor = agentFor;
  }

  /** @throws Error if the SDK no longer has that policy, so that a second one cannot return unnoticed */
  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const connector = await this.#factory.create(serviceUrl, audience);
    const { pipeline } = connectorSchema.parse(connector).client;
    if (pipeline.removePolicy({ name: 'proxyPolicy' }).length !== 1) {
      throw new Error('the proxy policy of the SDK was not found');
    }
    pipeline.addPolicy({
      name: 'proxies of the desk',
      sendRequest: (request, next) => {
        const agent = this.#agentFor(request.url);
        if (agent !== undefined) request.agent = agent;
        return next(request);
      },
    });
    return connector;
  }
}
