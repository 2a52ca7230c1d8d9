import type { RemindedDecision } from '../../../src/application/tenant/read-awaited.ts';
import type { OpenedAlert } from '../../../src/application/tenant/open-alert.ts';
import type { MailboxState } from '../../../src/application/ports/mailbox-reader.ts';
import type { LinkState, PermissionState } from '../../../src/application/ports/tenant-reader.ts';
import { personId, providerId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { partnerRelationshipsPage } from '../../../src/domain/invitations/admin-center-page.ts';
import type { Effect } from '../../../src/domain/invitations/invitation-status.ts';
import { authorize } from '../../../src/domain/invitations/invitation-transitions.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { removeDelegatedAdmin } from '../../../src/domain/partners/relationship-transitions.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import { withAuthorization } from '../../../src/domain/partners/relationship.ts';
import type { TenantChange } from '../../../src/domain/tenant/tenant-alert.ts';
import { tenantAlertCard } from '../../../src/teams/tenant/alert-view.ts';
import { tenantAlertsCard } from '../../../src/teams/tenant/alerts-view.ts';
import { tenantAwaitedCard } from '../../../src/teams/tenant/awaited-view.ts';
import { tenantListedCard } from '../../../src/teams/tenant/listed-view.ts';
import { tenantSetupCard } from '../../../src/teams/tenant/setup-view.ts';
import { monday } from '../examples/contact-examples.ts';
import { hostileText } from '../examples/hostile-text.ts';
import {
  exampleInvitation,
  fabrikam,
  globalAdministrator,
  granularOffer,
  offerOf,
  userAdministrator,
} from '../examples/invitation-examples.ts';
import { noTrust } from '../examples/seen-partners.ts';
import { exampleCard } from './example-card.ts';

const longName = `${hostileText} ${'Wide World Importers '.repeat(20)}`.slice(0, 256);
const everyRole = [...roleTemplates.map(({ id }) => id), '00000000-0000-4000-8000-000000000777'];
const ordinary = roleTemplates.filter(({ level }) => level === 'ordinary').map(({ id }) => id);
const stranger = {
  id: providerId('00000000-0000-4000-8000-000000000666'),
  idIsGuess: false,
  name: { value: longName, claimed: true },
  domain: { value: hostileText, claimed: true },
} as const;
const by = { person: personId('adele'), name: longName };
const note = `${hostileText} ${'y '.repeat(300)}`.slice(0, 500);

const changes: Readonly<Record<string, TenantChange>> = {
  'with every role': { kind: 'accessGained', roles: everyRole },
  'with roles that are not known': { kind: 'accessGained', roles: 'notKnown' },
  'with no roles': { kind: 'accessGained', roles: [] },
  'with a privileged role': { kind: 'accessReturned', roles: [userAdministrator] },
  'with ordinary roles': { kind: 'accessGrown', more: ordinary.slice(0, 2) },
  'approved with more and fewer roles': {
    kind: 'otherRolesApproved',
    more: everyRole,
    missing: everyRole,
  },
  'approved with fewer roles': { kind: 'otherRolesApproved', more: [], missing: [userAdministrator] },
  'after a long silence': { kind: 'signInAfterSilence', signedInAt: monday, since: monday },
  'with more trust': {
    kind: 'trustChanged',
    before: { ...noTrust, acceptsHybridJoinedDevice: true },
    after: { ...noTrust, acceptsMfa: true, acceptsCompliantDevice: true },
  },
  'with less trust': { kind: 'trustChanged', before: { ...noTrust, acceptsMfa: true }, after: noTrust },
  'without access': { kind: 'accessGone', roles: [globalAdministrator] },
};

/** An alert as somebody who may answer it sees it. */
function openedAlert(change: TenantChange, given: Partial<OpenedAlert> = {}): OpenedAlert {
  return {
    alert: { id: 'alert-1', partner: stranger.id, at: monday, change },
    partner: stranger,
    isOnRecord: false,
    mayAnswer: true,
    rolesThatAnswer: ['globalAdministrator', 'relationshipAdministrator'],
    ...given,
  };
}

function alert(state: string, opened: OpenedAlert, isPosted = true) {
  return exampleCard(tenantAlertCard, state, (messages) =>
    tenantAlertCard(messages, opened, { partnersPage: partnerRelationshipsPage, isPosted }),
  );
}

const gained = openedAlert({ kind: 'accessGained', roles: everyRole });
const many = Object.values(changes).slice(0, 8);

const awaiting: Effect = {
  kind: 'awaiting',
  since: monday,
  adminCenterPage: partnerRelationshipsPage,
};
const effects: readonly Effect[] = [
  awaiting,
  { kind: 'said', by, at: monday },
  {
    kind: 'confirmed',
    at: monday,
    otherRoles: { more: everyRole, missing: everyRole },
    completed: { by: longName, at: monday },
  },
  { kind: 'confirmed', at: monday },
];

function authorization(
  offer: DatedOffer,
  effect: Effect,
  isAwaited = effect.kind === 'awaiting',
): RemindedDecision {
  const invitation = authorize(exampleInvitation({ ...offer, partner: { ...stranger, idIsGuess: true } }), {
    by,
    at: monday,
    settings: { kind: 'none' },
    effect,
  });
  return { kind: 'authorization', invitation, isAwaited };
}

function removal(offer: DatedOffer, effect: Effect): RemindedDecision {
  const decision = authorization(offer, { kind: 'confirmed', at: monday });
  if (decision.kind !== 'authorization') throw new Error('not an authorization');
  const relationship = removeDelegatedAdmin(withAuthorization(undefined, decision.invitation), {
    by,
    at: later(monday, 1),
    reason: note,
    effect,
  });
  return { kind: 'removal', relationship, isAwaited: effect.kind === 'awaiting' };
}

const classic: DatedOffer = { ...granularOffer, delegatedAdmin: { kind: 'classic' } };

function awaited(state: string, decision: RemindedDecision) {
  return exampleCard(tenantAwaitedCard, state, (messages) => tenantAwaitedCard(messages, decision, 7));
}

const names = [
  'Policy.Read.All',
  'RoleManagement.Read.Directory',
  'GroupMember.Read.All',
  'CrossTenantInformation.ReadBasic.All',
  'Organization.Read.All',
  'AuditLog.Read.All',
  'Directory.Read.All',
];
const permissions = names.map((permission): PermissionState => ({
  permission,
  isOptional: permission === 'Directory.Read.All',
  isGranted: true,
  read: 'read',
}));

/** A link that works; `given` is what does not. */
export function linkState(given: Partial<LinkState> = {}): LinkState {
  return {
    consentAddress:
      'https://login.microsoftonline.com/contoso/v2.0/adminconsent?client_id=desk&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default',
    graphAddress: 'https://graph.microsoft.com',
    token: { kind: 'issued' },
    permissions,
    clockAhead: 0.4,
    ...given,
  };
}

function setup(state: string, link: LinkState | undefined, mailbox?: MailboxState) {
  return exampleCard(tenantSetupCard, state, (messages) => tenantSetupCard(messages, link, mailbox));
}

/** How reading a mailbox stands; what is not said is as it should be. */
function mailbox(read: MailboxState['read'], others: Partial<MailboxState['others']> = {}): MailboxState {
  const asItShouldBe = { reachingAll: [], tried: 3, readable: 0, refused: 2 };
  return { address: 'partners@contoso.com', read, others: { ...asItShouldBe, ...others } };
}

const reads = ['refused', 'unlicensed', 'unsupported', 'unavailable', 'untried', 'read', 'untried'] as const;

/** Every card about what the tenant shows, in every state. */
export const exampleTenantCards = [
  ...Object.entries(changes).map(([state, change]) => alert(state, openedAlert(change))),
  alert('of a partner on record', {
    ...gained,
    partner: { ...fabrikam, name: { value: longName, claimed: false } },
    isOnRecord: true,
  }),
  alert('of a partner without a name', { ...gained, partner: { id: stranger.id, idIsGuess: false } }),
  alert('for somebody who may not answer', { ...gained, mayAnswer: false }, false),
  alert('called expected', {
    ...gained,
    alert: { ...gained.alert, expected: { by, at: monday, note } },
  }),
  exampleCard(tenantAlertsCard, 'many at once', (messages) =>
    tenantAlertsCard(messages, {
      title: messages.alert.many(messages.format, 1000),
      lead: messages.alert.manyLead,
      alerts: many.map((change) => openedAlert(change)),
      further: 992,
      isFirst: true,
      isPosted: true,
    }),
  ),
  exampleCard(tenantAlertsCard, 'a page', (messages) =>
    tenantAlertsCard(messages, {
      title: messages.alert.listTitle,
      lead: messages.alert.listLead,
      alerts: many.map((change) => openedAlert(change)),
      next: 'alert-1',
      isFirst: false,
    }),
  ),
  exampleCard(tenantAlertsCard, 'none', (messages) =>
    tenantAlertsCard(messages, {
      title: messages.alert.listTitle,
      lead: messages.alert.none,
      alerts: [],
      isFirst: true,
    }),
  ),
  exampleCard(tenantListedCard, 'with partners', (messages) =>
    tenantListedCard(messages, { count: 1234, privileged: 321, unknown: 1, hasSupport: true }),
  ),
  exampleCard(tenantListedCard, 'nobody', (messages) =>
    tenantListedCard(messages, { count: 0, privileged: 0, unknown: 0, hasSupport: false }),
  ),
  ...effects.map((effect) =>
    awaited(`an authorization, ${effect.kind}`, authorization(granularOffer, effect)),
  ),
  awaited('an authorization that nothing shows', authorization(offerOf('oemPcPartner'), awaiting)),
  awaited('classic administration', authorization(classic, awaiting)),
  awaited('a resale', authorization(offerOf('reseller'), awaiting)),
  awaited(
    'roles that it had before',
    authorization(granularOffer, { ...awaiting, rolesBefore: [userAdministrator] }),
  ),
  awaited('pointless by now', authorization(granularOffer, awaiting, false)),
  awaited('a removal', removal(granularOffer, awaiting)),
  awaited('a removal of classic administration', removal(classic, awaiting)),
  setup('complete', linkState()),
  setup(
    'some reads failing',
    linkState({
      permissions: permissions.map((state, index) => ({ ...state, read: reads[index] ?? 'read' })),
      clockAhead: -400,
    }),
  ),
  setup(
    'nothing granted',
    linkState({
      permissions: permissions.map((state) => ({ ...state, isGranted: false, read: 'untried' as const })),
      clockAhead: 30,
    }),
  ),
  setup(
    'no token',
    linkState({
      token: { kind: 'notIssued', code: 'AADSTS700016' },
      permissions: [],
    }),
  ),
  setup(
    'no token, for a reason that nobody knows',
    linkState({
      token: { kind: 'notIssued', code: hostileText },
      permissions: [],
    }),
  ),
  setup('no link', undefined),
  setup('with a mailbox', linkState(), mailbox('read')),
  setup('with a mailbox that cannot be read', linkState(), mailbox('refused', { tried: 0, refused: 0 })),
  setup(
    'with mailboxes that should not be readable',
    linkState(),
    mailbox('read', { reachingAll: ['Mail.Read', 'Mail.ReadWrite'], readable: 2, refused: 1 }),
  ),
];
