import { recordsAuthority } from '../../../src/adapters/authority/records-authority.ts';
import { authorizeInvitation } from '../../../src/application/invitations/authorize-invitation.ts';
import {
  cancelGroup,
  openGroup,
  type GroupCancellation,
} from '../../../src/application/invitations/cancel-group.ts';
import { cancelInvitation } from '../../../src/application/invitations/cancel-invitation.ts';
import { expireInvitations } from '../../../src/application/invitations/expire-invitations.ts';
import {
  listInvitations,
  type InvitationQuery,
} from '../../../src/application/invitations/list-invitations.ts';
import { createPasteLimits } from '../../../src/application/invitations/paste-limits.ts';
import { openInvitation } from '../../../src/application/invitations/open-invitation.ts';
import {
  receivePastedInvitation,
  type PastedInvitation,
} from '../../../src/application/invitations/receive-pasted-invitation.ts';
import {
  receiveSubmittedInvitation,
  type SubmittedInvitation,
} from '../../../src/application/invitations/receive-submitted-invitation.ts';
import type { PartnerAuthority, Roles } from '../../../src/application/ports/authority.ts';
import type { ProviderDirectory } from '../../../src/application/ports/provider-directory.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { providerId, type InvitationId, type TenantId } from '../../../src/domain/identifiers.ts';
import type { ChosenSettings } from '../../../src/domain/invitations/choose-settings.ts';
import type { PendingGroup } from '../../../src/domain/invitations/pending-group.ts';
import type { PendingLimits } from '../../../src/domain/invitations/pending-invitation.ts';
import { revisionOf } from '../../../src/domain/invitations/claim-groups.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import { contoso, resellerOffer, fabrikam, received } from '../examples/invitation-examples.ts';
import { memoryDirectory } from '../ports/memory-directory.ts';
import { memoryStore } from '../ports/memory-store.ts';
import { memoryTenant } from '../ports/memory-tenant.ts';
import { movingTime } from '../ports/moving-time.ts';
import { recordedLog } from '../ports/recorded-log.ts';
import { rolesOf } from '../ports/roles-of.ts';

const admins = new Map<string, ReadonlySet<AdminRole>>([
  ['megan', new Set(['globalAdministrator'])],
  ['alex', new Set(['billingAdministrator'])],
  ['adele', new Set(['relationshipAdministrator'])],
]);

/** What a desk needs to receive and decide invitations; the test controls time. */
export function invitationDesk(
  given: {
    readonly store?: Store;
    readonly authority?: PartnerAuthority;
    readonly roles?: Roles;
    readonly directory?: ProviderDirectory;
    readonly providers?: readonly Provider[];
    readonly pendingLimits?: PendingLimits;
  } = {},
) {
  const store = given.store ?? memoryStore();
  const time = movingTime(received);
  const log = recordedLog();
  let ids = 0;
  const ports = {
    store,
    directory: given.directory ?? memoryDirectory(given.providers ?? []),
    roles: given.roles ?? rolesOf(admins),
    authority: given.authority ?? recordsAuthority('inEffect'),
    pasteLimits: createPasteLimits(given.pendingLimits ?? { perPerson: 20, perTenant: 200 }),
    clock: time.clock,
    reviewEveryDays: 90,
    newId: () => `invitation-${String((ids += 1)).padStart(6, '0')}`,
    log,
  };

  const tenant = memoryTenant(time.clock);

  return {
    ...ports,
    time,
    /** What Microsoft 365 shows, once it is read. */
    tenant,
    /** Reads the tenant, a second later each time, in which absences count. */
    async read(rounds = 1) {
      for (let round = 0; round < rounds; round += 1) {
        await time.pass(1000);
        await tenant.round({ ...ports, announcements: { wake: () => undefined } });
      }
    },
    post: (submitted: Partial<SubmittedInvitation> = {}, tenant: TenantId = contoso) =>
      receiveSubmittedInvitation(ports, tenant, {
        postedId: 'inv-2041',
        offer: resellerOffer,
        withdrawn: false,
        ...submitted,
      }),
    paste: (actor: Actor, pasted: PastedInvitation) => receivePastedInvitation(ports, actor, pasted),
    authorize: (actor: Actor, invitation: InvitationId, settings: ChosenSettings = {}) =>
      store.get(actor.tenant, 'invitation', invitation).then((record) =>
        authorizeInvitation(ports, actor, {
          invitation,
          settings,
          seen: record && revisionOf(record.value),
        }),
      ),
    /** Confirms what was named under this revision. */
    confirm: (actor: Actor, invitation: InvitationId, seen: string | undefined) =>
      authorizeInvitation(ports, actor, { invitation, settings: {}, seen }),
    cancel: (actor: Actor, invitation: InvitationId, reason?: string) =>
      cancelInvitation(ports, actor, { invitation, reason }),
    openGroup: (actor: Actor, group: PendingGroup) => openGroup(ports, actor, group),
    cancelGroup: (actor: Actor, cancellation: GroupCancellation) => cancelGroup(ports, actor, cancellation),
    expire: () => expireInvitations(ports),
    list: (actor: Actor, query: InvitationQuery) => listInvitations(ports, actor, query),
    open: (actor: Actor, invitation: InvitationId) => openInvitation(ports, actor, invitation),
    /** Submits an offer under a new id. @returns the id that the desk gave it */
    async receive(offer = resellerOffer): Promise<InvitationId> {
      const { invitation } = await this.post({ postedId: `posted-${ids}`, offer });
      return invitation.id;
    },
    async stored(invitation: InvitationId) {
      return (await store.get(contoso, 'invitation', invitation))?.value;
    },
    async relationship(partner: string = fabrikam.id) {
      return (await store.get(contoso, 'relationship', providerId(partner)))?.value;
    },
    async pendingIds(): Promise<string[]> {
      const { items } = await store.list(contoso, 'pendingInvitation', { limit: 1000 });
      return items.map(({ id }) => id);
    },
    /** The tenant's history, oldest first. */
    async history() {
      const { items } = await store.entries(contoso, 'audit', { limit: 10_000 });
      return items;
    },
  };
}
