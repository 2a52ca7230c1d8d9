import { AsyncLocalStorage } from 'node:async_hooks';
import { ManagedIdentityApplication } from '@azure/msal-node';
import { identityNetwork } from './identity-network.ts';
import { issuedToken, type IssueToken } from './issued-token.ts';

/** MSAL keeps the first network client that it is given for the whole process, so this one finds the signal of each request. */
const signals = new AsyncLocalStorage<AbortSignal>();

/**
 * Asks the machine that the desk runs on: App Service, Azure Arc and the like say in the environment where, a virtual machine
 * answers at a fixed address.
 * @param appId of the user-assigned identity, which is the bot's
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
      // MSAL keeps tokens too, and would hand out the one that is to be renewed.
      return issuedToken(await client.acquireToken({ resource: scope, forceRefresh: true }));
    });
}
