import type { ProviderDirectory } from '../../application/ports/provider-directory.ts';
import type { Store } from '../../application/ports/store.ts';
import type { CallWatch } from '../../application/runtime/call-health.ts';
import type { Parts } from './health-routes.ts';

/** The parts that `/ready` tells about. What the desk only calls is tried again until it works, so that nothing is lost by it. */
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
      reason: 'The mail server took none of the last letters; they wait and are tried again.',
      check: () => calls.check('mail'),
    },
    connector: {
      isNeeded: false,
      reason: 'The channel took none of the last messages.',
      check: () => calls.check('connector'),
    },
    tokens: {
      isNeeded: false,
      reason: 'Microsoft Entra gives the desk no token; the log says why.',
      check: () => calls.check('token'),
    },
  };
}
