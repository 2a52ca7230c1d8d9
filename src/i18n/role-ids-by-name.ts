import { foldText } from '../domain/fold-text.ts';
import { roleTemplates } from '../domain/partners/role-template.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Role template ids by folded name in all languages of the desk, to recognise the roles listed in a mail. */
export const roleIdsByName: ReadonlyMap<string, string> = new Map(
  [en, fr].flatMap(({ roles }) =>
    roleTemplates.map(({ id, key }) => [foldText(roles.names[key]), id] as const),
  ),
);
