import type { ProviderDirectory } from '../../application/ports/provider-directory.ts';
import type { Store } from '../../application/ports/store.ts';
import type { CallWatch } from '../../application/runtime/call-health.ts';
import type { Parts } from './health-routes.ts';

/**
 * The parts that `/ready` reports. External services are not required: failed calls are retried, so nothing is lost.
 */
export function deskParts({
  store,
  directory,
  calls,
}: {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly calls: CallWatch;
}): Parts {
  return {
    store: {
      isNeeded: true,
      reason: 'The data folder cannot be written.',
      check: () => store.check(),
    },
    directory: {
      isNeeded: true,
      reason: 'No provider directory is loaded yet.',
      check: async () => {
        await directory.vocabulary();
      },
    },
    mail: {
      isNeeded: false,
      reason: 'The mail server accepted none of the latest e-mails; they are queued and will be retried.',
      check: () => calls.check('mail'),
    },
    connector: {
      isNeeded: false,
      reason: 'The channel accepted none of the latest messages.',
      check: () => calls.check('connector'),
    },
    tokens: {
      isNeeded: false,
      reason: 'Microsoft Entra issues no token to the desk; see the log.',
      check: () => calls.check('token'),
    },
  };
}
