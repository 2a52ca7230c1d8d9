import type { OpenedInvitation } from '../../../src/application/invitations/open-invitation.ts';
import { invitationId, personId, providerId } from '../../../src/domain/identifiers.ts';
import { microsoftCloudAgreement } from '../../../src/domain/invitations/cloud-agreement.ts';
import type { Decision } from '../../../src/domain/invitations/invitation-status.ts';
import {
  newInvitation,
  type DatedOffer,
  type Invitation,
} from '../../../src/domain/invitations/invitation.ts';
import { suspicionReasons } from '../../../src/domain/invitations/link/suspicion.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { render, type CardName } from '../../../src/teams/cards/render.ts';
import { invitationConfirmView } from '../../../src/teams/invitations/invitation-confirm-view.ts';
import { invitationsView } from '../../../src/teams/invitations/invitations-view.ts';
import { invitationCard } from '../../../src/teams/invitations/show-invitation.ts';
import { warningView } from '../../../src/teams/invitations/warning-view.ts';
import { monday } from '../examples/contact-examples.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { offerOf } from '../examples/invitation-examples.ts';

const longName = `${hostileText} ${'Wide World Importers '.repeat(20)}`.slice(0, 256);
const by = { person: personId('adele'), name: hostileText };
const agreement = { ...microsoftCloudAgreement, acceptedAt: monday };

/** An offer of every role there is, claimed, by a partner that writes as much as it may. */
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
  message: `${hostileText} ${'y '.repeat(2000)}`.slice(0, 4000),
};
const classic: DatedOffer = { ...everything, delegatedAdmin: { kind: 'classic' } };
const unknown: DatedOffer = {
  ...everything,
  delegatedAdmin: { kind: 'granular', roles: 'notKnown', durationDays: 'notKnown', autoExtends: 'notKnown' },
};

const decisions: readonly Decision[] = [
  { kind: 'authorized', by, at: monday, agreement, settings: { kind: 'none' }, effect: { kind: 'inEffect' } },
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
  { kind: 'cancelled', by, at: monday, reason: hostileText },
  { kind: 'lapsed', at: monday },
  { kind: 'withdrawn', at: monday },
];

export const exampleInvitationCards = [
  ...solutionProviderFunctions.map((name) => shown(`to be ${name}`, opened(invitationOf(offerOf(name))))),
  shown('everything, from a stranger', {
    ...opened(invitationOf(everything)),
    partner: { listedAs: 'notListed', contactedBefore: false },
  }),
  shown('classic administration', opened(invitationOf(classic))),
  shown('roles that are not known', {
    ...opened(invitationOf(unknown)),
    partner: { listedAs: 'notAsked', contactedBefore: false },
  }),
  shown('for somebody who may not decide', { ...opened(invitationOf(everything)), mayDecide: false }),
  ...decisions.map((status) => shown(status.kind, opened({ ...invitationOf(everything), status }))),
  example('invitation-confirm', 'every role', (messages) =>
    render('invitation-confirm', invitationConfirmView(messages, invitationOf(everything))),
  ),
  example('invitations', 'a full page', (messages) => {
    const items = [
      invitationOf(everything),
      ...decisions.map((status) => ({ ...invitationOf(everything), status })),
    ].slice(0, 5);
    return render(
      'invitations',
      invitationsView(messages, {
        which: 'pending',
        page: { items, next: 'x' },
        isFirst: false,
        note: messages.invitation.found(messages.format, 5),
      }),
    );
  }),
  example('invitations', 'none', (messages) =>
    render(
      'invitations',
      invitationsView(messages, { which: 'decided', page: { items: [] }, isFirst: true }),
    ),
  ),
  ...suspicionReasons.map((reason) =>
    example('warning', reason, (messages) =>
      render('warning', warningView(messages, { reason, shown: 'admin.microsoft.com.evil.example' })),
    ),
  ),
];

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
    invitation,
    partner: { listedAs: 'notListed', contactedBefore: true },
    mayDecide: true,
    rolesThatDecide: ['globalAdministrator', 'relationshipAdministrator'],
  };
}

function shown(state: string, invitation: OpenedInvitation) {
  const name = invitation.invitation.status.kind === 'pending' ? 'invitation' : 'invitation-outcome';
  return example(name, state, (messages) =>
    invitationCard(messages, invitation, {
      isSandbox: true,
      isPosted: true,
      note: messages.invitation.sandboxNote,
    }),
  );
}

function example(name: CardName, state: string, card: (messages: Messages) => AdaptiveCard) {
  return { name, state, card };
}
