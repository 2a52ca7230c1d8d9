import { en } from '../../../i18n/en.ts';
import {
  highImpactRoleIds,
  ordinaryRoleIds,
  privilegedRoleIds,
} from '../../../domain/partners/role-template-ids.ts';
import { roleTemplate } from '../../../domain/partners/role-template.ts';
import { html, type Html } from './html.ts';

/** The roles that can be ticked. */
export const offeredRoles: readonly string[] = [
  privilegedRoleIds.globalAdministrator,
  privilegedRoleIds.userAdministrator,
  privilegedRoleIds.helpdeskAdministrator,
  privilegedRoleIds.globalReader,
  highImpactRoleIds.exchangeAdministrator,
  ordinaryRoleIds.licenseAdministrator,
  ordinaryRoleIds.serviceSupportAdministrator,
  ordinaryRoleIds.directoryReaders,
];

/** @param id a role template id; one that is not built in is shown by its id */
export function roleName(id: string): string {
  const known = roleTemplate(id);
  return known === undefined ? id : en.roles.names[known.key];
}

/** What every form carries: whom it is about, and proof that it is from this page. */
export interface FormContext {
  readonly secret: string;
  readonly tenant: string;
}

/** A form that does something. @param action see `actions` */
export function form(
  { secret, tenant }: FormContext,
  action: string,
  button: string,
  fields: Html | readonly Html[] = [],
): Html {
  return html`<form method="post" action="/act/${action}">
    <input type="hidden" name="secret" value="${secret}" />
    <input type="hidden" name="tenant" value="${tenant}" />
    ${fields}
    <button>${button}</button>
  </form>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

export function checkbox(name: string, value: string, label: string, isTicked: boolean): Html {
  return html`<label
    ><input type="checkbox" name="${name}" value="${value}" ${isTicked ? html` checked` : ''} />
    ${label}</label
  >`;
}

export function text(name: string, label: string, value = ''): Html {
  return html`<label>${label} <input type="text" name="${name}" value="${value}" maxlength="1000" /></label>`;
}

export function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen?: string,
): Html {
  return html`<label
    >${label}
    <select name="${name}">
      ${options.map(
        ([value, shown]) =>
          html`<option value="${value}" ${value === chosen ? html` selected` : ''}>${shown}</option>`,
      )}
    </select></label
  >`;
}

/** Roles to tick, those that are ticked although they are not offered among them. */
export function roleBoxes(ticked: readonly string[]): Html {
  const roles = [...new Set([...offeredRoles, ...ticked])];
  return html`<fieldset>
    <legend>Roles</legend>
    ${roles.map((role) => checkbox('roles', role, roleName(role), ticked.includes(role)))}
  </fieldset>`;
}
