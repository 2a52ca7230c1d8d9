import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../../src/domain/invitations/claims/claim-lines.ts';
import { claimsIn } from '../../../../src/domain/invitations/claims/claims.ts';
import { findRoleLists } from '../../../../src/domain/invitations/claims/find-role-lists.ts';
import { roleTemplate, roleTemplates } from '../../../../src/domain/partners/role-template.ts';
import { en } from '../../../../src/i18n/en.ts';
import { fr } from '../../../../src/i18n/fr.ts';
import { otherRoleNames } from '../../../../src/i18n/lexicon/role-names.ts';
import { knownRoles } from '../../../../src/i18n/known-roles.ts';

function listed(text: string) {
  const { ids, unrecognised, further, announced } = findRoleLists(linesOf(text), knownRoles.names);
  return {
    roles: ids.map((id) => roleTemplate(id)?.key ?? id),
    unrecognised,
    ...(further > 0 && { further }),
    ...(announced !== undefined && { announced }),
  };
}

function mentions(text: string): boolean {
  const claims = claimsIn(text, knownRoles);
  return claims.mentionsGlobalAdministrator === true;
}

const everyName = roleTemplates.flatMap(({ id, key }) =>
  [en.roles.names[key], fr.roles.names[key], ...(otherRoleNames[key]?.split(', ') ?? [])].map((name) => ({
    id,
    name,
  })),
);

const label = fc.constantFrom(
  'Requested roles:',
  'with G/DAP Azure AD Roles:',
  'Requested Microsoft Entra roles:',
  'Rôles demandés :',
  'Angeforderte Rollen:',
  'Roles solicitados:',
  'Ruoli richiesti:',
  'Gevraagde rollen:',
  'Funções solicitadas:',
  'Roles',
);
const bullet = fc.constantFrom(
  '',
  '* ',
  '- ',
  '• ',
  '▪ ',
  '– ',
  'o ',
  '1. ',
  '(1) ',
  'a) ',
  '[x] ',
  '✓ ',
  '🔑 ',
  '    ',
  '\t',
);
const remark = fc.constantFrom(
  '',
  ' (needed for the migration)',
  ' – for the migration',
  ': for the migration',
  ', needed for the migration',
  ' role',
  '.',
  ';',
  ' [privileged]',
  ' *',
);
const prefix = fc.constantFrom('', 'Microsoft Entra ', 'Azure AD ', '“', '**');
const disguise = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => name.replaceAll(' ', '\u00a0'),
  (name: string) => `${name.slice(0, 3)}\u200b${name.slice(3)}`,
  (name: string) => `${name.slice(0, 4)}\u00ad${name.slice(4)}`,
  (name: string) => `${name.slice(0, 2)}\u200d${name.slice(2)}`,
);
const separator = fc.constantFrom('\n', '\r\n', '\n\n');

describe('the roles that a mail lists', () => {
  it('recognises every name, however it is decorated and listed', () => {
    const example = fc.record({
      label,
      bullet,
      remark,
      prefix,
      disguise,
      separator,
      names: fc.array(fc.constantFrom(...everyName), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(example, (given) => {
        const lines = given.names.map(
          ({ name }) => `${given.bullet}${given.prefix}${given.disguise(name)}${given.remark}`,
        );
        const text = [given.label, ...lines].join(given.separator);
        const { ids, unrecognised } = findRoleLists(linesOf(text), knownRoles.names);
        assert.deepEqual(
          [ids.toSorted(), unrecognised],
          [[...new Set(given.names.map(({ id }) => id))].toSorted(), []],
          text,
        );
      }),
    );
  });

  it('keeps a line that it does not recognise, whatever it is and wherever in the list', () => {
    const known = fc.constantFrom<string>(
      'Directory Readers',
      'Global Reader',
      'Lecteurs d’annuaires',
      'Benutzeradministrator',
    );
    const strange = fc.constantFrom<string>(
      'Gl0bal Adm1nistrator',
      'Супер админ',
      '全局管理员',
      'Master of the Tenant',
      'Emperor',
      'مسؤول عام',
      'Root',
    );
    const marker = fc.constantFrom('* ', '- ', '• ', '1. ');
    fc.assert(
      fc.property(
        label,
        marker,
        fc.array(known, { minLength: 1, maxLength: 4 }),
        strange,
        fc.nat(),
        (head, mark, names, odd, at) => {
          const items = names.toSpliced(at % (names.length + 1), 0, odd);
          const lines = items.map((item) => `${mark}${item}`);
          assert.ok(listed([head, ...lines].join('\n')).unrecognised.includes(odd));
          // Without a label as well: one of the lines is a role.
          assert.ok(listed(lines.join('\n')).unrecognised.includes(odd));
        },
      ),
    );
  });

  it('recognises letters that imitate others, or quotes them', () => {
    assert.deepEqual(listed('Roles:\n* Gl\u043ebal Admini\u0455trator\n* Directory Readers').roles, [
      'globalAdministrator',
      'directoryReaders',
    ]);
  });

  const lists: Readonly<Record<string, ReturnType<typeof listed>>> = {
    'Roles: Global Admin, SharePoint admin; Exchange Administrator / User admin and Teams Admin': {
      roles: [
        'globalAdministrator',
        'sharePointAdministrator',
        'exchangeAdministrator',
        'userAdministrator',
        'teamsAdministrator',
      ],
      unrecognised: [],
    },
    'Roles: Directory Readers, Boss Admin': { roles: ['directoryReaders'], unrecognised: ['Boss Admin'] },
    'Permissions requested: Global Administrator': { roles: ['globalAdministrator'], unrecognised: [] },
    'Roles: Directory Readers Helpdesk Administrator Global Administrator': {
      roles: ['directoryReaders', 'helpdeskAdministrator', 'globalAdministrator'],
      unrecognised: [],
    },
    'Role: Global Administrator\nRole: Emperor': {
      roles: ['globalAdministrator'],
      unrecognised: ['Emperor'],
    },
    'Role\tDescription\nGlobal Reader\tReads everything\nTenant Owner\tOwns everything': {
      roles: ['globalReader'],
      unrecognised: ['Tenant Owner Owns everything'],
    },
    'Roles:\n62e90394-69f5-4237-9190-012177145e10\n- Directory Readers (88d8e3e3-8f55-4a1e-953a-9b9898b8876b)':
      {
        roles: ['globalAdministrator', 'directoryReaders'],
        unrecognised: [],
      },
    '3 roles:\n- Directory Readers\n- Global Reader': {
      roles: ['directoryReaders', 'globalReader'],
      unrecognised: [],
      announced: 3,
    },
    'Requested roles:\n\nDirectory Readers\n\nTenant Owner\n\nHelpdesk Administrator\n\nKind regards\nFabrikam':
      {
        roles: ['directoryReaders', 'helpdeskAdministrator'],
        unrecognised: ['Tenant Owner'],
      },
    'Roles:\n* Global Reader\n\nThank you for your trust.\nFabrikam Support': {
      roles: ['globalReader'],
      unrecognised: [],
    },
  };
  for (const [text, expected] of Object.entries(lists)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(listed(text), expected);
    });
  }

  it('keeps a few lines that it does not recognise, and says how many more there are', () => {
    const odd = Array.from({ length: 14 }, (_, at) => `* Emperor the ${at}th ${'x'.repeat(200)}`);
    const { unrecognised, further } = listed(['Roles:', ...odd].join('\n'));
    assert.equal(unrecognised.length, 10);
    assert.equal(further, 4);
    assert.ok(unrecognised.every((words) => words.length <= 100));
  });

  it('says that Global Administrator is mentioned, unless as who has to accept', () => {
    for (const text of [
      'We need Global Administrator for the migration.',
      'Fabrikam will act as Global Administrator.',
      'Please accept, so that we can work as Global Admin',
      'Roles:\n* Directory Readers\n\nLater we will be Company Administrator, too.',
      'Wir werden Globaler Administrator.',
    ])
      assert.equal(mentions(text), true, text);
    for (const text of [
      'NOTE: a Global Administrator has to accept.',
      'A Global Administrator or a Billing Administrator can accept this.',
      'Un administrateur général doit accepter la demande.',
      'Ein Globaler Administrator muss die Anfrage annehmen.',
      'You must be a Global Administrator to approve this request.',
      'Please sign in as a Global Administrator.',
      'Roles:\n* Global Administrator',
      'Nothing of the kind.',
    ])
      assert.equal(mentions(text), false, text);
  });
});
