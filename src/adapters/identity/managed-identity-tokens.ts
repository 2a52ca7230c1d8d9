import { ManagedIdentityApplication } from '@azure/msal-node';
import { identityNetwork } from './identity-network.ts';
import { issuedToken } from './issued-token.ts';
import type { IssueToken } from './issue-token.ts';

/**
 * Asks the machine that the desk runs on: App Service, Azure Arc and the like say in the environment where, a virtual machine
 * answers at a fixed address.
 * @param appId of the user-assigned identity, which is the bot's
 */
export function managedIdentityTokens(appId: string): IssueToken {
  return async (scope, signal) => {
    const client = new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: appId },
      system: {
        networkClient: identityNetwork({ signal, isAllowed: () => true }),
        disableInternalRetries: true,
      },
    });
    // MSAL keeps tokens for the whole process, and would hand out the one that is to be renewed.
    return issuedToken(await client.acquireToken({ resource: scope, forceRefresh: true }));
  };
}
