import type { KnownRoles } from '../domain/invitations/claims/claims.ts';
import { roleNamesFrom } from '../domain/invitations/claims/role-names.ts';
import { isGlobalAdministrator, roleTemplates } from '../domain/partners/role-template.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { otherRoleNames } from './lexicon/role-names.ts';

/** The names of every role, to recognise those that a mail lists. A name of the catalogues counts before any other. */
const names = roleNamesFrom([
  ...roleTemplates.flatMap(({ id, key }) =>
    (otherRoleNames[key]?.split(', ') ?? []).map((name) => [name, id] as const),
  ),
  ...[fr, en].flatMap(({ roles }) => roleTemplates.map(({ id, key }) => [roles.names[key], id] as const)),
]);

/** How the roles that a mail lists are recognised, in all languages. */
export const knownRoles: KnownRoles = { names, isGlobalAdministrator };
