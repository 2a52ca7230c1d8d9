import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { messagesIn } from '../../../src/i18n/messages.ts';
import { buttonsOf, inputsOf, textOf } from '../../support/cards/card-text.ts';
import { conversation } from '../../support/desk/conversation.ts';
import type { DeskSetting } from '../../support/desk/memory-desk.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import {
  globalAdministrator,
  granularOffer,
  offerOf,
  resellerOffer,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const roles = rolesOf(
  new Map<string, ReadonlySet<AdminRole>>([
    ['adele', new Set(['globalAdministrator'])],
    ['alex', new Set(['billingAdministrator'])],
  ]),
);
const resellerLink =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation';
const granularLink =
  'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/8c3b1f0e-2b74-4f0e-9c0c-0c2f7e3f5a11-3b33e682-00c3-41ee-9dd2-a548adf56438';

describe('an invitation', () => {
  describe('on its card', () => {
    it('says who, which function, what it may do, until when it waits, and what the partner writes', async () => {
      const { card } = await received(resellerOffer);
      for (const said of [
        'Accept Partner Invitation',
        'Fabrikam',
        'fabrikam.com',
        'Tenant 3b33e682-00c3-41ee-9dd2-a548adf56438',
        'It asks to be your Reseller',
        'It may sell Microsoft products to your organisation.',
        'Welcome to Fabrikam.',
        'This desk keeps it until 21 February 2027.',
      ]) {
        assert.ok(textOf(card).includes(said), said);
      }
    });

    it('warns of a partner that nobody contacted', async () => {
      const { card } = await received(resellerOffer);
      assert.match(
        textOf(card),
        /You have not contacted this partner, and it is not in the provider directory. Anyone can make such a link\./,
      );
    });

    it('says beside Authorize that it accepts the Microsoft Cloud Agreement, and links it', async () => {
      const { card } = await received(resellerOffer);
      assert.match(
        textOf(card),
        /\*\*Authorize\*\* accepts this invitation and the \[Microsoft Cloud Agreement\]\(https:\/\/go\.microsoft\.com\/fwlink\/\?linkid=2116573\)/,
      );
    });

    it('names each role with what it allows, marks the privileged ones, and calls out Global Administrator', async () => {
      const { card } = await received(
        granular([userAdministrator, globalAdministrator, '29232cdf-9323-42fd-ade2-1d097af3e4de']),
      );
      const text = textOf(card);
      assert.match(text, /Includes Global Administrator: full control of your tenant/);
      assert.match(text, /Global Administrator · Privileged\n/);
      assert.match(text, /User Administrator · Privileged\n/);
      assert.match(text, /Exchange Administrator · High impact\n/);
      assert.match(
        text,
        /For 730 days, until 22 November 2028 if you authorize it today, then extends itself by 180 days at a time/,
      );
    });

    it('calls out classic delegated administration', async () => {
      const { card } = await received({ ...granularOffer, delegatedAdmin: { kind: 'classic' } });
      assert.match(textOf(card), /Classic delegated admin privileges \(DAP\)/);
      assert.match(textOf(card), /becomes Global Administrator of your whole tenant, with no end date/);
    });

    for (const name of solutionProviderFunctions) {
      it(`to be ${name} has words of its own, and an outcome`, async () => {
        const { chat, card } = await received(offerOf(name));
        const { powers } = messagesIn('en').invitation;
        assert.ok(textOf(card).includes(powers[name]));
        const outcome = await authorized(chat, card);
        assert.match(textOf(outcome), /^Invitation authorized\nFabrikam/);
        assert.ok(textOf(outcome).includes(powers[name]));
        assert.match(textOf(outcome), /Adele Vance authorized it on 23 November 2026 at 09:00 UTC\./);
      });
    }

    it('asks a partner with an account which one, and keeps it', async () => {
      const { chat, card } = await received(offerOf('partner'));
      const wrong = await chat.press(card, 'Authorize', { account: 'not an account' });
      assert.match(textOf(wrong), /That is not an account of your organisation/);
      const outcome = await chat.press(wrong, 'Authorize', { account: 'fabrikam@contoso.example' });
      assert.match(textOf(outcome), /Account that you gave it: fabrikam@contoso\.example/);
    });

    it('asks whether an MPSA partner may see other purchases; off unless ticked', async () => {
      const { chat, card } = await received(offerOf('mpsaPartner'));
      assert.equal(inputsOf(card)['seesOtherPartners'], 'false');
      assert.match(textOf(await chat.press(card, 'Authorize')), /It may not see what you bought/);
      const other = await received(offerOf('mpsaPartner'));
      const outcome = await other.chat.press(other.card, 'Authorize', { seesOtherPartners: 'true' });
      assert.match(textOf(outcome), /It may see what you bought/);
    });

    it('is in French for a French reader', async () => {
      const { chat, id } = await received(granularOffer);
      const card = await open(chat, id, { locale: 'fr-FR' });
      assert.match(textOf(card), /^Accepter l’invitation du partenaire/);
      assert.match(
        textOf(card),
        /Administrateur d’utilisateurs|Administrateur d'utilisateurs|Administrateur des utilisateurs/,
      );
      assert.match(textOf(card), /Pour 730 jours/);
    });

    it('refreshes without changing anything', async () => {
      const { chat, card, id } = await received(resellerOffer);
      const refresh = (card as unknown as { refresh: { action: { verb: string; data: object } } }).refresh
        .action;
      for (let times = 0; times < 3; times += 1) {
        const value = { action: { type: 'Action.Execute', ...refresh }, trigger: 'automatic' };
        await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value });
      }
      assert.equal(
        (await chat.store.get(tenantId('tenant-1'), 'invitation', id))?.value.status.kind,
        'pending',
      );
      assert.equal((await history(chat)).length, 1);
    });
  });

  describe('decided', () => {
    it('is authorized by one press where no administration is granted', async () => {
      const { chat, card } = await received(resellerOffer);
      assert.match(textOf(await chat.press(card, 'Authorize')), /^Invitation authorized/);
      assert.deepEqual(await history(chat), ['invitationReceived', 'invitationAuthorized']);
    });

    it('takes a second step that names the roles where administration is granted', async () => {
      const { chat, card } = await received(granularOffer);
      const second = await chat.press(card, 'Authorize');
      assert.match(textOf(second), /^Give administration to Fabrikam\?/);
      assert.match(textOf(second), /User Administrator · Privileged/);
      assert.deepEqual(await history(chat), ['invitationReceived']);
      assert.match(textOf(await chat.press(second, 'Back')), /^Accept Partner Invitation/);
      assert.match(textOf(await chat.press(second, 'Authorize and grant')), /^Invitation authorized/);
    });

    it('cannot skip the second step with forged data', async () => {
      const { chat, id } = await received(granularOffer);
      const { posted } = await press(chat, 'invitation.authorize', {
        invitation: id,
        confirmed: true,
        function: 'reseller',
      });
      assert.match(JSON.stringify(posted), /Give administration to Fabrikam\?/);
      assert.deepEqual(await history(chat), ['invitationReceived']);
    });

    it('is cancelled, with a reason', async () => {
      const { chat, card } = await received(granularOffer);
      const outcome = await chat.press(card, 'Cancel the invitation', { reason: 'We know no Fabrikam.' });
      assert.match(textOf(outcome), /^Invitation cancelled/);
      assert.match(textOf(outcome), /Adele Vance cancelled it on .* Nothing was granted\./);
      assert.match(textOf(outcome), /Reason: We know no Fabrikam\./);
    });

    it('leaves no button to press again, and tells who comes late who decided what and when', async () => {
      const { chat, card } = await received(resellerOffer);
      const outcome = await chat.press(card, 'Authorize');
      assert.deepEqual(
        buttonsOf(outcome).map(({ title }) => title),
        ['Invitations'],
      );
      const late = await chat.press(card, 'Cancel the invitation', {}, { person: 'alex' });
      assert.match(textOf(late), /Adele Vance authorized it on 23 November 2026 at 09:00 UTC/);
      assert.deepEqual(await history(chat), ['invitationReceived', 'invitationAuthorized']);
    });

    it('is shown as expired when it is pressed too late', async () => {
      const { chat, card } = await received(resellerOffer);
      await chat.time.pass(91 * 24 * 3600 * 1000);
      const late = await chat.press(card, 'Authorize');
      assert.match(textOf(late), /^Invitation lapsed/);
      assert.match(textOf(late), /Nothing was granted/);
    });

    it('does the same without Universal Actions', async () => {
      const { chat, id } = await received(resellerOffer);
      const value = { verb: 'invitation.authorize', invitation: id };
      const { updated } = await chat.send({ type: 'message', value, replyToId: 'message-1' });
      assert.equal(updated[0]?.id, 'message-1');
      assert.match(JSON.stringify(updated), /Invitation authorized/);
    });

    it('awaits Microsoft 365, and is confirmed, where the tenant is the truth', async () => {
      const authority = awaitingAuthority({ now: () => monday });
      const { chat, card } = await received(resellerOffer, { authority });
      const outcome = await chat.press(card, 'Authorize');
      assert.match(
        textOf(outcome),
        /Awaiting Microsoft 365\.\nA Global or Billing Administrator still has to accept/,
      );
      assert.ok(buttonsOf(outcome).some(({ title }) => title === 'Open the admin center'));
    });
  });

  describe('for a person without the role', () => {
    it('has no buttons, and says who can decide', async () => {
      const { chat, id } = await received(granularOffer, { roles });
      const card = await open(chat, id, { person: 'alex' });
      assert.deepEqual(buttonsOf(card), []);
      assert.match(
        textOf(card),
        /Only these roles can decide: Global Administrator and Customer Delegated Admin Relationship Administrator/,
      );
    });

    it('is refused at the press as well, and the refusal is on record', async () => {
      const { chat, id } = await received(granularOffer, { roles });
      const { posted } = await press(chat, 'invitation.confirm', { invitation: id }, 'alex');
      assert.match(JSON.stringify(posted), /Only these roles can decide/);
      assert.deepEqual(await history(chat), ['invitationReceived', 'decisionRefused']);
    });

    it('allows a Billing Administrator what grants no administration', async () => {
      const { chat, id } = await received(resellerOffer, { roles });
      const card = await open(chat, id, { person: 'alex' });
      assert.match(
        textOf(await chat.press(card, 'Authorize', {}, { person: 'alex' })),
        /^Invitation authorized/,
      );
    });
  });

  it('of another tenant is not found, whatever id is sent', async () => {
    const { chat, id } = await received(resellerOffer);
    for (const verb of [
      'invitation.open',
      'invitation.authorize',
      'invitation.confirm',
      'invitation.cancel',
    ]) {
      const { posted } = await press(chat, verb, { invitation: id }, 'adele', 'tenant-2');
      assert.doesNotMatch(JSON.stringify(posted), /Fabrikam/);
      assert.match(JSON.stringify(posted), /Your organisation has no such invitation/);
    }
    assert.equal(
      (await chat.store.get(tenantId('tenant-1'), 'invitation', id))?.value.status.kind,
      'pending',
    );
  });
});

describe('a pasted text', () => {
  it('with a link gets the card of its invitation; pasted again, the same one', async () => {
    const chat = conversation();
    const card = await chat.say(`Please accept: <${resellerLink}>.`);
    assert.match(textOf(card), /^Accept Partner Invitation/);
    assert.match(textOf(card), /A partner that gives no name/);
    await chat.say(
      resellerLink.toUpperCase().replace('HTTPS://ADMIN.MICROSOFT.COM', 'https://admin.microsoft.com'),
    );
    assert.deepEqual(await history(chat), ['invitationReceived']);
  });

  it('with a granular request says what the link does not: roles and duration, and that its partner is a guess', async () => {
    const text = textOf(await conversation().say(granularLink));
    assert.match(text, /Which roles it asks for is not in the link/);
    assert.match(text, /How long is not in the link, nor whether it then extends itself/);
    assert.match(text, /Probably tenant 3b33e682/);
  });

  it('shows what the mail around a link claims as claimed', async () => {
    const mail = `Partner: Fabrikam\nRoles: User Administrator, Exchange Administrator\nDuration: 365 days\n${granularLink}`;
    const text = textOf(await conversation().say(mail));
    assert.match(text, /Fabrikam – as its sender says; nothing confirms it/);
    assert.match(text, /Roles, as the message around the link says; nothing confirms it:/);
    assert.match(text, /For 365 days, as the message says: until 23 November 2027 if you authorize it today/);
  });

  for (const [what, link, warning] of [
    [
      'another host',
      'https://admin.microsoft.com.evil.example/Adminportal/Home?invType=ResellerRelationship&partnerId=x',
      /imitates a Microsoft site/,
    ],
    [
      'user info',
      resellerLink.replace('https://', 'https://admin.microsoft.com@evil.example/'),
      /before the real host/,
    ],
    ['a port', resellerLink.replace('microsoft.com/', 'microsoft.com:8443/'), /names a port/],
    ['http', resellerLink.replace('https', 'http'), /does not begin with https/],
    ['no partner', resellerLink.replace(/partnerId=[^&]+&/, ''), /does not say whose invitation/],
  ] as const) {
    it(`with ${what} is answered with a warning, and nothing to press`, async () => {
      const chat = conversation();
      const card = await chat.say(link);
      assert.match(textOf(card), /^Do not open this link/);
      assert.match(textOf(card), warning);
      assert.deepEqual(buttonsOf(card), []);
      assert.deepEqual(await history(chat), []);
    });
  }

  it('with several invitations lists them', async () => {
    const card = await conversation().say(`${resellerLink}\n${granularLink}`);
    assert.match(textOf(card), /This message holds 2 invitations/);
    assert.equal(buttonsOf(card).filter(({ verb }) => verb === 'invitation.open').length, 2);
  });

  it('handed over by the message action goes the same way', async () => {
    const chat = conversation();
    const value = {
      commandId: 'reviewInvitation',
      messagePayload: { body: { contentType: 'html', content: `<a href="${resellerLink}">here</a>` } },
    };
    const { posted } = await chat.send({ type: 'invoke', name: 'composeExtension/fetchTask', value });
    assert.match(JSON.stringify(posted), /"type":"continue"/);
    assert.match(JSON.stringify(posted), /The invitation is in your chat with Partner Desk/);
    assert.deepEqual(await history(chat), ['invitationReceived']);
  });
});

describe('“invitations”', () => {
  for (const words of ['invitations', 'pending invitations', 'invitations en attente']) {
    it(`lists what waits for “${words}”, and opens each`, async () => {
      const { chat } = await received(granularOffer);
      const list = await chat.say(words);
      assert.match(
        textOf(list),
        /Fabrikam\nDelegated administrator · with delegated administration\nwaits until 21 February 2027/,
      );
      assert.match(textOf(await chat.press(list, 'Review Fabrikam')), /^Accept Partner Invitation/);
    });
  }

  it('shows the decided ones on request', async () => {
    const { chat, card } = await received(resellerOffer);
    await chat.press(card, 'Authorize');
    const list = await chat.say('invitations');
    assert.match(textOf(list), /No invitation is waiting/);
    assert.match(
      textOf(await chat.press(list, 'Decided')),
      /Fabrikam\nReseller\nInvitation authorized · 23 November 2026/,
    );
  });
});

type Chat = ReturnType<typeof conversation>;

/** A desk that just received an offer, and its card opened by Adele. */
async function received(offer: DatedOffer, setting: DeskSetting = {}) {
  const chat = conversation(setting);
  const ports = { store: chat.store, clock: chat.time.clock, newId };
  const { invitation } = await receiveSubmittedInvitation(ports, tenantId('tenant-1'), {
    postedId: 'inv-2041',
    offer,
    withdrawn: false,
  });
  return { chat, id: invitation.id, card: await open(chat, invitation.id) };
}

async function open(chat: Chat, id: string, who = {}) {
  const list = await chat.say('invitations', who);
  const row = buttonsOf(list).find(({ data }) => data['invitation'] === id);
  return chat.press(list, row?.title ?? '', {}, who);
}

async function authorized(chat: Chat, card: Parameters<typeof buttonsOf>[0]) {
  const next = await chat.press(card, 'Authorize');
  const needsConfirmation = buttonsOf(next).some(({ verb }) => verb === 'invitation.confirm');
  return needsConfirmation ? chat.press(next, 'Authorize and grant') : next;
}

function press(chat: Chat, verb: string, data: object, person = 'adele', tenant = 'tenant-1') {
  const value = { action: { type: 'Action.Execute', verb, data } };
  return chat.send({ type: 'invoke', name: 'adaptiveCard/action', value }, { person, tenant });
}

/** The kinds of the recorded events, oldest first. */
async function history({ store }: Chat): Promise<readonly string[]> {
  const { items } = await store.entries(tenantId('tenant-1'), 'audit', { limit: 100 });
  return items.map(({ event }) => event.kind);
}

function granular(ids: readonly string[]): DatedOffer {
  assert.equal(granularOffer.delegatedAdmin.kind, 'granular');
  return {
    ...granularOffer,
    delegatedAdmin: {
      ...granularOffer.delegatedAdmin,
      roles: { value: ids, claimed: false },
    },
  };
}
