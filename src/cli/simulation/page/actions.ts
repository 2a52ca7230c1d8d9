import { randomUUID } from 'node:crypto';
import { guidIn } from '../../../domain/guid.ts';
import { privilegedRoleIds } from '../../../domain/partners/role-template-ids.ts';
import { wholeFailures, type WholeFailure } from '../tenant/faults.ts';
import { permissions, type SimulatedTenant } from '../tenant/simulated-tenant.ts';
import { everyonesRoles } from '../tenant/tenant-rows.ts';
import { offeredRoles } from './form.ts';
import { writtenMail } from './mailbox-section.ts';

/** Why a form was not accepted, for the person who sent it. */
export class FormProblem extends Error {
  override readonly name = 'FormProblem';
}

type Action = (tenant: SimulatedTenant, form: URLSearchParams) => string;

const unknownNames = ['Wingtip Networks', 'Tailspin Support', 'Adatum Cloud', 'Lucerne IT', 'Relecloud'];

/** What the page's forms do. Each returns a sentence that says what was done. */
export const actions: Readonly<Record<string, Action>> = {
  approve(tenant, form) {
    const id = guidIn(form.get('partner') ?? '') ?? fail('The partner’s tenant id is no GUID.');
    const name = (form.get('name') ?? '').trim() || `Partner ${id.slice(0, 8)}`;
    const roles = rolesIn(form);
    const sells = form.has('sells');
    if (roles.length === 0 && !sells) fail('Tick a role, or that it sells a subscription.');
    const before = tenant.partners.find((partner) => partner.id === id);
    const isProvider = roles.length > 0;
    tenant.approve(
      {
        id,
        name,
        domain: before?.domain ?? domainOf(form),
        isServiceProvider: isProvider ? true : (before?.isServiceProvider ?? 'absent'),
        allowedRoles: isProvider ? roles : (before?.allowedRoles ?? []),
        heldRoles: isProvider ? roles : (before?.heldRoles ?? []),
        subscriptions: sells ? Math.max(1, before?.subscriptions ?? 0) : (before?.subscriptions ?? 0),
      },
      'alexw@contoso.example',
    );
    return `${name} was approved.`;
  },
  remove(tenant, form) {
    const { id, name } = partnerIn(tenant, form);
    tenant.removePartner(id, 'alexw@contoso.example');
    return `The access of ${name} was taken away.`;
  },
  'end-subscriptions'(tenant, form) {
    const { id, name } = partnerIn(tenant, form);
    tenant.changePartner(id, { subscriptions: 0 });
    return `The subscriptions of ${name} have ended.`;
  },
  'add-unknown'(tenant, form) {
    const isGlobal = form.get('with') === 'globalAdministrator';
    const name = unknownNames[tenant.partners.length % unknownNames.length] ?? 'Wingtip Networks';
    tenant.approve(
      {
        id: randomUUID(),
        name,
        domain: `${name.toLowerCase().replaceAll(' ', '-')}.example`,
        allowedRoles: [isGlobal ? privilegedRoleIds.globalAdministrator : privilegedRoleIds.globalReader],
      },
      'somebody.else@contoso.example',
    );
    return `${name} was given access by somebody else, without the desk.`;
  },
  'change-roles'(tenant, form) {
    const { id, name } = partnerIn(tenant, form);
    const roles = rolesIn(form);
    tenant.changePartner(id, { isServiceProvider: true, allowedRoles: roles, heldRoles: roles });
    return `The roles of ${name} were changed.`;
  },
  'remove-role'(tenant, form) {
    const { id, name, allowedRoles, heldRoles } = partnerIn(tenant, form);
    const without = (roles: readonly string[]) => roles.filter((role) => role !== form.get('role'));
    tenant.changePartner(id, { allowedRoles: without(allowedRoles), heldRoles: without(heldRoles) });
    return `A role of ${name} was taken away.`;
  },
  'change-trust'(tenant, form) {
    const { id, name, inboundTrust } = partnerIn(tenant, form);
    const isMfaAccepted = inboundTrust?.isMfaAccepted !== true;
    tenant.changePartner(id, {
      inboundTrust: {
        isMfaAccepted,
        isCompliantDeviceAccepted: false,
        isHybridAzureADJoinedDeviceAccepted: false,
      },
    });
    return `Second factors of ${name} are ${isMfaAccepted ? 'trusted' : 'no longer trusted'}.`;
  },
  'write-mail'(tenant, form) {
    const to = mailboxIn(tenant, form);
    if ((form.get('from') ?? '').trim() === '') fail('Say who the mail is from.');
    tenant.mailboxes.deliver(to, writtenMail(form, new Date()));
    return `The mail is in the mailbox ${to}.`;
  },
  'mailbox-scope'(tenant, form) {
    const to = mailboxIn(tenant, form);
    if (form.has('inScope')) tenant.mailboxes.scope.add(to);
    else tenant.mailboxes.scope.delete(to);
    return `The desk may ${form.has('inScope') ? '' : 'not '}read ${to}.`;
  },
  'sign-in'(tenant, form) {
    const { id, name, domain } = partnerIn(tenant, form);
    tenant.addSignIn({ homeTenantId: id, userPrincipalName: `technician@${domain}` });
    return `Someone of ${name} signed in.`;
  },
  'who-i-am'(tenant, form) {
    tenant.everyone =
      everyonesRoles.find((role) => role === form.get('role')) ?? fail('There is no such role here.');
    return 'You are somebody else now.';
  },
  licences(tenant, form) {
    tenant.licences.p1 = form.has('p1');
    tenant.licences.p2 = form.has('p2');
    return 'The licences were changed.';
  },
  permissions(tenant, form) {
    const given = form.getAll('permission');
    tenant.granted.clear();
    for (const name of permissions) if (given.includes(name)) tenant.granted.add(name);
    return 'The permissions were changed. A permission that was given counts with the desk’s next token.';
  },
  fail(tenant, form) {
    const how = Object.keys(wholeFailures).find((failure) => failure === form.get('how'));
    tenant.failAs((how ?? fail('Microsoft Graph does not fail in that way.')) as WholeFailure);
    return 'Microsoft Graph fails now.';
  },
  mend(tenant) {
    tenant.failAs(undefined);
    return 'Microsoft Graph is mended.';
  },
  consent(tenant, form) {
    tenant.hasConsented = form.get('answer') === 'accept';
    return tenant.hasConsented ? 'The permissions were consented to.' : 'The consent was refused.';
  },
};

function partnerIn(tenant: SimulatedTenant, form: URLSearchParams) {
  return (
    tenant.partners.find(({ id }) => id === form.get('partner')) ?? fail('There is no such partner any more.')
  );
}

function mailboxIn({ mailboxes }: SimulatedTenant, form: URLSearchParams): string {
  return (
    mailboxes.addresses.find((address) => address === form.get('to')) ?? fail('There is no such mailbox.')
  );
}

function rolesIn(form: URLSearchParams): readonly string[] {
  const roles = [...new Set(form.getAll('roles'))];
  return roles.every((role) => offeredRoles.includes(role) || guidIn(role) === role)
    ? roles
    : fail('There is no such role.');
}

function domainOf(form: URLSearchParams): string {
  const domain = form.get('domain') ?? '';
  return /^[a-z\d][a-z\d.-]*$/i.test(domain) ? domain : 'partner.example';
}

function fail(message: string): never {
  throw new FormProblem(message);
}
