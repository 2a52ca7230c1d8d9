import { parseMail } from '../../../src/adapters/mime/parse-mail.ts';
import { readMailbox } from '../../../src/application/invitations/mailbox/read-mailbox.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { claimsIn } from '../../../src/domain/invitations/claims/claims.ts';
import { textOfMessage } from '../../../src/domain/invitations/message/message-text.ts';
import { knownRoles } from '../../../src/i18n/known-roles.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import {
  granularLink,
  htmlEscaped,
  indirectLink,
  resellerLink,
  safeLink,
  storeForBusinessLink,
} from '../../domain/invitations/link/examples.ts';
import { buttonsOf } from '../../support/cards/card-text.ts';
import { attachedCard, conversation, type Speaker } from '../../support/desk/conversation.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { fileFrom } from '../../support/examples/example-mails.ts';
import { received } from '../../support/examples/invitation-examples.ts';
import { memoryMailbox } from '../../support/ports/memory-mailbox.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';
import { openFileServer, withFile } from '../../support/servers/file-server.ts';
import { mail } from '../../support/tenant/mails.ts';

const words = {
  en: { locale: 'en-GB', authorize: 'Authorize', list: 'invitations', review: /^Review / },
  fr: { locale: 'fr-FR', authorize: 'Autoriser', list: 'invitations', review: /^Examiner / },
} as const;

const roles = rolesOf(
  new Map<string, ReadonlySet<AdminRole>>([
    ['adele', new Set(['globalAdministrator'])],
    ['alex', new Set(['relationshipAdministrator'])],
  ]),
);

const proofpoint = (address: string) => `https://urldefense.com/v3/__${address}__;!!AbCdEf!xYz123-q$`;
const lookAlike = resellerLink.replace('microsoft.com', 'microsoft.com.accept-invitation.example');

/** What people paste, as mail programs leave it. */
const pasted = {
  'forwarded mail': `FYI, can you look at this?

________________________________
From: Fabrikam Cloud Services <sales@fabrikam.example>
Sent: Monday, November 23, 2026 9:12 AM
To: Adele Vance <adele@contoso.example>
Subject: Fabrikam requests admin roles for your Microsoft services

> Partner: Fabrikam Cloud Services
> Click to review and accept:
> <${granularLink}>
> Duration in days: 365
> Azure AD roles:
> - User Administrator
> - Helpdesk Administrator (first line)
> - Directory Readers
`,
  'unrecognised role': `Partner name: Fabrikam
Duration: 2 years
Roles:
* Directory Readers
* Tenant Emperor (needed for the migration)
* Exchange Recipient Administrator
${granularLink}`,
  'indirect provider': `Distributor: Wide World Importers Cloud Distribution and Financing Europe GmbH & Co. KG
Reseller: Lycée Jean-Jacques Rousseau Informatique et Transformation Numérique SARL
${indirectLink}`,
  'through two filters': `Partner: Fabrikam
${safeLink(proofpoint(resellerLink))}`,
  'deadline and words': `Partner: Fabrikam
This invitation expires in 30 days.
Duration: 1,5 years
Roles: Global Administrator
${granularLink}`,
  'look-alike in a filter': proofpoint(lookAlike),
  'look-alike': lookAlike,
  'no reseller': storeForBusinessLink,
  'opaque wrapper': 'https://protect-eu.mimecast.com/s/QwErTyUiOpAsD?domain=admin.microsoft.com',
  'short link': 'https://aka.ms/partneraccept',
  'partners page': 'https://admin.microsoft.com/Adminportal/Home#/partners',
  'Microsoft page': 'https://learn.microsoft.com/partner-center/gdap-introduction',
  'page elsewhere': 'https://www.fabrikam.example/offers/microsoft-365',
} as const;

const longSender = mail(`<p>Please <a href="${htmlEscaped(resellerLink)}">review the invitation</a></p>`, {
  from: '"Microsoft Partner Invitations Department (verified)" <invitations@microsoft.com.accept.partner.login.billing.contoso-online.example>',
  results:
    'mx.contoso.example; spf=softfail smtp.mailfrom=example; dkim=temperror; dmarc=fail action=quarantine',
  type: 'html',
});

export const arrivingCardNames = [
  ...Object.keys(pasted),
  'second step with an unrecognised role',
  'second step in words',
  'disguised link',
  'contradicting claims',
  'second step with contradicting claims',
  'mail file',
  'second step of a mail file',
  'file without an invitation',
  'Outlook file',
  'several files',
  'mailbox',
];

/** What answers invitations as they really arrive, and what only looks like one. */
export async function arrivingCards(language: 'en' | 'fr'): Promise<ReadonlyMap<string, AdaptiveCard>> {
  const { locale, authorize, list, review } = words[language];
  const as = { locale };
  const cards = new Map<string, AdaptiveCard>();
  const say = (text: string) => conversation({ roles }).say(text, as);
  for (const [name, text] of Object.entries(pasted)) cards.set(name, await say(text));

  const second = async (text: string) => {
    const chat = conversation({ roles });
    return chat.press(await chat.say(text, as), authorize, {}, as);
  };
  cards.set('second step with an unrecognised role', await second(pasted['unrecognised role']));
  cards.set('second step in words', await second(pasted['deadline and words']));
  cards.set('disguised link', await disguised(as));

  const disputed = conversation({ roles });
  const claim = (duration: string, role: string) =>
    `Partner: Fabrikam\nDuration: ${duration}\nRoles:\n* ${role}\n${granularLink}`;
  await disputed.send(
    {
      type: 'message',
      text: claim('30 days', 'Directory Readers'),
      from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: 'alex' },
    },
    { ...as, conversation: 'chat-2' },
  );
  const contradicting = await disputed.say(claim('2 years', 'Global Administrator'), as);
  cards.set('contradicting claims', contradicting);
  cards.set('second step with contradicting claims', await disputed.press(contradicting, authorize, {}, as));

  const inFiles = conversation({ roles });
  const file = await sent(inFiles, as, [['Invitation.eml', longSender]]);
  cards.set('mail file', file);
  const granular = mail(`Roles:\r\n* User Administrator\r\n${granularLink}`);
  const inMail = await sent(inFiles, as, [['FW_ Fabrikam.eml', granular]]);
  cards.set('second step of a mail file', await inFiles.press(inMail, authorize, {}, as));
  cards.set('file without an invitation', await sent(inFiles, as, [['Lunch.eml', mail('Lunch at noon?')]]));
  cards.set(
    'several files',
    await sent(inFiles, as, [
      ['Invitation from Fabrikam.eml', granular],
      ['Lunch.eml', mail('Lunch at noon?')],
      ['Re_ invitation.eml', mail(lookAlike)],
    ]),
  );
  cards.set('Outlook file', await sent(inFiles, as, [['Fabrikam.msg', outlookFile]]));

  const mailed = conversation({ roles });
  await readInto(mailed);
  const waiting = await mailed.say(list, as);
  const opens = buttonsOf(waiting).find(({ title }) => review.test(title))?.title ?? '';
  cards.set('mailbox', await mailed.press(waiting, opens, {}, as));
  return cards;
}

const outlookFile = Buffer.from('d0cf11e0a1b11ae1000000000000000000000000', 'hex');

/** A hyperlink whose words show an invitation, and which opens another site. */
async function disguised(as: Partial<Speaker>): Promise<AdaptiveCard> {
  const content = `<p>Please accept: <a href="https://sign-in.accept-invitation.example/x">${htmlEscaped(resellerLink)}</a></p>`;
  const attachments = [{ contentType: 'text/html', content }];
  const { posted } = await conversation().send({ type: 'message', text: resellerLink, attachments }, as);
  return attachedCard(posted);
}

/** Sends files in one message. @returns the card that answers it */
async function sent(
  chat: ReturnType<typeof conversation>,
  as: Partial<Speaker>,
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): Promise<AdaptiveCard> {
  const servers = await Promise.all(files.map(([, content]) => openFileServer(withFile(content))));
  try {
    const attachments = servers.map(({ address }, at) => fileFrom(address, files[at]?.[0] ?? ''));
    const { posted } = await chat.send({ type: 'message', attachments }, as);
    return attachedCard(posted);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Reads an invitation from a mailbox into the store of a desk. */
async function readInto(chat: ReturnType<typeof conversation>): Promise<void> {
  const mailbox = memoryMailbox();
  mailbox.put(
    '1',
    later(received, -60_000),
    mail(
      `Dear customer,\r\n\r\nplease accept ${granularLink}\r\n\r\nDuration: 6 months\r\nRoles:\r\n- Global Reader\r\n- Service Support Administrator`,
    ),
  );
  const desk = invitationDesk({ store: chat.store });
  const ports = {
    ...desk,
    mailboxReader: mailbox.reader,
    parseMail,
    claimsIn: (message: Parameters<typeof textOfMessage>[0]) => claimsIn(textOfMessage(message), knownRoles),
    announcements: { wake: () => undefined },
    pendingLimits: { perPerson: 20 },
    interval: 300_000,
    meter: recordedMeter(),
    log: recordedLog(),
  };
  const { signal } = new AbortController();
  await readMailbox(ports, { tenant: tenantId('tenant-1'), address: 'partners@contoso.example' }, signal);
}
