import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError, isDomainError } from '../../domain/domain-error.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { errorText } from './error-text.ts';
import { noticeCard } from './notice-view.ts';
import type { Services } from './services.ts';
import type { TurnRequest } from './turn-request.ts';

/** What may be otherwise in a moment, so that the press is worth making again. */
const passing = ['directory-unavailable', 'store-unavailable', 'person-too-fast', 'tenant-too-fast'] as const;

interface WentWrong {
  readonly error: unknown;
  readonly request: TurnRequest;
  /** Of the turn. */
  readonly reference: string;
}

/**
 * The card that tells a person what went wrong and what to do next. A press can be made again as it was, with all that was
 * typed, where that may help. A defect is logged under the reference that the card names.
 */
export function errorCard(
  { log, meter }: Pick<Services, 'log' | 'meter'>,
  messages: Messages,
  { error, request, reference }: WentWrong,
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
    const mayPassLater = isDomainError(error, ...passing);
    const retry = mayPassLater && pressed !== undefined ? { retry: pressed } : {};
    return noticeCard(messages, { title, text: errorText(messages, error), ...retry });
  }
  log.error({ error: errorForLog(error) }, 'a turn failed');
  const text = messages.desk.unexpected(reference);
  return noticeCard(messages, { title, text, ...(pressed === undefined ? {} : { retry: pressed }) });
}

function asObject(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}
