import { isDeepStrictEqual } from 'node:util';
import type { Invitation } from '../../../domain/invitations/invitation.ts';
import { authenticationMethods, type MailOrigin } from '../../../domain/invitations/message/mail-origin.ts';
import { claimsOf } from '../../../domain/invitations/with-claim.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { joinedByDots, optional, shortened } from '../../cards/text.ts';

/** Several people may have shown a mail with the same link. More are not shown. */
const maxMails = 2;
const maxLocalPart = 24;
const maxDomain = 48;
const maxName = 60;

/** The mails that an invitation came in, and where they say that they are from. All of it is claimed. */
export function mailOriginView(messages: Messages, invitation: Invitation) {
  const mails = [invitation, ...claimsOf(invitation)]
    .flatMap(({ mail }) => mail ?? [])
    .filter((mail, at, all) => all.findIndex((other) => isDeepStrictEqual(other, mail)) === at)
    .slice(0, maxMails)
    .map((mail) => viewOf(messages, mail));
  return { hasMails: mails.length > 0, mails };
}

function viewOf({ mailOrigin: text }: Messages, { from, fromName, results, headersBy }: MailOrigin) {
  const stated = authenticationMethods.flatMap((method) => {
    const verdict = results[method];
    return verdict === undefined ? [] : [`${method.toUpperCase()} ${text.verdicts[verdict]}`];
  });
  return {
    mailLead: from === undefined ? text.noSender : `${text.lead} `,
    mailFrom: optional(from === undefined ? undefined : shortAddress(from)),
    mailName: optional(fromName === undefined ? undefined : `, ${text.name(shortened(fromName, maxName))}`),
    mailResults:
      stated.length === 0 ? text.noResults[headersBy] : text.resultsBy[headersBy](joinedByDots(stated)),
    mailWarning: optional(results.dmarc === 'fail' ? text.failed : undefined),
  };
}

/** Shortened so that the end of the domain, which says whose it is, stays, from the start of a label on. */
function shortAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
  const end = domain.length <= maxDomain ? domain : endOf(domain);
  return at < 0 ? end : `${shortened(local, maxLocalPart)}@${end}`;
}

function endOf(domain: string): string {
  const end = domain.slice(1 - maxDomain);
  return `…${end.slice(Math.max(end.indexOf('.'), 0))}`;
}
