import assert from 'node:assert/strict';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { auditChange } from '../../../src/application/history/audit-changes.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import { auditEventKinds, type AuditEntry } from '../../../src/domain/history/audit-entry.ts';
import { personId, providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { buttonsOf, choicesOf, inputsOf, textOf } from '../../support/cards/card-text.ts';
import { exampleEvents } from '../../support/cards/example-history-cards.ts';
import { conversation } from '../../support/desk/conversation.ts';
import type { DeskSetting } from '../../support/desk/memory-desk.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { granularOffer, resellerOffer } from '../../support/examples/invitation-examples.ts';
import { auditEntry } from '../../support/examples/stored-values.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');
const day = 24 * 60 * 60 * 1000;

type Chat = ReturnType<typeof conversation>;

describe('“history”', () => {
  for (const words of [
    'history',
    'show me the history please',
    'who did what?',
    'historique',
    'l’historique, s’il vous plaît',
  ]) {
    it(`is shown for “${words}”, newest first: what happened, when, and who did it`, async () => {
      const chat = await withCancelledInvitation();
      assert.equal(
        linesOf(await chat.say(words)),
        [
          'History',
          'Invitation of Fabrikam cancelled: Reseller',
          '23 November 2026 at 09:00 UTC · Adele Vance',
          'Reason: Too dear',
          'Invitation received from Fabrikam: Reseller',
          '23 November 2026 at 09:00 UTC · Mail flow (intake)',
        ].join('\n'),
      );
    });
  }

  it('is in French for who speaks French', async () => {
    const chat = await withCancelledInvitation();
    assert.equal(
      linesOf(await chat.say('historique', { locale: 'fr-FR' })),
      [
        'Historique',
        'Invitation de Fabrikam annulée : Revendeur',
        '23 novembre 2026 à 09:00 UTC · Adele Vance',
        'Motif : Too dear',
        'Invitation reçue de Fabrikam : Revendeur',
        '23 novembre 2026 à 09:00 UTC · Flux de messagerie',
      ].join('\n'),
    );
  });

  it('says what was before and after an authorization', async () => {
    const chat = conversation();
    await receive(chat, 'inv-1', granularOffer);
    const card = await chat.press(await chat.say('invitations'), 'Review Fabrikam');
    await chat.press(await chat.press(card, 'Authorize'), 'Authorize and grant');
    const text = textOf(await chat.say('history'));
    assert.match(text, /Before: no function\s·\sno delegated permissions/);
    assert.match(text, /After: Delegated administrator\s·\sdelegated permissions\s·\s1 role/);
  });

  it('says who was refused, and why', async () => {
    const noRoles = rolesOf(new Map([['megan', new Set(['globalAdministrator'] as const)]]));
    const chat = conversation({ roles: noRoles });
    await receive(chat, 'inv-1');
    const [invitation] = (await chat.store.list(tenant, 'invitation', { limit: 1 })).items;
    const value = {
      action: { type: 'Action.Execute', verb: 'invitation.cancel', data: { invitation: invitation?.id } },
    };
    await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value });
    const text = textOf(await chat.say('history', { person: 'megan' }));
    assert.match(text, /Decision about the invitation of Fabrikam refused: Reseller/);
    assert.match(text, /Wanted to cancel it without a role that may\./);
  });

  it('has words for every kind of event, in both languages', async () => {
    for (const locale of ['en-US', 'fr-FR']) {
      for (const kind of auditEventKinds) {
        const chat = await withEntries([{ at: monday, by: 'desk', event: exampleEvents[kind] }]);
        const card = await chat.say('history', { locale });
        const [, what = ''] = linesOf(card).split('\n');
        assert.match(what, /\w+ \w+/, kind);
        assert(choicesOf(card, 'kind').some(([, value]) => value === kind));
      }
    }
  });

  it('is for administrators: others are told whom to ask', async () => {
    const chat = await withCancelledInvitation({
      roles: rolesOf(new Map([['adele', new Set(['billingAdministrator'] as const)]])),
    });
    assert.match(textOf(await chat.say('history')), /cancelled/);
    const text = textOf(await chat.say('history', { person: 'lee' }));
    assert.match(text, /Only administrators see this\. Ask someone who has one of these roles: Global/);
    assert.doesNotMatch(text, /Fabrikam/);
  });

  it('is that of the own tenant alone', async () => {
    const chat = await withCancelledInvitation();
    const card = await chat.say('history of Fabrikam', { tenant: 'tenant-2' });
    assert.match(textOf(card), /Nothing further back matches\./);
    const empty = await chat.say('history', { tenant: 'tenant-2' });
    assert.match(textOf(empty), /Nothing has happened yet\./);
    assert.deepEqual(buttonsOf(empty), [], 'there is nothing to narrow or to export');
  });

  it('goes back page by page, and to the newest again', async () => {
    const chat = await withEntries(Array.from({ length: 14 }, (_, number) => auditEntry(number)));
    const first = await chat.say('history');
    assert.deepEqual(referencesOn(first), [13, 12, 11, 10, 9, 8]);
    assert(!titlesOf(first).includes('Newest'));
    const second = await chat.press(first, 'Older');
    assert.deepEqual(referencesOn(second), [7, 6, 5, 4, 3, 2]);
    const last = await chat.press(second, 'Older');
    assert.deepEqual(referencesOn(last), [1, 0]);
    assert(!titlesOf(last).includes('Older'));
    assert.deepEqual(referencesOn(await chat.press(last, 'Newest')), [13, 12, 11, 10, 9, 8]);
  });

  it('shows the chain head, to be noted elsewhere', async () => {
    const chat = await withEntries([auditEntry(1)]);
    const { hash } = await chat.store.head(tenant, 'audit');
    assert(textOf(await chat.say('history')).endsWith(`1 entry. Seal of the newest: ${hash}`));
  });
});

describe('the history of one partner', () => {
  for (const words of [
    'history of Fabrikam',
    'Show me the history of fabrikam, please',
    'what happened with Fabrikam?',
    'historique de Fabrikam',
    'l’historique du partenaire Fabrikam svp',
  ]) {
    it(`is shown for “${words}”`, async () => {
      const chat = await withCancelledInvitation();
      const name = { value: 'Contoso Cloud', claimed: false };
      const partner = { id: providerId('00000000-0000-4000-8000-000000000777'), idIsGuess: false, name };
      await receive(chat, 'inv-2', { ...resellerOffer, partner });
      assert.match(textOf(await chat.say('history')), /Contoso Cloud/);
      const card = await chat.say(words);
      assert.match(textOf(card), /Invitation received from Fabrikam/);
      assert.doesNotMatch(textOf(card), /Contoso Cloud/);
      assert.match(inputsOf(card)['partner'] ?? '', /^fabrikam$/i);
      assert.match(textOf(await chat.press(card, 'Whole history')), /Contoso Cloud/);
    });
  }

  it('says so where nothing happened with such a partner', async () => {
    const chat = await withCancelledInvitation();
    assert.match(textOf(await chat.say('history of Northwind')), /Nothing further back matches\./);
  });
});

describe('the filters of the history', () => {
  const entries: readonly AuditEntry[] = Array.from({ length: 40 }, (_, number) => ({
    ...auditEntry(number),
    at: later(monday, (number - 40) * 5 * day),
    by: number % 2 === 0 ? { person: personId('megan'), name: 'Mégan Bowen' } : 'desk',
  }));

  for (const [what, inputs, expected] of [
    ['a person, accents aside', { person: 'megan b' }, [38, 36, 34, 32, 30, 28]],
    ['the id of a person', { person: 'MEGAN' }, [38, 36, 34, 32, 30, 28]],
    ['what the desk did', { person: 'desk' }, [39, 37, 35, 33, 31, 29]],
    ['a kind', { kind: 'contactRequested' }, [39, 38, 37, 36, 35, 34]],
    ['a kind of which there is none', { kind: 'invitationLapsed' }, []],
    ['a period', { days: '7' }, [39]],
    ['a period and a person', { days: '30', person: 'Bowen' }, [38, 36, 34]],
    ['a provider', { partner: 'fabrikam' }, [39, 38, 37, 36, 35, 34]],
    ['nothing', {}, [39, 38, 37, 36, 35, 34]],
  ] as const) {
    it(`narrow it by ${what}`, async () => {
      const chat = await withEntries(entries);
      const card = await chat.press(await chat.say('history'), 'Search', inputs);
      assert.deepEqual(referencesOn(card), expected);
    });
  }

  it('hold from page to page', async () => {
    const chat = await withEntries(entries);
    const first = await chat.press(await chat.say('history'), 'Search', { person: 'megan' });
    assert.equal(inputsOf(first)['person'], 'megan');
    const second = await chat.press(first, 'Older');
    assert.deepEqual(referencesOn(second), [26, 24, 22, 20, 18, 16]);
    assert.equal(inputsOf(second)['person'], 'megan');
    assert.deepEqual(referencesOn(await chat.press(second, 'Newest')), [38, 36, 34, 32, 30, 28]);
    assert.deepEqual(referencesOn(await chat.press(second, 'Whole history')), [39, 38, 37, 36, 35, 34]);
  });
});

async function receive(chat: Chat, postedId: string, offer = resellerOffer): Promise<void> {
  const ports = { store: chat.store, clock: chat.time.clock, newId };
  await receiveSubmittedInvitation(ports, tenant, { postedId, offer, withdrawn: false });
}

async function withCancelledInvitation(setting: DeskSetting = {}): Promise<Chat> {
  const chat = conversation(setting);
  await receive(chat, 'inv-1');
  const card = await chat.press(await chat.say('invitations'), 'Review Fabrikam');
  await chat.press(card, 'Cancel the invitation', { reason: 'Too dear' });
  return chat;
}

async function withEntries(entries: readonly AuditEntry[]): Promise<Chat> {
  const chat = conversation();
  await chat.store.commit(
    tenant,
    entries.map(({ at, by, event }) => auditChange(at, by, event)),
  );
  return chat;
}

/** The text visible without expanding anything, except the chain head. */
function linesOf(card: Parameters<typeof textOf>[0]): string {
  const filters = ['Partner or provider', 'Person', 'What happened', 'Period'];
  const french = ['Partenaire ou fournisseur', 'Personne', 'Ce qui s’est passé', 'Période'];
  return textOf(card)
    .split('\n')
    .filter((line) => ![...filters, ...french].includes(line) && !/Seal of|Sceau de|OneDrive/.test(line))
    .join('\n');
}

function referencesOn(card: Parameters<typeof textOf>[0]): number[] {
  return [...textOf(card).matchAll(/Contact request PD-(\d+) sent/g)].map(([, number]) => Number(number));
}

function titlesOf(card: Parameters<typeof buttonsOf>[0]): string[] {
  return buttonsOf(card).map(({ title }) => title);
}
