import { randomUUID } from 'node:crypto';
import type { SimulatedTenant } from '../tenant/simulated-tenant.ts';
import { checkbox, choice, form, hidden, text, type FormContext } from './form.ts';
import { html, type Html } from './html.ts';
import type { KnownPartner } from './known-partners.ts';

/** Lets a partner write to each mailbox of a tenant. */
export function mailboxSection(
  { mailboxes }: SimulatedTenant,
  knownPartners: readonly KnownPartner[],
  context: FormContext,
): Html {
  return html`${mailboxes.addresses.map(
    (address) =>
      html`<h2>The mailbox ${address}</h2>
        <p>It has ${mailboxes.mailsOf(address)?.length ?? 0} mails. The desk reads it every few seconds.</p>
        ${form(context, 'write-mail', 'Send this mail', [
          hidden('to', address),
          text(
            'from',
            'From',
            `${knownPartners[0]?.name ?? 'Lucerne IT'} <invitations@${knownPartners[0]?.domain ?? 'lucerne.example'}>`,
          ),
          html`<label
            >Mail
            <textarea name="body" rows="9" cols="70" maxlength="20000">
${sampleText(knownPartners[0])}</textarea>
          </label>`,
          choice('dmarc', 'The mail system finds its sender', [
            ['pass', 'genuine (DMARC passes)'],
            ['fail', 'not genuine (DMARC fails)'],
          ]),
        ])}
        ${form(context, 'mailbox-scope', 'Set what Exchange allows', [
          hidden('to', address),
          checkbox('inScope', 'on', 'The desk may read this mailbox', mailboxes.scope.has(address)),
        ])}`,
  )}`;
}

/** A request for delegated administration, as partners write it. Each has a link of its own. */
function sampleText(partner: KnownPartner | undefined): string {
  const id = partner?.id ?? randomUUID();
  return [
    'Hello,',
    '',
    `${partner?.name ?? 'Lucerne IT'} would like to manage your Microsoft 365. Please accept with this link:`,
    `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${randomUUID()}-${id}`,
    '',
    'Requested roles: Service Support Administrator, Directory Readers',
    'Duration: 365 days',
  ].join('\n');
}

/** The mail of that form, as the mail system of the tenant would store it. */
export function writtenMail(form: URLSearchParams, at: Date): string {
  const line = (name: string) => (form.get(name) ?? '').replace(/[\r\n]+/g, ' ').trim();
  const domain = /@([\w.-]+)/.exec(line('from'))?.[1] ?? 'partner.example';
  const verdict = form.get('dmarc') === 'fail' ? 'fail' : 'pass';
  return [
    `Authentication-Results: spf=${verdict} smtp.mailfrom=${domain}; dkim=${verdict} header.d=${domain}; dmarc=${verdict} header.from=${domain}`,
    `From: ${line('from')}`,
    `To: ${line('to')}`,
    'Subject: Invitation',
    `Date: ${at.toUTCString()}`,
    `Message-ID: <${randomUUID()}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    (form.get('body') ?? '').replace(/\r?\n/g, '\r\n'),
    '',
  ].join('\r\n');
}
