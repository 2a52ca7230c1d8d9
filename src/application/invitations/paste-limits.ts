import type { TenantId } from '../../domain/identifiers.ts';
import type { PendingLimits } from '../../domain/invitations/pending-invitation.ts';
import { createOneAtATime } from '../runtime/one-at-a-time.ts';

/** How many pasted invitations may be pending, and who may paste next. */
export interface PasteLimits extends PendingLimits {
  /** Pastes of a tenant follow each other: all count the same pending ones, and would only conflict. */
  readonly inTurn: <Result>(tenant: TenantId, paste: () => Promise<Result>) => Promise<Result>;
}

export function createPasteLimits(limits: PendingLimits): PasteLimits {
  return { ...limits, inTurn: createOneAtATime() };
}
