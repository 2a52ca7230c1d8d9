import { z } from 'zod';

const id = z.string().min(1);

/** A role that a principal holds, or may activate. */
export const assignmentRow = z.object({
  principalId: id,
  roleDefinitionId: id,
  /** `/` is the whole directory. Null for a role in an application only. */
  directoryScopeId: z.string().nullish(),
  /** The tenant of the principal; missing in some national clouds. */
  principalOrganizationId: z.string().nullish(),
  principal: z.object({ '@odata.type': z.string().nullish() }).nullish(),
});

export type AssignmentRow = z.infer<typeof assignmentRow>;

/** What `checkMemberGroups` answers: those of the groups that the person is a member of. */
export const memberGroups = z.object({ value: z.array(id) });
