import assert from 'node:assert/strict';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';
import { conversation } from '../../support/desk/conversation.ts';

const granularLink =
  'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/5a5b5c5d-1111-4222-8333-444455556666-3b33e682-00c3-41ee-9dd2-a548adf56438';
const indirectLink =
  'https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=df2ef418-7c5b-4ca0-a7c1-8f230e4019da&msppId=6531449&indirectCSPId=75af751c-f582-45e7-aee2-0fd6c8203c1d#/partners/invitation';
const storeLink =
  'https://businessstore.microsoft.com/manage/partner-invitation?invType=IndirectResellerRelationship&partnerId=6fff47dc-5f67-41b5-b48b-9d4c6de48eab&msppId=4794019&DAP=true';

const roles = rolesOf(new Map<string, ReadonlySet<AdminRole>>([['adele', new Set(['globalAdministrator'])]]));

async function shown(mail: string): Promise<string> {
  return textOf(await conversation().say(mail));
}

describe('the card of an invitation, for what its mail says', () => {
  it('quotes roles that are not recognised, which may be privileged', async () => {
    const text = await shown(`Roles:\n* Directory Readers\n* Tenant Emperor\n${granularLink}`);
    assert.match(text, /does not recognise all that the message lists as roles/);
    assert.match(text, /Not recognised: “Tenant Emperor” · Possibly privileged/);
  });

  it('says that another number of roles was announced, and that Global Administrator is mentioned', async () => {
    const text = await shown(
      `3 roles:\n* Directory Readers\n* Global Reader\n\nLater we need Global Administrator, too.\n${granularLink}`,
    );
    assert.match(text, /speaks of 3 roles, and does not list as many/);
    assert.match(text, /The message also mentions Global Administrator/);
  });

  it('quotes a duration that is not understood, and counts none', async () => {
    const text = await shown(`Duration: 1,5 years\nRoles: Global Reader\n${granularLink}`);
    assert.match(text, /How long is not in the link; the message says “1,5 years”/);
    assert.doesNotMatch(text, /For \d+ days?/);
  });

  it('says which durations a mail names, the longest first', async () => {
    const text = await shown(`Duration: 90 days\nDuration: 2 years\nRoles: Global Reader\n${granularLink}`);
    assert.match(text, /For 730 days, as the message says: until .* The message also says 90 days\./);
  });

  it('tells the reseller from its provider', async () => {
    const text = await shown(`Distributor: Big Distribution\nReseller: Small Shop\n${indirectLink}`);
    assert.match(text, /Small Shop – as its sender says/);
    assert.match(text, /Tenant 75af751c-f582-45e7-aee2-0fd6c8203c1d/);
    assert.match(
      text,
      /Through its provider \(distributor\): Big Distribution, as the message says; nothing confirms it\u00a0· Tenant df2ef418/,
    );
  });

  it('says whose deadline is which', async () => {
    const text = await shown(`This invitation expires in 30 days.\n${granularLink}`);
    assert.match(text, /The message says: “This invitation expires in 30 days\.”/);
    assert.match(text, /This desk keeps it until .* Microsoft ends an unanswered request 90 days after/);
    assert.doesNotMatch(text, /For 30 days/);
  });

  it('says what a retired link without its reseller asks for: classic administration', async () => {
    const card = await conversation().say(storeLink);
    const text = textOf(card);
    assert.match(text, /indirect provider \(distributor\) only: tenant 6fff47dc-5f67-41b5-b48b-9d4c6de48eab/);
    assert.match(text, /partner number \(MPN\) 4794019/);
    assert.match(text, /classic delegated admin privileges \(DAP\).*Global Administrator.*no end date/);
    assert.match(text, /is retired/);
    assert.match(text, /ask the partner for a new invitation/);
    assert.ok(!buttonsOf(card).some(({ verb }) => verb === 'invitation.authorize'));
  });
});

describe('the second step, for what a mail says', () => {
  it('names what is not recognised, and the provider', async () => {
    const chat = conversation({ roles });
    const mail = `Provider: Big\nReseller: Small\nRoles:\n* Directory Readers\n* Tenant Emperor\n${granularLink}`;
    const text = textOf(await chat.press(await chat.say(mail), 'Authorize'));
    assert.match(text, /Not recognised: “Tenant Emperor” · Possibly privileged/);
    assert.match(text, /Through its provider \(distributor\): Big/);
    assert.match(
      text,
      /^Give administration to Small\?\nThis name is what its sender says; nothing confirms it\.\n/,
    );
    assert.match(
      text,
      /Probably tenant 3b33e682-00c3-41ee-9dd2-a548adf56438; the link does not say for sure/,
    );
  });
});
