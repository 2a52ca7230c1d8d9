import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import type { Roles } from '../../../src/application/ports/authority.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { cardsIn, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { granularOffer, offerOf, resellerOffer } from '../../support/examples/invitation-examples.ts';
import { everyoneHas } from '../../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');
const lesser = /You can decide this here; at Microsoft only a Global Administrator can finish it/;

describe('before an invitation is decided', () => {
  it('whoever has a lesser role is told that only a Global Administrator can finish it, on both steps', async () => {
    const { chat, card } = await received(granularOffer, everyoneHas(new Set(['relationshipAdministrator'])));
    assert.match(textOf(card), lesser);
    assert.match(textOf(await chat.press(card, 'Authorize')), lesser);
  });

  it('a Global Administrator is not, nor anybody about what others can finish', async () => {
    const global = await received(granularOffer, everyoneHas(new Set(['globalAdministrator'])));
    assert.doesNotMatch(textOf(global.card), lesser);
    assert.doesNotMatch(textOf(await global.chat.press(global.card, 'Authorize')), lesser);
    const billing = await received(resellerOffer, everyoneHas(new Set(['billingAdministrator'])));
    assert.doesNotMatch(textOf(billing.card), lesser);
  });

  it('whoever has to activate a role first finds the way there, and presses again with what they typed', async () => {
    const roles = activatable();
    const { chat, card, id } = await received(offerOf('partner'), roles);
    assert.match(textOf(card), /Only these roles can decide/, 'the role is not active');
    const data = { invitation: id, account: 'fabrikam@contoso.example' };
    const refused = await pressed(chat, data);
    assert.match(textOf(refused), /^Accept Partner Invitation\nYou may activate this role/);
    assert.doesNotMatch(textOf(refused), /https:\/\/entra/);
    assert.match(JSON.stringify(refused), /"title":"My roles","url":"https:\/\/entra\.microsoft\.com\//);
    roles.activate();
    const outcome = await chat.press(refused, 'Try again');
    assert.match(textOf(outcome), /^Invitation authorized/);
    assert.match(textOf(outcome), /fabrikam@contoso\.example/);
  });

  it('a role that a card was shown without does not skip the second step once it is active', async () => {
    const roles = activatable();
    const { chat, id } = await received(granularOffer, roles);
    roles.activate({ isShown: false });
    assert.match(textOf(await pressed(chat, { invitation: id })), /^Give administration to Fabrikam\?/);
    assert.equal((await chat.store.get(tenant, 'invitation', id))?.value.status.kind, 'pending');
  });
});

/** Roles of somebody who is eligible as Global Administrator, and may activate it. */
function activatable(): Roles & { activate(how?: { readonly isShown: boolean }): void } {
  const role = new Set<AdminRole>(['globalAdministrator']);
  const none = new Set<AdminRole>();
  let held = none;
  let shown = none;
  return {
    rolesOf: () => Promise.resolve(held),
    eligibleRolesOf: () => Promise.resolve(role),
    shownRolesOf: () => Promise.resolve(shown),
    activate: ({ isShown } = { isShown: true }) => {
      held = role;
      if (isShown) shown = role;
    },
  };
}

type Chat = ReturnType<typeof conversation>;

async function received(offer: DatedOffer, roles: Roles) {
  const chat = conversation({ roles });
  const ports = { store: chat.store, clock: chat.time.clock, newId, roles, log: chat.log };
  const submitted = { postedId: 'inv-1', offer, withdrawn: false };
  const { invitation } = await receiveSubmittedInvitation(ports, tenant, submitted);
  const card = await chat.press(await chat.say('invitations'), 'Review Fabrikam');
  return { chat, card, id: invitation.id };
}

/** The card after a press of **Authorize** on a card that was posted while the role was active. */
async function pressed(chat: Chat, data: object): Promise<AdaptiveCard> {
  const action = { type: 'Action.Execute', verb: 'invitation.authorize', data };
  const value = { action, trigger: 'manual' };
  const { posted } = await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value });
  const [card] = cardsIn([JSON.stringify(posted)]);
  assert.ok(card !== undefined);
  return card;
}
