import { DomainError } from '../domain/domain-error.ts';
import type { Messages } from '../i18n/messages.ts';
import type { AdaptiveCard } from './card.ts';
import type { Desk } from './desk.ts';
import { errorForLog } from './error-for-log.ts';
import { errorText } from './error-text.ts';
import type { Occasion } from './occasion.ts';
import { render } from './render.ts';
import { noticeView } from './views/notice-view.ts';

/**
 * The card that tells a person what went wrong and what to do next. A press can be made again as it was, with all that was
 * typed, where that may help. A defect is logged under a reference that the card names.
 */
export function errorCard(
  { log, newId }: Desk,
  messages: Messages,
  error: unknown,
  occasion: Occasion,
): AdaptiveCard {
  const title = messages.desk.errorTitle;
  const pressed =
    occasion.kind === 'pressed' ? { verb: occasion.verb, data: asObject(occasion.data) } : undefined;
  if (error instanceof DomainError) {
    log.warn(
      { code: error.code, cause: error.cause === undefined ? undefined : errorForLog(error.cause) },
      'refused',
    );
    const mayPassLater = error.code === 'directory-unavailable' || error.code === 'store-unavailable';
    const retry = mayPassLater && pressed !== undefined ? { retry: pressed } : {};
    return render('notice', noticeView(messages, { title, text: errorText(messages, error), ...retry }));
  }
  const reference = newId();
  log.error({ reference, error: errorForLog(error) }, 'a turn failed');
  const text = messages.desk.unexpected(reference);
  return render(
    'notice',
    noticeView(messages, { title, text, ...(pressed === undefined ? {} : { retry: pressed }) }),
  );
}

function asObject(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}
