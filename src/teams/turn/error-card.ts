import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError, isDomainError } from '../../domain/domain-error.ts';
import { myRolesPage } from '../../domain/invitations/admin-center-page.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { errorText } from './error-text.ts';
import { noticeCard } from './notice-view.ts';
import type { Services } from './services.ts';
import type { TurnRequest } from './turn-request.ts';

/** Transient errors, after which the press is worth retrying. */
const transient = [
  'directory-unavailable',
  'roster-unavailable',
  'roles-unavailable',
  'role-not-active',
  'store-unavailable',
  'person-too-fast',
  'tenant-too-fast',
] as const;

interface Failure {
  readonly error: unknown;
  readonly request: TurnRequest;
  /** Of the turn; a defect is logged under it. */
  readonly reference: string;
}

/**
 * The card that tells a person what went wrong and what to do next. Where a retry may help, it repeats the press with
 * all its inputs. After a defect, the card shows the reference.
 */
export function errorCard(
  { log, meter }: Pick<Services, 'log' | 'meter'>,
  messages: Messages,
  { error, request, reference }: Failure,
): AdaptiveCard {
  const title = messages.desk.errorTitle;
  const pressed =
    request.kind === 'pressed' ? { verb: request.verb, data: asObject(request.data) } : undefined;
  if (error instanceof DomainError) {
    meter.record({ kind: 'refusal', reason: (error as DomainError).code });
    log.warn(
      { code: error.code, cause: error.cause === undefined ? undefined : errorForLog(error.cause) },
      'refused',
    );
    const isTransient = isDomainError(error, ...transient);
    const retry = isTransient && pressed !== undefined ? { retry: pressed } : {};
    const page = isDomainError(error, 'role-not-active')
      ? { page: { title: messages.atMicrosoft.myRoles, url: myRolesPage } }
      : {};
    // Whom the desk does not serve gets no ways on, which would lead nowhere.
    const plain =
      isDomainError(error, 'guest-refused') && !error.parameters.maySearch ? { isPlain: true as const } : {};
    return noticeCard(messages, { title, text: errorText(messages, error), ...retry, ...page, ...plain });
  }
  log.error({ error: errorForLog(error) }, 'a turn failed');
  const text = messages.desk.unexpected(reference);
  return noticeCard(messages, { title, text, ...(pressed === undefined ? {} : { retry: pressed }) });
}

function asObject(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}
