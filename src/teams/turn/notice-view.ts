import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { firstSearch } from './first-search.ts';

interface Notice {
  readonly title: string;
  readonly text: string;
  /** No buttons, as in the dialog of a message action. */
  readonly isPlain?: true;
  /** A page on which to do first what a retry takes. */
  readonly page?: { readonly title: string; readonly url: string };
  /** The press to repeat, unchanged. */
  readonly retry?: { readonly verb: string; readonly data: object };
}

/** A short text with next steps: an error that the person can act on, or a confirmation. */
export const noticeCard = defineCard('notice', noticeView);

function noticeView(messages: Messages, notice: Notice) {
  const { desk } = messages;
  return {
    title: notice.title,
    text: notice.text,
    hasPage: notice.page !== undefined,
    pageTitle: notice.page?.title ?? '',
    page: notice.page?.url ?? '',
    hasNext: notice.retry !== undefined || notice.page !== undefined,
    hasRetry: notice.retry !== undefined,
    retryVerb: notice.retry?.verb ?? 'help.show',
    retryTitle: desk.tryAgain,
    retryData: notice.retry?.data ?? {},
    hasWaysOn: notice.retry === undefined && notice.isPlain === undefined,
    findTitle: desk.findProvider,
    findData: { state: firstSearch },
    helpTitle: desk.help,
  };
}
