import { permissions, type SimulatedTenant } from '../tenant/simulated-tenant.ts';
import type { EveryonesRole, SimulatedPartner } from '../tenant/tenant-rows.ts';
import type { KnownPartner } from './known-partners.ts';
import { mailboxSection } from './mailbox-section.ts';
import { checkbox, choice, form, hidden, roleBoxes, roleName, text, type FormContext } from './form.ts';
import { html, type Html } from './html.ts';

interface TenantScreen {
  readonly tenant: SimulatedTenant;
  /** Of every tenant that the desk has asked for. */
  readonly tenantIds: readonly string[];
  readonly knownPartners: readonly KnownPartner[];
  readonly secret: string;
  /** What was just done. */
  readonly done: string | undefined;
}

const everyoneWords: Readonly<Record<EveryonesRole, string>> = {
  globalAdministrator: 'Global Administrator',
  billingAdministrator: 'Billing Administrator',
  relationshipAdministrator: 'Customer Delegated Admin Relationship Administrator',
  eligible: 'Global Administrator, but eligible only: not activated',
  none: 'No administrator',
};

const failureWords = {
  down: 'It is down (503)',
  throttled: 'It asks to wait (429, 20 seconds)',
  hanging: 'It never answers',
  refusing: 'It refuses everything (403)',
} as const;

/** The whole tenant: who is in it, and what can be made to happen. */
export function tenantScreen({ tenant, tenantIds, knownPartners, secret, done }: TenantScreen): Html {
  const context = { secret, tenant: tenant.id };
  const others = tenantIds.filter((id) => id !== tenant.id);
  return html`
    ${done !== undefined && html`<p role="status"><strong>${done}</strong> The desk sees it when it reads next, within seconds.</p>`}
    <p class="quiet">Tenant ${tenant.id}</p>
    ${others.length > 0 && html`<p>Other tenants: ${others.map((id) => html`<a href="/?tenant=${encodeURIComponent(id)}">${id}</a> `)}</p>`}
    <h2>Partners</h2>
    ${tenant.partners.map((partner) => partnerArticle(partner, context))}
    <h2>Requests</h2>
    <p>
      What was authorized in the desk is not known here: Microsoft 365 has the request from the partner.
      Choose it, or paste the invitation’s link.
    </p>
    <form method="get" action="/adminportal/home">
      ${hidden('tenant', tenant.id)}
      ${choice('partner', 'Partner', [['', 'The one in the link'], ...knownPartners.map(({ id, name, hint }) => [id, `${name} (${hint})`] as const)], knownPartners[0]?.id)}
      ${text('link', 'Link')}
      <button>Open the request</button>
    </form>
    ${mailboxSection(tenant, knownPartners, context)}
    <h2>Somebody else, without the desk</h2>
    ${form(
      context,
      'add-unknown',
      'Give an unknown partner access',
      choice('with', 'As', [
        ['globalReader', 'Global Reader'],
        ['globalAdministrator', 'Global Administrator'],
      ]),
    )}
    <h2>Who I am</h2>
    ${form(context, 'who-i-am', 'Be this', choice('role', 'Everyone in the chat is', Object.entries(everyoneWords), tenant.everyone))}
    <h2>What the desk can read</h2>
    ${form(
      context,
      'permissions',
      'Set permissions',
      html`<fieldset>
        <legend>Permissions</legend>
        ${permissions.map((name) => checkbox('permission', name, name, tenant.granted.has(name)))}
      </fieldset>`,
    )}
    ${form(
      context,
      'licences',
      'Set licences',
      html`<fieldset>
        <legend>Licences</legend>
        ${checkbox('p1', 'on', 'Microsoft Entra ID P1: sign-ins', tenant.licences.p1)}${checkbox('p2', 'on', 'Microsoft Entra ID P2: eligible roles', tenant.licences.p2)}
      </fieldset>`,
    )}
    <h2>Make Microsoft Graph fail</h2>
    ${tenant.failure === undefined ? html`<p>It works.</p>` : html`<p><strong>It fails now: ${failureWords[tenant.failure]}.</strong></p>`}
    ${form(context, 'fail', 'Make it fail', choice('how', 'How', Object.entries(failureWords), tenant.failure))}
    ${form(context, 'mend', 'Mend it')}
  `;
}

function partnerArticle(partner: SimulatedPartner, context: FormContext): Html {
  const { id, name, isServiceProvider, heldRoles, allowedRoles, subscriptions, inboundTrust } = partner;
  const about = hidden('partner', id);
  const roles = [...new Set([...allowedRoles, ...heldRoles])];
  return html`<article>
    <h3>${name}</h3>
    <p class="quiet">${id}</p>
    <ul>
      <li>
        ${isServiceProvider === true ? 'Service provider with delegated administration' : 'No delegated administration'}
      </li>
      ${roles.map((role) => html`<li>${roleName(role)}</li>`)}
      ${subscriptions > 0 && html`<li>Subscriptions that it sold: ${subscriptions}</li>`}
      ${inboundTrust?.isMfaAccepted === true && html`<li>Its second factors are trusted</li>`}
    </ul>
    ${isServiceProvider === true && form(context, 'remove', 'Remove its access', about)}
    ${subscriptions > 0 && form(context, 'end-subscriptions', 'End its subscriptions', about)}
    ${
      roles.length > 0 &&
      form(context, 'remove-role', 'Take this role away', [
        about,
        choice(
          'role',
          'Role',
          roles.map((role) => [role, roleName(role)]),
        ),
      ])
    }
    <details>
      <summary>More</summary>
      ${form(context, 'change-roles', 'Set these roles', [about, roleBoxes(roles)])}
      ${form(context, 'change-trust', 'Change whether its second factors are trusted', about)}
      ${form(context, 'sign-in', 'Let someone of it sign in', about)}
    </details>
  </article>`;
}
