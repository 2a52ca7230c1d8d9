import type { OpenedInvitation } from '../../../src/application/invitations/open-invitation.ts';
import { invitationId, personId, providerId } from '../../../src/domain/identifiers.ts';
import { microsoftCloudAgreement } from '../../../src/domain/invitations/cloud-agreement.ts';
import type { Decision, Effect } from '../../../src/domain/invitations/invitation-status.ts';
import {
  newInvitation,
  type DatedOffer,
  type Invitation,
} from '../../../src/domain/invitations/invitation.ts';
import type { MailOrigin } from '../../../src/domain/invitations/message/mail-origin.ts';
import { claimOf, withClaim } from '../../../src/domain/invitations/with-claim.ts';
import { linkNotice, noticeKinds } from '../../../src/domain/invitations/link/link-notice.ts';
import { suspicionReasons } from '../../../src/domain/invitations/link/suspicion.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { invitationConfirmCard } from '../../../src/teams/invitations/invitation-confirm-view.ts';
import { invitationOutcomeCard } from '../../../src/teams/invitations/invitation-outcome-view.ts';
import { invitationCard } from '../../../src/teams/invitations/invitation-view.ts';
import { invitationsCancelCard } from '../../../src/teams/invitations/invitations-cancel-view.ts';
import { invitationsCard } from '../../../src/teams/invitations/invitations-view.ts';
import { linkNoticeCard } from '../../../src/teams/invitations/links/link-notice-view.ts';
import { renderInvitation } from '../../../src/teams/invitations/show-invitation.ts';
import { warningCard } from '../../../src/teams/invitations/links/warning-view.ts';
import { monday } from '../examples/contact-examples.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { offerOf } from '../examples/invitation-examples.ts';
import { exampleCard } from './example-card.ts';

const services = ['Microsoft Safe Links', 'Proofpoint', 'Check Point', 'Microsoft Safe Links', 'Cisco'];
const longName = `${hostileText} ${'Wide World Importers '.repeat(20)}`.slice(0, 256);
const by = { person: personId('adele'), name: hostileText };
const agreement = { ...microsoftCloudAgreement, acceptedAt: monday };

/** A claimed offer of every role, with a partner message of maximum length. */
const everything: DatedOffer = {
  partner: {
    id: providerId('00000000-0000-4000-8000-000000000666'),
    idIsGuess: true,
    name: { value: longName, claimed: true },
    domain: { value: hostileText, claimed: true },
  },
  function: 'resellerAndDelegatedAdministrator',
  delegatedAdmin: {
    kind: 'granular',
    roles: {
      value: [...roleTemplates.map(({ id }) => id), '00000000-0000-4000-8000-000000000777'],
      claimed: true,
    },
    durationDays: { value: 730, claimed: true },
    autoExtends: { value: true, claimed: true },
  },
  wrappedBy: services,
  message: `${hostileText} ${'y '.repeat(2000)}`.slice(0, 4000),
};
const classic: DatedOffer = { ...everything, delegatedAdmin: { kind: 'classic' } };
/** A list of which as much is not recognised as is kept, and durations that contradict each other. */
const unrecognised: DatedOffer = {
  ...everything,
  indirectProvider: { name: { value: longName, claimed: true } },
  deadline: longName.slice(0, 150),
  delegatedAdmin: {
    kind: 'granular',
    roles: {
      value: [...roleTemplates.map(({ id }) => id), '00000000-0000-4000-8000-000000000777'],
      claimed: true,
    },
    durationDays: { value: 730, claimed: true },
    autoExtends: 'notKnown',
    unrecognisedRoles: Array.from({ length: 10 }, (_, index) => `${index} ${longName}`.slice(0, 100)),
    furtherUnrecognised: 1234,
    announcedRoles: 3,
    otherDurationDays: [365, 180, 90, 30, 7],
    durationWords: longName.slice(0, 200),
  },
};
const wordsOnly: DatedOffer = {
  ...everything,
  indirectProvider: {
    id: providerId('00000000-0000-4000-8000-000000000888'),
    name: { value: longName, claimed: true },
  },
  deadline: longName.slice(0, 150),
  delegatedAdmin: {
    kind: 'granular',
    roles: 'notKnown',
    durationDays: 'notKnown',
    autoExtends: 'notKnown',
    unrecognisedRoles: ['Gl0bal Adm1nistrator'],
    mentionsGlobalAdministrator: true,
    durationWords: 'until 31/12/2027',
  },
};
const unknown: DatedOffer = {
  ...everything,
  delegatedAdmin: { kind: 'granular', roles: 'notKnown', durationDays: 'notKnown', autoExtends: 'notKnown' },
};

/** As many sources as are kept apart, and others, each with every role and the longest names. */
const disputed = disputedOver(everything);
const disputedUnrecognised = disputedOver(unrecognised);

function disputedOver(offer: DatedOffer): Invitation {
  return [0, 1, 2, 3, 4, 5, 6].reduce(
    (invitation, number) =>
      withClaim(
        invitation,
        claimOf(
          {
            ...offer,
            partner: { ...offer.partner, name: { value: `${number} ${longName}`, claimed: true } },
          },
          {
            kind: 'person',
            by: { person: personId(`person-${number}`), name: longName },
            isAdministrator: true,
          },
        ),
      ),
    invitationOf(offer),
  );
}

/** Approved with every other role than those claimed. */
const otherwise: Effect = {
  kind: 'confirmed',
  at: monday,
  otherRoles: { more: roleTemplates.map(({ id }) => id), missing: roleTemplates.map(({ id }) => id) },
  completed: { by: longName, at: monday },
};

const decisionsByKind: {
  readonly [Kind in Decision['kind']]: readonly Extract<Decision, { readonly kind: Kind }>[];
} = {
  authorized: [
    {
      kind: 'authorized',
      by,
      at: monday,
      agreement,
      settings: { kind: 'none' },
      effect: { kind: 'inEffect' },
    },
    {
      kind: 'authorized',
      by,
      at: monday,
      agreement,
      settings: { kind: 'none' },
      effect: { kind: 'recorded' },
    },
    {
      kind: 'authorized',
      by: { ...by, name: '' },
      at: monday,
      agreement,
      settings: { kind: 'purchases', seesOtherPartners: true },
      effect: {
        kind: 'awaiting',
        since: monday,
        adminCenterPage: 'https://admin.microsoft.com/Adminportal/Home#/partners',
      },
    },
    {
      kind: 'authorized',
      by,
      at: monday,
      agreement,
      settings: { kind: 'account', userPrincipalName: 'fabrikam@contoso.example' },
      effect: { kind: 'confirmed', at: monday },
    },
    { kind: 'authorized', by, at: monday, agreement, settings: { kind: 'none' }, effect: otherwise },
    {
      kind: 'authorized',
      by,
      at: monday,
      agreement,
      settings: { kind: 'none' },
      effect: { kind: 'said', by: { ...by, name: longName }, at: monday },
    },
  ],
  cancelled: [{ kind: 'cancelled', by, at: monday, reason: hostileText }],
  lapsed: [{ kind: 'lapsed', at: monday }],
  withdrawn: [{ kind: 'withdrawn', at: monday }],
};
const decisions = Object.values(decisionsByKind).flat();
const awaiting: Decision = {
  kind: 'authorized',
  by,
  at: monday,
  agreement,
  settings: { kind: 'none' },
  effect: {
    kind: 'awaiting',
    since: monday,
    adminCenterPage: 'https://admin.microsoft.com/Adminportal/Home#/partners',
  },
};

/** From everywhere, under the longest names. */
const mails: readonly MailOrigin[] = [
  {
    from: `billing@microsoft.com.${'accept.'.repeat(20)}${'local'.repeat(10)}.evil.example`,
    fromName: longName,
    results: { spf: 'softfail', dkim: 'temperror', dmarc: 'fail' },
    headersBy: 'anybody',
  },
  {
    from: 'sales@fabrikam.example',
    results: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
    headersBy: 'mailbox',
  },
  { results: {}, headersBy: 'anybody' },
];

export const exampleInvitationCards = [
  ...mails.map((mail, at) =>
    shown(`in a mail, ${at}`, opened(invitationOf({ ...offerOf('delegatedAdministrator'), mail }))),
  ),
  exampleCard(invitationConfirmCard, 'in a mail whose sender is not confirmed', (messages) =>
    invitationConfirmCard(messages, {
      at: monday,
      invitation: invitationOf({ ...everything, ...(mails[0] && { mail: mails[0] }) }),
      mayFinish: false,
    }),
  ),
  ...solutionProviderFunctions.map((name) => shown(`to be ${name}`, opened(invitationOf(offerOf(name))))),
  shown('everything, from a stranger', {
    ...opened(invitationOf(everything)),
    partner: { listedAs: 'notListed', contactedBefore: false },
  }),
  shown('claims that differ', opened(disputed)),
  shown('lines that are not recognised', opened(invitationOf(unrecognised))),
  shown('nothing of it recognised', opened(invitationOf(wordsOnly))),
  shown('claims that differ, not all recognised', opened(disputedUnrecognised)),
  shown('classic administration', opened(invitationOf(classic))),
  shown('roles that are not known', {
    ...opened(invitationOf(unknown)),
    partner: { listedAs: 'notAsked', contactedBefore: false },
  }),
  shown('for somebody whose role is too little at Microsoft', {
    ...opened(invitationOf(everything)),
    mayFinish: false,
  }),
  shown('for a channel', { ...opened(invitationOf(everything)), mayFinish: 'notKnown' }),
  exampleCard(invitationCard, 'for somebody who has to activate a role', (messages) =>
    invitationCard(
      messages,
      { ...opened(invitationOf(offerOf('partner'))), mayDecide: false },
      {
        isPosted: false,
        note: messages.errors['role-not-active']({ eligible: ['globalAdministrator'] }, messages.format),
        afterActivation: { verb: 'invitation.cancel', data: { reason: longName } },
      },
    ),
  ),
  ...solutionProviderFunctions.map((name) =>
    shown(`awaiting as ${name}`, opened({ ...invitationOf(offerOf(name)), status: awaiting })),
  ),
  shown('classic, awaiting', opened({ ...invitationOf(classic), status: awaiting })),
  shown('for somebody who may not decide', { ...opened(invitationOf(everything)), mayDecide: false }),
  ...decisions.map((status) => shown(status.kind, opened({ ...invitationOf(everything), status }))),
  exampleCard(invitationConfirmCard, 'every role', (messages) =>
    invitationConfirmCard(messages, { at: monday, invitation: invitationOf(everything), mayFinish: false }),
  ),
  exampleCard(invitationConfirmCard, 'lines that are not recognised', (messages) =>
    invitationConfirmCard(messages, {
      at: monday,
      invitation: invitationOf(unrecognised),
      mayFinish: false,
    }),
  ),
  exampleCard(invitationConfirmCard, 'nothing of it recognised', (messages) =>
    invitationConfirmCard(messages, { at: monday, invitation: invitationOf(wordsOnly), mayFinish: true }),
  ),
  exampleCard(invitationConfirmCard, 'claims that differ, not all recognised', (messages) =>
    invitationConfirmCard(messages, { at: monday, invitation: disputedUnrecognised, mayFinish: false }),
  ),
  exampleCard(invitationConfirmCard, 'claims that differ', (messages) =>
    invitationConfirmCard(
      messages,
      { at: monday, invitation: disputed, mayFinish: true },
      messages.errors['invitation-changed']({}, messages.format),
    ),
  ),
  exampleCard(invitationsCard, 'a full page', (messages) => {
    const items = [
      invitationOf(everything),
      ...decisions.map((status) => ({ ...invitationOf(everything), status })),
    ].slice(0, 5);
    return invitationsCard(messages, {
      which: 'pending',
      page: { items, next: 'x' },
      isFirst: false,
      note: messages.invitation.found(messages.format, 5),
    });
  }),
  exampleCard(invitationsCard, 'groups to cancel', (messages) =>
    invitationsCard(messages, {
      which: 'pending',
      page: { items: Array.from({ length: 5 }, () => invitationOf(everything)), next: 'x' },
      isFirst: false,
      note: messages.cancelling.which,
      groups: Array.from({ length: 3 }, () => groups)
        .flat()
        .slice(0, 5),
    }),
  ),
  exampleCard(invitationsCard, 'after several were cancelled', (messages) => {
    const { done, settled, sharedStay, otherRoleStay, unsaved } = messages.cancelling;
    const note = [done, settled, sharedStay, otherRoleStay, unsaved]
      .map((text) => text(messages.format, 200))
      .join(' ');
    return invitationsCard(messages, { which: 'pending', page: { items: [] }, isFirst: true, note });
  }),
  exampleCard(invitationsCancelCard, 'all that a person pasted', (messages) =>
    invitationsCancelCard(messages, {
      group: { kind: 'person', of: by.person },
      pasted: pastedMany(200),
      submitted: [],
      others: pastedMany(3),
      shared: 2,
      further: 4_450,
      known: 205,
    }),
  ),
  exampleCard(invitationsCancelCard, 'all of a partner, some of them signed', (messages) =>
    invitationsCancelCard(messages, {
      group: { kind: 'partner', of: everything.partner.id },
      pasted: pastedMany(7),
      submitted: [invitationOf(everything), invitationOf(offerOf('reseller'))],
      others: [],
      shared: 0,
      further: 0,
      known: 9,
    }),
  ),
  exampleCard(invitationsCancelCard, 'all signed', (messages) =>
    invitationsCancelCard(messages, {
      group: { kind: 'partner', of: everything.partner.id },
      pasted: [],
      submitted: [invitationOf(offerOf('reseller'))],
      others: [],
      shared: 0,
      further: 0,
      known: 9,
    }),
  ),
  exampleCard(invitationsCard, 'none', (messages) =>
    invitationsCard(messages, { which: 'decided', page: { items: [] }, isFirst: true }),
  ),
  ...suspicionReasons.map((reason) =>
    exampleCard(warningCard, reason, (messages) =>
      warningCard(messages, { reason, shown: 'admin.microsoft.com.evil.example' }),
    ),
  ),
  exampleCard(warningCard, 'through filters', (messages) =>
    warningCard(messages, { reason: 'otherHost', shown: 'evil.example', wrappedBy: services }),
  ),
  ...noticeKinds.map((kind) =>
    exampleCard(linkNoticeCard, kind, (messages) =>
      linkNoticeCard(
        messages,
        linkNotice(
          kind,
          `${'a-long-host-name.'.repeat(14)}example`,
          kind === 'hiddenTarget' ? 'Mimecast' : undefined,
        ),
        { isPlain: false },
      ),
    ),
  ),
  exampleCard(linkNoticeCard, 'short link, in a dialog', (messages) =>
    linkNoticeCard(messages, linkNotice('hiddenTarget', 'aka.ms', 'aka.ms'), { isPlain: true }),
  ),
];

const groups = [
  { group: { kind: 'person', of: by.person }, name: by, count: 20 },
  { group: { kind: 'partner', of: everything.partner.id }, name: everything.partner, count: 200 },
] as const;

/** Invitations that people pasted, each of its own partner. */
function pastedMany(count: number): Invitation[] {
  return Array.from({ length: count }, (_, index) => {
    const partner = {
      ...everything.partner,
      id: providerId(`00000000-0000-4000-8000-${100_000_000_000 + index}`),
    };
    const person = personId(`person-${index}`);
    return { ...invitationOf({ ...everything, partner }), origin: { kind: 'pasted', by: { ...by, person } } };
  });
}

function invitationOf(offer: DatedOffer): Invitation {
  const origin = { kind: 'posted', postedId: 'inv-2041' } as const;
  return newInvitation(offer, {
    id: invitationId('01a20426-c285-770f-94dc-79256d31b92b'),
    origin,
    receivedAt: monday,
  });
}

function opened(invitation: Invitation): OpenedInvitation {
  return {
    at: monday,
    invitation,
    partner: { listedAs: 'notListed', contactedBefore: true },
    mayDecide: true,
    rolesThatDecide: ['globalAdministrator', 'relationshipAdministrator'],
    mayFinish: true,
  };
}

function shown(state: string, invitation: OpenedInvitation) {
  const defined = invitation.invitation.status.kind === 'pending' ? invitationCard : invitationOutcomeCard;
  return exampleCard(defined, state, (messages) =>
    renderInvitation(messages, invitation, {
      isPosted: true,
      note: messages.invitation.sandboxNote,
    }),
  );
}
