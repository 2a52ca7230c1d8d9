import type { Actor } from '../../domain/actor.ts';
import { foldText } from '../../domain/fold-text.ts';
import { acceptPartners, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import type { Invitation, InvitingPartner } from '../../domain/invitations/invitation.ts';
import { isInGroup, mailboxGroup, type PendingGroup } from '../../domain/invitations/pending-group.ts';
import type { NamedPerson } from '../../domain/named-person.ts';
import { isName, isPartOfName } from '../../domain/partners/partner-match.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { pendingInvitations, type ListedPending } from './pending-invitations.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

/** A group of pending invitations, with the name that it goes by. */
export type ListedGroup = { readonly count: number } & (
  | { readonly group: Extract<PendingGroup, { readonly kind: 'person' }>; readonly name: NamedPerson }
  /** By the name that one of its invitations gives it. */
  | { readonly group: Extract<PendingGroup, { readonly kind: 'partner' }>; readonly name: InvitingPartner }
  | { readonly group: Extract<PendingGroup, { readonly kind: 'mailbox' }>; readonly name: 'mailbox' }
);

/** More than this would bury the list of invitations. */
const maxListed = 3;

/**
 * The largest groups of two or more pasted or mailed invitations, for a person who may decide some; none for others.
 * What was submitted with a signature does not count.
 * @throws DomainError('store-unavailable')
 */
export async function pendingGroups(ports: Ports, actor: Actor): Promise<readonly ListedGroup[]> {
  if (!hasOneOf(await ports.roles.shownRolesOf(actor), acceptPartners)) return [];
  const pending = await pendingInvitations(ports.store, actor.tenant, ports.clock.now());
  const unsigned = pending.filter(({ source }) => source.kind !== 'submitted');
  const largest = groupsOf(unsigned)
    .filter(({ members }) => members.length > 1)
    .sort((one, other) => other.members.length - one.members.length);
  // All that a person pasted, or that was mailed, may be of one partner: the first of the two is enough.
  const distinct = largest.filter(
    ({ members }, index) => largest.findIndex((other) => isSame(other.members, members)) === index,
  );
  const listed = await Promise.all(distinct.slice(0, maxListed).map((group) => named(ports, actor, group)));
  return listed.flat().filter((group) => group !== undefined);
}

/**
 * The groups that a person may mean by a name: those with exactly this name, else those whose name contains it.
 * @throws DomainError('store-unavailable')
 */
export async function groupsNamed(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  actor: Actor,
  said: string,
): Promise<readonly ListedGroup[]> {
  const pending = await pendingInvitations(store, actor.tenant, clock.now());
  const groups = groupsOf(pending);
  const partners = new Map<string, readonly InvitingPartner[]>();
  for (const { group, members } of groups) {
    if (group.kind === 'partner') partners.set(group.of, await partnersOf(store, actor, members));
  }
  for (const means of [isName, isPartOfName]) {
    const meant = groups.flatMap((group): ListedGroup[] => {
      const count = group.members.length;
      const names = partners.get(group.group.of) ?? [];
      const name = names.find((partner) => means(partner, said));
      if (group.group.kind === 'partner')
        return name === undefined ? [] : [{ group: group.group, count, name }];
      if (group.group.kind === 'mailbox') return [];
      // Also where all are somebody else's, too: the question then says that they stay.
      const { of } = group.group;
      const by = pastedBy(
        pending.filter(({ source }) => source.kind === 'pasted' && source.by.person === of),
      );
      return by !== undefined && isPerson(by, said, means === isName)
        ? [{ group: group.group, count, name: by }]
        : [];
    });
    if (meant.length > 0) return meant;
  }
  return [];
}

interface Group {
  readonly group: PendingGroup;
  readonly members: readonly ListedPending[];
}

function groupsOf(pending: readonly ListedPending[]): Group[] {
  const groups = new Map<string, PendingGroup>();
  for (const { source } of pending) {
    if (source.kind === 'pasted')
      groups.set(`person ${source.by.person}`, { kind: 'person', of: source.by.person });
    if (source.kind === 'mailbox') groups.set('mailbox', mailboxGroup);
    groups.set(`partner ${source.partner}`, { kind: 'partner', of: source.partner });
  }
  return [...groups.values()].map((group) => ({
    group,
    members: pending.filter((one) => isInGroup(one, group)),
  }));
}

async function named(
  { store }: Pick<Ports, 'store'>,
  actor: Actor,
  { group, members }: Group,
): Promise<ListedGroup | undefined> {
  const count = members.length;
  if (group.kind === 'mailbox') return { group, count, name: 'mailbox' };
  if (group.kind === 'person') {
    const name = pastedBy(members);
    return name && { group, count, name };
  }
  const [name] = await partnersOf(store, actor, members.slice(0, 1));
  return name && { group, count, name };
}

async function partnersOf(
  store: Store,
  { tenant }: Actor,
  members: readonly ListedPending[],
): Promise<readonly Invitation['partner'][]> {
  const records = await Promise.all(members.map(({ id }) => store.get(tenant, 'invitation', id)));
  return records.flatMap((record) => (record === undefined ? [] : [record.value.partner]));
}

/** Who pasted them, by the name of the latest. */
function pastedBy(members: readonly ListedPending[]): NamedPerson | undefined {
  return members
    .map(({ source }) => (source.kind === 'pasted' ? source.by : undefined))
    .findLast((by) => by !== undefined);
}

function isPerson({ name, person }: NamedPerson, said: string, isWhole: boolean): boolean {
  const [known, query] = [foldText(name).trim(), foldText(said).trim()];
  if (query === '') return false;
  return person === said || (isWhole ? known === query : known.includes(query));
}

function isSame(one: readonly ListedPending[], other: readonly ListedPending[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}
