import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimsIn } from '../../../../src/domain/invitations/claims/claims.ts';
import { readHtml } from '../../../../src/domain/invitations/message/read-html.ts';
import { roleTemplate, roleTemplates } from '../../../../src/domain/partners/role-template.ts';
import { en } from '../../../../src/i18n/en.ts';
import { knownRoles } from '../../../../src/i18n/known-roles.ts';

const others = roleTemplates
  .filter(({ key }) => key !== 'globalAdministrator')
  .map(({ key }) => en.roles.names[key]);

function listed(text: string) {
  const { roles = [], unrecognisedRoles = [] } = claimsIn(text, knownRoles);
  return { roles: roles.map((id) => roleTemplate(id)?.key ?? id), unrecognisedRoles };
}

function mentions(text: string): boolean {
  return claimsIn(text, knownRoles).mentionsGlobalAdministrator === true;
}

describe('what a mail says, however its lines are broken', () => {
  it('lists Global Administrator at any place of a list in one line, however long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...others), { minLength: 1, maxLength: 150 }),
        fc.nat(150),
        fc.constantFrom(', ', '; ', ' (needed for our work), '),
        (names, place, separator) => {
          const list = [...names.slice(0, place), 'Global Administrator', ...names.slice(place)];
          const { roles, unrecognisedRoles } = listed(`Roles: ${list.join(separator)}`);
          assert.ok(roles.includes('globalAdministrator'));
          assert.equal(roles.length, new Set(list).size);
          assert.deepEqual(unrecognisedRoles, []);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('lists it where a mail program broke the list at any space', () => {
    const list = 'Directory Readers, License Administrator, Global Administrator, User Administrator';
    for (const { index } of list.matchAll(/ /g)) {
      const broken = `Roles: ${list.slice(0, index)}\n${list.slice(index + 1)}`;
      const expected = {
        roles: ['directoryReaders', 'licenseAdministrator', 'globalAdministrator', 'userAdministrator'],
        unrecognisedRoles: [],
      };
      assert.deepEqual(listed(broken), expected, broken);
    }
  });

  it('quotes an unknown item at the end of a list, whatever HTML the list is written in', () => {
    const items = ['Directory Readers', 'Global Reader', 'Tenant Boss'];
    const lists = {
      paragraphs: items.map((item) => `<p>${item}</p>`).join('\n'),
      boxes: items.map((item) => `<div>${item}</div>`).join('\n'),
      breaks: items.join('<br>\n'),
      rows: `<table>${items.map((item) => `<tr><td>${item}</td></tr>`).join('\n')}</table>`,
      bullets: `<ul>\n${items.map((item) => `<li><p>${item}</p>\n</li>`).join('\n')}</ul>`,
    };
    for (const [name, list] of Object.entries(lists)) {
      const ends =
        '<p><a href="https://a.example">Click here to accept</a></p><p>Kind regards,</p><p>Anna Muster</p>';
      const { text } = readHtml(`<p>Requested roles:</p>${list}${ends}`);
      const expected = { roles: ['directoryReaders', 'globalReader'], unrecognisedRoles: ['Tenant Boss'] };
      assert.deepEqual(listed(text), expected, name);
    }
  });

  it('mentions it far behind in a paragraph, and over the end of a line', () => {
    assert.ok(
      mentions(`Dear customer, ${'we like to work with you. '.repeat(60)}We become Global Administrator.`),
    );
    assert.ok(
      mentions(
        'For the migration we will be Global\nAdministrator of your tenant.\nRoles:\n* Directory Readers',
      ),
    );
    assert.ok(mentions('> For the migration we will be Global\n> Administrator of your tenant.'));
    assert.ok(!mentions('We are active on a global\nscale. Administrators are welcome.'));
  });

  it('keeps a remark in brackets together', () => {
    const text =
      'Roles:\n* Directory Readers (reads what is needed for the\n  daily work)\n* License Administrator';
    assert.deepEqual(listed(text).unrecognisedRoles, []);
  });

  it('quotes what is not recognised beside a link, or behind something like a label, within a list', () => {
    const text =
      'Roles:\n* Directory Readers\n* Tenant boss (https://learn.example/x)\n* Note: Emperor\n* License Administrator\n* Accept: https://learn.example/y';
    assert.deepEqual(listed(text), {
      roles: ['directoryReaders', 'licenseAdministrator'],
      unrecognisedRoles: ['Tenant boss (https://learn.example/x)', 'Note: Emperor'],
    });
  });

  it('reads the rows of a table, and not the names of its columns', () => {
    const rows = [
      'Role|Why',
      'Directory Readers|to read',
      'Magic Role|for magic',
      'License Administrator|for licences',
    ];
    const table = rows.map((row) => `<tr><td>${row.replace('|', '</td><td>')}</td></tr>`).join('');
    assert.deepEqual(listed(readHtml(`<table>${table}</table>`).text), {
      roles: ['directoryReaders', 'licenseAdministrator'],
      unrecognisedRoles: ['Magic Role for magic'],
    });
  });

  it('reads values in the cell behind a label with a colon', () => {
    const text = 'Partner:\tNordwind\nDistributor:\tBig\nLaufzeit:\t2 Jahre\nRollen:\tGlobaler Administrator';
    const { roles, ...said } = claimsIn(text, knownRoles);
    assert.deepEqual(said, { partnerName: 'Nordwind', providerName: 'Big', durationDays: 730 });
    assert.equal(roles?.length, 1);
  });

  it('takes the id of a tenant or a request for no role, unless a list of roles holds it', () => {
    const id = '11111111-1111-4111-8111-111111111111';
    for (const label of ['Partner ID:', 'Your tenant =', 'Relationship:', 'Customer tenant:\n']) {
      assert.deepEqual(
        listed(`${label} ${id}\nRoles:\n* Directory Readers`).roles,
        ['directoryReaders'],
        label,
      );
    }
    assert.deepEqual(listed(`Roles:\n* Directory Readers\n* ${id}`).roles, ['directoryReaders', id]);
    const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
    assert.deepEqual(listed(`Access: ${globalAdministrator}`).roles, ['globalAdministrator']);
  });

  it('reads what an image says', () => {
    const { text } = readHtml(
      '<p>Roles:</p><ul><li>Directory Readers</li></ul><img alt="Global Administrator">',
    );
    assert.ok(listed(text).roles.includes('globalAdministrator'));
  });
});

describe('a duration that a mail makes look short', () => {
  const durations: Readonly<Record<string, number | undefined>> = {
    'Duration: 1 day (renewed daily for 2 years)': undefined,
    'Duration: 30 days, automatically renewed up to 2 years': undefined,
    'Durée : 1 jour, prolongé de 24 mois': undefined,
    'Duration: 365 days, automatically extended by 180 days': 365,
    'Duration: 23 November 2026 - 22 November 2028': 730,
    'Laufzeit: 01.03.2027 bis 01.03.2029': 730,
    'Duration: 23 November 2026 - 30 November 2028': undefined,
  };
  for (const [text, days] of Object.entries(durations)) {
    it(text, () => {
      const { durationDays, durationWords } = claimsIn(text, knownRoles);
      assert.equal(durationDays, days);
      assert.equal(durationWords === undefined, days !== undefined);
    });
  }
});
