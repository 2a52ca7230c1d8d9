import { foldText } from '../../domain/fold-text.ts';
import { guid } from '../../domain/guid.ts';
import { roleTemplates } from '../../domain/partners/role-template.ts';

/** The template id of a role, by its English name (spacing is ignored) or by the id itself. */
export function roleIdNamed(name: string): string | undefined {
  if (guid.test(name)) return name.toLowerCase();
  const key = foldText(name).replace(/[^a-z\d]/g, '');
  return roleTemplates.find((role) => role.key.toLowerCase() === key)?.id;
}
