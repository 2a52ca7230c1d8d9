import { z } from 'zod';
import { readAdmin } from '../adapters/roles/read-admin.ts';
import { guid, guidIn, withoutQuotes } from '../domain/guid.ts';

const example = '00000000-0000-0000-0000-000000000000';
const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u;

/** Hexadecimal groups, as in a GUID that lost a digit on the way. */
const nearlyGuid = /^[\da-f]{4,}(?:-[\da-f]+){2,}$/i;

/** Whether an id of Microsoft Entra cannot be meant: a sandbox may make up ids, but nobody makes up these. */
export function idFault(id: string): string | undefined {
  if (id.includes('@')) return `“${id}” is a user name`;
  if (domain.test(id)) return `“${id}” is a domain`;
  if (nearlyGuid.test(id) && !guid.test(id)) return `“${id}” has too few or too many digits for an id`;
  return undefined;
}

/** The same in production, where every id is a GUID, and the examples' is nobody's. */
export function guidFault(id: string): string | undefined {
  if (id === example) return `“${id}” is only an example`;
  return idFault(id) ?? (guid.test(id) ? undefined : `“${id}” is no id of Microsoft Entra`);
}

export function isDomain(text: string): boolean {
  return domain.test(text);
}

const commaSeparated = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** An id as people and programs write it, in the form that it is compared in. */
const id = z.string().transform((text) => guidIn(text) ?? withoutQuotes(text));

export const mustBeTenants = `must name tenants by their ids, such as ${example}, separated by commas`;
export const mustBeTenant = `must be the id of the registration’s tenant, such as ${example}`;
export const mustBeApp = `must be the application id of the bot’s registration, such as ${example}`;
export const mustBeAdmins =
  'must be object ids with their roles (globalAdministrator, billingAdministrator, relationshipAdministrator), ' +
  `such as ${example}=globalAdministrator+billingAdministrator, separated by commas; where several tenants are served, each after its tenant’s id and a slash`;

/** The Entra admin center's words, so that whoever reads a problem finds the id. */
export const whereIdsAre =
  'the Entra admin center shows a tenant’s id under Overview and a person’s object id under Users';

/** The variables that hold ids of Microsoft Entra. Whether they must be GUIDs depends on the mode. */
export const idVariables = {
  MicrosoftAppId: id.optional(),
  MicrosoftAppTenantId: id.optional(),
  ALLOWED_TENANTS: commaSeparated
    .transform((ids) => [...new Set(ids.map((each) => id.parse(each)))])
    .optional(),
  ADMINS: commaSeparated
    .transform((entries, context) => {
      const admins = entries.map(readAdmin).filter((admin) => admin !== undefined);
      if (admins.length === entries.length && admins.length > 0) return admins;
      context.addIssue(mustBeAdmins);
      return z.NEVER;
    })
    .optional(),
};
