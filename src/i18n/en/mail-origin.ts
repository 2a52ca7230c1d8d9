import type { AuthenticationVerdict, MailOrigin } from '../../domain/invitations/message/mail-origin.ts';

const verdicts: Record<AuthenticationVerdict, string> = {
  pass: 'passed',
  fail: 'failed',
  softfail: 'failed softly',
  neutral: 'says neither',
  none: 'is not used',
  policy: 'refused by policy',
  temperror: 'could not be checked',
  permerror: 'could not be checked',
};

const resultsBy: Record<MailOrigin['headersBy'], (results: string) => string> = {
  anybody: (results) => `${results}: as its headers claim; anyone can write them.`,
  mailbox: (results) => `${results}: as your mail system noted on receipt.`,
};

const noResults: Record<MailOrigin['headersBy'], string> = {
  anybody: 'Its headers say nothing of SPF, DKIM or DMARC.',
  mailbox: 'Your mail system noted nothing of SPF, DKIM or DMARC.',
};

/** Where a mail says that it is from. */
export const mailOrigin = {
  lead: 'It came in a mail from',
  noSender: 'It came in a mail that names no sender, or more than one.',
  name: (name: string) => `which calls itself “${name}”`,
  verdicts,
  resultsBy,
  noResults,
  failed:
    'DMARC failed: the mail does not show that it is from this address. Ask the partner, through a contact that you know, before you decide.',
};
