import { AsyncLocalStorage } from 'node:async_hooks';
import { ManagedIdentityApplication } from '@azure/msal-node';
import { identityNetwork } from './identity-network.ts';
import { issuedToken, type IssueToken } from './issued-token.ts';

/** MSAL uses its first network client for the whole process, so that one finds each request's signal here. */
const signals = new AsyncLocalStorage<AbortSignal>();

/**
 * Requests tokens from the host's identity endpoint: App Service, Azure Arc and the like give its address in the
 * environment, virtual machines have a fixed one.
 * @param appId client id of the user-assigned identity, the same as the bot's
 */
export function managedIdentityTokens(appId: string): IssueToken {
  const client = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: appId },
    system: {
      networkClient: identityNetwork({ signal: () => signals.getStore(), isAllowed: () => true }),
      disableInternalRetries: true,
    },
  });
  return (scope, signal) =>
    signals.run(signal, async () => {
      // MSAL has a cache of its own and would return the token that is due for renewal.
      return issuedToken(await client.acquireToken({ resource: scope, forceRefresh: true }));
    });
}
