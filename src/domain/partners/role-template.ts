import { highImpactRoleIds, ordinaryRoleIds, privilegedRoleIds } from './role-template-ids.ts';

export type RoleKey =
  keyof typeof privilegedRoleIds | keyof typeof highImpactRoleIds | keyof typeof ordinaryRoleIds;

/** The risk of a role: `privileged` is Microsoft's label, `highImpact` this desk's own for those just below. */
export type RoleLevel = 'privileged' | 'highImpact' | 'ordinary';

/** A built-in role of Microsoft Entra, as referenced by invitations and tokens. */
export interface RoleTemplate {
  /** Lower case. */
  readonly id: string;
  readonly key: RoleKey;
  readonly level: RoleLevel;
}

/** All roles known to the desk, the privileged ones first. */
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

/** @returns undefined if the desk does not know the role: it may be new, so treat it as privileged */
export function roleTemplate(id: string): RoleTemplate | undefined {
  return byId.get(id.trim().toLowerCase());
}

/** Global Administrator includes every other role, and cannot be extended automatically. */
export function isGlobalAdministrator(id: string): boolean {
  return roleTemplate(id)?.key === 'globalAdministrator';
}
