import { highImpactRoleIds, ordinaryRoleIds, privilegedRoleIds } from './role-template-ids.ts';

export type RoleKey =
  keyof typeof privilegedRoleIds | keyof typeof highImpactRoleIds | keyof typeof ordinaryRoleIds;

/** How much harm a role can do: `privileged` is Microsoft's label, `highImpact` this desk's for those just below it. */
export type RoleLevel = 'privileged' | 'highImpact' | 'ordinary';

/** A built-in role of Microsoft Entra, as invitations and tokens name it. */
export interface RoleTemplate {
  /** Lower case. */
  readonly id: string;
  readonly key: RoleKey;
  readonly level: RoleLevel;
}

/** Every role that the desk knows; the privileged ones first. */
export const roleTemplates: readonly RoleTemplate[] = [
  ...templatesOf(privilegedRoleIds, 'privileged'),
  ...templatesOf(highImpactRoleIds, 'highImpact'),
  ...templatesOf(ordinaryRoleIds, 'ordinary'),
];

const byId: ReadonlyMap<string, RoleTemplate> = new Map(
  roleTemplates.map((template) => [template.id, template]),
);

function templatesOf<Key extends RoleKey>(
  ids: Readonly<Record<Key, string>>,
  level: RoleLevel,
): readonly RoleTemplate[] {
  const entries = Object.entries(ids) as [Key, string][];
  return entries.map(([key, id]) => ({ id, key, level }));
}

/** @returns undefined where the desk does not know the role: it may be new, so treat it with care */
export function roleTemplate(id: string): RoleTemplate | undefined {
  return byId.get(id.trim().toLowerCase());
}

/** Whether the role rules the whole tenant: it includes every other one, and cannot be extended automatically. */
export function isGlobalAdministrator(id: string): boolean {
  return roleTemplate(id)?.key === 'globalAdministrator';
}
