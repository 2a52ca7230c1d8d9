import { foldText } from '../domain/fold-text.ts';
import { roleTemplates } from '../domain/partners/role-template.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** The template id of each role by its folded name in any of the desk's languages, to recognise the roles that a mail lists. */
export const roleIdsByName: ReadonlyMap<string, string> = new Map(
  [en, fr].flatMap(({ roles }) =>
    roleTemplates.map(({ id, key }) => [foldText(roles.names[key]), id] as const),
  ),
);
