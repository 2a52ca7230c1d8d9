import type { DomainErrorParameters } from '../domain-error.ts';
import type { PersonId, ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import type { PostPriority } from '../notifications/post-priority.ts';
import type { Invitation } from './invitation.ts';

/** Who a pending invitation is from, and who showed it to the desk. */
export type PendingSource =
  | { readonly kind: 'submitted'; readonly partner: ProviderId }
  | {
      readonly kind: 'pasted';
      readonly partner: ProviderId;
      readonly by: NamedPerson;
      /** Whether that person could decide invitations when they pasted it. */
      readonly isAdministrator: boolean;
    }
  /** A mail to the mailbox that the desk reads. */
  | { readonly kind: 'mailbox'; readonly partner: ProviderId };

/** What the desk knows of a pending invitation without reading it. */
export interface PendingInvitation {
  readonly lapsesAt: Instant;
  /** Absent only in what was stored before pending invitations were limited. */
  readonly source?: PendingSource;
  /** Where it was from at first; absent while nobody else submitted or pasted it. */
  readonly first?: PendingSource;
}

/** Maximum numbers of pending invitations that were pasted. 0: unlimited. */
export interface PendingLimits {
  /** For a person who is no administrator, and for the mailbox that the desk reads. */
  readonly perPerson: number;
  readonly perTenant: number;
}

/** @param isAdministrator whether the person who pasted it is one */
export function sourceOf({ partner, origin }: Invitation, isAdministrator: boolean): PendingSource {
  if (origin.kind === 'posted') return { kind: 'submitted', partner: partner.id };
  if (origin.kind === 'mailbox') return { kind: 'mailbox', partner: partner.id };
  return { kind: 'pasted', partner: partner.id, by: origin.by, isAdministrator };
}

/** How urgent it is to tell of a new invitation. */
export function arrivalPriority(source: PendingSource): PostPriority {
  if (source.kind === 'submitted') return 'submitted';
  return source.kind === 'pasted' && source.isAdministrator ? 'pastedByAdministrator' : 'pasted';
}

/**
 * The limit that keeps a person from pasting one more. An administrator is bound only by what administrators pasted, so
 * that nobody else can keep them from it.
 * @param pending every pending invitation of the tenant
 * @returns undefined if there is room
 */
export function limitReached(
  pending: readonly { readonly lapsesAt: Instant; readonly source: PendingSource }[],
  { person, isAdministrator }: { readonly person: PersonId; readonly isAdministrator: boolean },
  { perPerson, perTenant }: PendingLimits,
): DomainErrorParameters['too-many-pending'] | undefined {
  const pasted = pending.flatMap(({ lapsesAt, source }) =>
    source.kind === 'pasted'
      ? [{ lapsesAt, by: source.by.person, isAdministrator: source.isAdministrator }]
      : [],
  );
  const own = isAdministrator ? [] : pasted.filter(({ by }) => by === person);
  const counted = isAdministrator ? pasted.filter((one) => one.isAdministrator) : pasted;
  return full('person', own, perPerson) ?? full('tenant', counted, perTenant);
}

/**
 * Whether as many invitations from the mailbox are pending as may be: as many as of a person. They are counted apart, so
 * that mail, which anybody can write, keeps nobody from pasting.
 */
export function isMailboxFull(
  pending: readonly { readonly source: PendingSource }[],
  { perPerson }: Pick<PendingLimits, 'perPerson'>,
): boolean {
  return perPerson !== 0 && pending.filter(({ source }) => source.kind === 'mailbox').length >= perPerson;
}

function full(
  limit: 'person' | 'tenant',
  counted: readonly { readonly lapsesAt: Instant }[],
  max: number,
): DomainErrorParameters['too-many-pending'] | undefined {
  const [until] = counted.map(({ lapsesAt }) => lapsesAt).sort();
  if (until === undefined || max === 0 || counted.length < max) return undefined;
  return { limit, max, until };
}
