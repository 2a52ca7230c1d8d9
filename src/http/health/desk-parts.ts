import type { ProviderDirectory } from '../../application/ports/provider-directory.ts';
import type { Store } from '../../application/ports/store.ts';
import type { CallWatch } from '../../application/runtime/call-health.ts';
import type { Parts } from './health-routes.ts';

/**
 * The parts that `/ready` reports. External services are not required: failed calls are retried, so nothing is lost.
 * @param options `readsMailbox`: whether a mailbox is read for invitations; `isRegistered`: whether the desk needs Microsoft's services: a sandbox without registration asks nobody
 */
export function deskParts({
  store,
  directory,
  calls,
  isRegistered,
  readsMailbox,
}: {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly calls: CallWatch;
  readonly isRegistered: boolean;
  readonly readsMailbox: boolean;
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
    ...(readsMailbox && {
      mailbox: {
        isNeeded: false,
        reason: 'The mailbox that is read for invitations could not be read lately; see the log.',
        check: () => calls.check('mailbox'),
      },
    }),
    ...(isRegistered && {
      tokens: {
        isNeeded: false,
        reason:
          'Microsoft Entra issued no token to the desk when it last asked, or has not yet; see the log.',
        check: () => calls.checkLatest('token'),
      },
      keys: {
        isNeeded: false,
        reason:
          'The channel’s signing keys could not be fetched when last tried, or have not been yet; see the log.',
        check: () => calls.checkLatest('keys'),
      },
    }),
  };
}
