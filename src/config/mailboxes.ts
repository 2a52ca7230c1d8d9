import { z } from 'zod';
import { emailAddress } from '../domain/email-address.ts';
import { withoutQuotes } from '../domain/guid.ts';
import { canonicalTenantId, type TenantId } from '../domain/identifiers.ts';
import { guidFault, idFault, whereIdsAre } from './id-variables.ts';

/** A mailbox as it is set; the tenant may be left out where one is served. */
interface SetMailbox {
  readonly tenant: TenantId | undefined;
  readonly address: string;
}

/** The mailbox of a tenant that is read for invitations. */
export interface InvitationMailbox {
  readonly tenant: TenantId;
  readonly address: string;
}

const mustBeMailboxes =
  'must be the address of a mailbox, such as partners@contoso.com; where several tenants are served, each after its tenant’s id and a slash, separated by commas';

function readMailbox(entry: string): SetMailbox | undefined {
  const parts = entry.split('/').map(withoutQuotes);
  const typed = emailAddress((parts.at(-1) ?? '').toLowerCase());
  const [tenant = ''] = parts;
  if (typed === undefined || parts.length > 2 || tenant === '') return undefined;
  return { address: typed, tenant: parts.length === 1 ? undefined : canonicalTenantId(tenant) };
}

/** `INVITATION_MAILBOX`. */
export const invitationMailboxes = z.string().transform((text, context) => {
  const entries = text.split(',').filter((entry) => entry.trim() !== '');
  const mailboxes = entries.map(readMailbox).filter((mailbox) => mailbox !== undefined);
  if (mailboxes.length === entries.length && mailboxes.length > 0) return mailboxes;
  context.addIssue(mustBeMailboxes);
  return z.NEVER;
});

interface Surroundings {
  readonly readsMicrosoft365: boolean;
  readonly isChina: boolean;
  readonly served: readonly TenantId[] | 'any';
  /** Whether tenants may have ids that are made up. */
  readonly isSandbox: boolean;
}

/** Why no such mailbox can be read: one problem, the first. */
export function mailboxProblems(
  mailboxes: readonly SetMailbox[],
  { readsMicrosoft365, isChina, served, isSandbox }: Surroundings,
): string[] {
  if (mailboxes.length === 0) return [];
  const name = 'INVITATION_MAILBOX';
  if (!readsMicrosoft365)
    return [`${name} must not be set while PARTNER_AUTHORITY is records: it is read through Microsoft 365`];
  if (isChina)
    return [
      `${name} must not be set in the cloud of China: Microsoft Graph does not offer there what it takes`,
    ];
  const tenants = mailboxes.map(({ tenant }) => tenant ?? onlyOf(served));
  const unbound = mailboxes.find((_mailbox, index) => tenants[index] === undefined);
  if (unbound !== undefined)
    return [
      `${name} must name the tenant of each mailbox, since several may be served, such as ${idOf(served)}/${unbound.address}`,
    ];
  const fault = isSandbox ? idFault : guidFault;
  for (const [index, tenant] of tenants.entries()) {
    const wrong = tenant === undefined ? undefined : fault(tenant);
    if (wrong !== undefined) return [`${name} must name tenants by their ids: ${wrong}; ${whereIdsAre}`];
    if (tenant !== undefined && served !== 'any' && !served.includes(tenant))
      return [
        `${name} must name tenants that are served: “${tenant}” is not among ${served.join(', ')}; add it to ALLOWED_TENANTS, or take its mailbox out`,
      ];
    if (tenants.indexOf(tenant) !== index)
      return [`${name} must name one mailbox for each tenant: “${tenant ?? ''}” has two`];
  }
  return [];
}

/** @param mailboxes without problems */
export function mailboxesOf(
  mailboxes: readonly SetMailbox[],
  served: readonly TenantId[] | 'any',
): readonly InvitationMailbox[] {
  return mailboxes.flatMap(({ tenant = onlyOf(served), address }) =>
    tenant === undefined ? [] : [{ tenant, address }],
  );
}

function onlyOf(served: readonly TenantId[] | 'any'): TenantId | undefined {
  return served !== 'any' && served.length === 1 ? served[0] : undefined;
}

function idOf(served: readonly TenantId[] | 'any'): string {
  return (served === 'any' ? undefined : served[0]) ?? '00000000-0000-0000-0000-000000000000';
}
