import { AuthenticationConstants, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import { z } from 'zod';

interface Pipeline {
  removePolicy(policy: { readonly name: string }): readonly unknown[];
}

const clientSchema = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (value) => typeof value === 'object' && value !== null && 'removePolicy' in value,
    ),
  }),
});

/**
 * The SDK's client for one service URL, which sends once what it is given. By itself the SDK sends a post again up to three
 * times within seconds when the channel answers 5xx, which may show a card four times. Its option `noRetryPolicy` is declared
 * and read by nobody, so the policy is taken out of the client's pipeline.
 * @param appId the bot's application id; empty in a sandbox without credentials
 * @throws Error where the SDK has no such policy any more: then this must be thought over
 */
export async function createUnretriedConnector(
  authentication: BotFrameworkAuthentication,
  appId: string,
  serviceUrl: string,
): Promise<ConnectorClient> {
  const { AppIdClaim, AudienceClaim } = AuthenticationConstants;
  const claims = [AudienceClaim, AppIdClaim].map((type) => ({ type, value: appId }));
  const factory = authentication.createConnectorFactory(new ClaimsIdentity(claims, true));
  const connector = await factory.create(serviceUrl);
  const { pipeline } = clientSchema.parse(connector).client;
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('the SDK retries posts in a way that is not known here');
  return connector;
}
