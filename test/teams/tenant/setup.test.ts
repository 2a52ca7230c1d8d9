import assert from 'node:assert/strict';
import type { LinkState, TenantReader } from '../../../src/application/ports/tenant-reader.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { linkState } from '../../support/cards/example-tenant-cards.ts';
import { conversation } from '../../support/desk/conversation.ts';
import { everyoneHas, rolesOf } from '../../support/ports/roles-of.ts';

const administrators = everyoneHas(new Set(['billingAdministrator']));

describe('setup in the chat', () => {
  it('says that everything is there, with each permission by its exact name and what it is for', async () => {
    const text = await setup(linkState());
    assert.match(text, /^Link to Microsoft 365\nEverything that is needed is there\./);
    assert.match(text, /Policy\.Read\.All · granted\nsees which service providers have access/);
    assert.match(text, /The desk’s clock agrees with Microsoft’s\./);
    assert.match(text, /Read at https:\/\/graph\.microsoft\.com/);
  });

  it('counts what is missing, without what is optional, and leads to consent', async () => {
    const { permissions } = linkState();
    const missing = permissions.map((state) => ({ ...state, isGranted: false, read: 'untried' as const }));
    const card = await open(linkState({ permissions: missing, clockAhead: -400 }));
    assert.match(textOf(card), /^Link to Microsoft 365\n6 permissions are missing\./);
    assert.match(textOf(card), /Directory\.Read\.All · missing, and not needed/);
    assert.match(textOf(card), /400 seconds behind Microsoft’s\.\nMore than five minutes/);
    assert.ok(buttonsOf(card).some(({ title }) => title === 'Consent as an administrator'));
  });

  it('tells a refused read from a permission that is missing', async () => {
    const { permissions } = linkState();
    const refused = permissions.map((state) => ({ ...state, read: 'refused' as const }));
    assert.match(await setup(linkState({ permissions: refused })), /some reads did not work/);
  });

  it('says what to do where Microsoft issues no token', async () => {
    const notIssued = (code: string) => linkState({ token: { kind: 'notIssued', code }, permissions: [] });
    assert.match(
      await setup(notIssued('AADSTS7000222')),
      /\(AADSTS7000222\)\.\nThe client secret has expired/,
    );
    assert.match(
      await setup(notIssued('AADSTS1')),
      /\(AADSTS1\)\.\nGive this code to whoever runs this desk/,
    );
  });

  it('says so where the desk keeps its own records, in French as well', async () => {
    const chat = conversation({ roles: administrators });
    assert.match(textOf(await chat.say('setup')), /keeps its own records and reads nothing in Microsoft 365/);
    for (const said of ['configuration', 'installation']) {
      const card = await chat.say(said, { locale: 'fr-FR' });
      assert.match(textOf(card), /^Liaison avec Microsoft 365\nCe service tient ses propres enregistrements/);
    }
  });

  it('is for administrators', async () => {
    const chat = conversation({ roles: rolesOf([]), tenantReader: readerOf(linkState()) });
    assert.match(textOf(await chat.say('setup')), /Only administrators see this/);
  });
});

function readerOf(link: LinkState): TenantReader {
  const unused = () => Promise.reject(new Error('not asked for'));
  return { observe: unused, activity: unused, heldBack: () => 0, link: () => Promise.resolve(link) };
}

function open(link: LinkState) {
  return conversation({ roles: administrators, tenantReader: readerOf(link) }).say('setup');
}

async function setup(link: LinkState): Promise<string> {
  return textOf(await open(link));
}
