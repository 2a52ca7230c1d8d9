import {
  AuthenticationConstants,
  ClaimsIdentity,
  ConnectorFactory,
  type BotFrameworkAuthentication,
  type ConnectorClient,
} from 'botframework-connector';
import { z } from 'zod';

interface Pipeline {
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
 * Creates clients for proactive posts, without retries. By default the SDK retries a post up to three times within
 * seconds when the channel answers 5xx, which may show one card four times. Its option `noRetryPolicy` is declared but
 * never read, so the policy is removed from the client's pipeline.
 */
export class UnretriedConnectorFactory extends ConnectorFactory {
  readonly #factory: ConnectorFactory;

  /** @param appId the bot's application id; empty in a sandbox without credentials */
  constructor(authentication: BotFrameworkAuthentication, appId: string) {
    super();
    const { AppIdClaim, AudienceClaim } = AuthenticationConstants;
    const claims = [AudienceClaim, AppIdClaim].map((type) => ({ type, value: appId }));
    this.#factory = authentication.createConnectorFactory(new ClaimsIdentity(claims, true));
  }

  /** @throws Error if the SDK no longer has that policy, so that retries cannot return unnoticed */
  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const connector = await this.#factory.create(serviceUrl, audience);
    const { pipeline } = connectorSchema.parse(connector).client;
    const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    if (removed.length !== 1) throw new Error('the retry policy of the SDK was not found');
    return connector;
  }
}
