import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimsIn } from '../../../../src/domain/invitations/claims/claims.ts';
import { roleTemplate } from '../../../../src/domain/partners/role-template.ts';
import { knownRoles } from '../../../../src/i18n/known-roles.ts';
import { granularLink, htmlEscaped, quotedPrintable } from '../link/examples.ts';

function claims(text: string): object {
  const { roles, ...others } = claimsIn(text, knownRoles);
  return { ...others, ...(roles && { roles: roles.map((id) => roleTemplate(id)?.key) }) };
}

describe('claimsIn', () => {
  const roles = ['directoryReaders', 'cloudApplicationAdministrator', 'helpdeskAdministrator'];

  it('reads what a plain mail lists', () => {
    const mail = `Hello,
Fabrikam, Inc. would like to administer your products with the roles listed below.
Click to review and accept: ${granularLink}
NOTE: a Global Administrator has to accept.
Duration in days: 730
Requested Microsoft Entra roles:
  * Directory readers
  * Cloud Application Administrator
  - Helpdesk Administrator.
`;
    assert.deepEqual(claims(mail), { partnerName: 'Fabrikam, Inc.', durationDays: 730, roles });
  });

  it('reads what an HTML mail lists', () => {
    const mail = `<p>Partner name: <b>Fabrikam &amp; Sons</b></p><p>Duration: 90&nbsp;days</p>
      <ul><li>Directory Readers</li><li class="r">Cloud Application Administrator</li><li>Helpdesk Administrator</li></ul>`;
    const expected = { partnerName: 'Fabrikam & Sons', durationDays: 90, roles };
    assert.deepEqual(claims(mail), expected);
    assert.deepEqual(claims(htmlEscaped(mail)), expected);
  });

  it('reads French', () => {
    const mail = `Fabrikam souhaite administrer vos services.
Durée en jours : 365
Rôles : Lecteurs d'annuaires, Administrateur d’application cloud et Administrateur du support technique
Un administrateur général doit accepter la demande.`;
    assert.deepEqual(claims(mail), { partnerName: 'Fabrikam', durationDays: 365, roles });
  });

  it('reads who invites', () => {
    for (const sentence of [
      'Contoso Conseil vous invite à accepter une relation de revendeur.',
      'Contoso Conseil vous a invités à travailler avec lui.',
      'Contoso Conseil invites you to become its customer.',
      'Contoso Conseil has invited you to accept a reseller relationship.',
    ])
      assert.deepEqual(claims(`Bonjour,\n${sentence}`), { partnerName: 'Contoso Conseil' }, sentence);
    assert.deepEqual(claims('This invites you to act quickly.'), {});
  });

  it('reads lines that quoted-printable broke', () => {
    const mail = `Requested roles: ${'Directory Readers, '.repeat(6)}Helpdesk Administrator`;
    assert.deepEqual(claims(quotedPrintable(mail)), { roles: ['directoryReaders', 'helpdeskAdministrator'] });
  });

  it('claims nothing for a link alone, or for roles and numbers in passing', () => {
    const texts = [
      granularLink,
      'We would like to work with you.',
      'A Global Administrator or a Billing Administrator can accept this.',
      'The duration of the contract is 3000 days.',
      '',
    ];
    for (const text of texts) assert.deepEqual(claims(text), {}, text);
  });

  it('never throws, and keeps to its bounds', () => {
    const piece = fc.constantFrom(
      'Partner: ',
      'Duration: ',
      '<li>',
      '&#10;',
      '\n',
      'Global Administrator',
      ':',
      ',',
      '9',
      ' ',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 120 })), { maxLength: 12 });
    fc.assert(
      fc.property(text, (pieces) => {
        const { partnerName = '-', durationDays = 1 } = claimsIn(pieces.join(''), knownRoles);
        assert.match(partnerName, /^\P{Cc}{1,100}$/u);
        assert.ok(durationDays >= 1 && durationDays <= 730);
      }),
    );
  });
});
