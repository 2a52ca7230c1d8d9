import assert from 'node:assert/strict';
import { linesOf } from '../../../../src/domain/invitations/claims/claim-lines.ts';
import { findDeadline } from '../../../../src/domain/invitations/claims/find-deadline.ts';
import { findParties } from '../../../../src/domain/invitations/claims/find-parties.ts';

describe('who invites, as a mail says', () => {
  const parties: Readonly<Record<string, ReturnType<typeof findParties>>> = {
    'Microsoft Provider Partner: Big Distribution\nMicrosoft Reseller Partner: Small Shop': {
      partnerName: 'Small Shop',
      providerName: 'Big Distribution',
    },
    'Reseller: Small Shop\nDistributor: Big Distribution': {
      partnerName: 'Small Shop',
      providerName: 'Big Distribution',
    },
    'Fournisseur indirect : Grande Distribution\nRevendeur : Petite Boutique': {
      partnerName: 'Petite Boutique',
      providerName: 'Grande Distribution',
    },
    'Distribuidor: Gran Distribución\nSocio: Tienda': {
      partnerName: 'Tienda',
      providerName: 'Gran Distribución',
    },
    '<table><tr><td>Indirect provider</td><td>Big</td></tr><tr><td>Partner name</td><td>Small</td></tr></table>':
      {
        partnerName: 'Small',
        providerName: 'Big',
      },
    'Partner:\nFabrikam': { partnerName: 'Fabrikam' },
    'Your Microsoft Partner: **Fabrikam**': { partnerName: 'Fabrikam' },
    'Microsoft Provider Partner: Big Distribution\nrequests a new relationship': {
      partnerName: 'Big Distribution',
    },
    'Microsoft Provider Partner Big Distribution is requesting a Microsoft G/DAP Relationship with you': {
      partnerName: 'Big Distribution',
    },
    'Fabrikam möchte Ihre Dienste verwalten': { partnerName: 'Fabrikam' },
    'Fabrikam solicita administrar sus servicios': { partnerName: 'Fabrikam' },
    'Partner: Microsoft\nFabrikam would like to administer your products': { partnerName: 'Fabrikam' },
  };
  for (const [text, expected] of Object.entries(parties)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(findParties(linesOf(text)), expected);
    });
  }

  it('takes nothing else for a name', () => {
    for (const text of [
      'Partner: Microsoft',
      'Partner: Microsoft Corporation',
      'Our partners: Fabrikam, Contoso',
      'Dear partner: welcome',
      'Partner Center: https://partner.microsoft.com',
      'Partner ID: 4794019',
      'Partner: https://fabrikam.example',
      'Partner:',
      'Wir möchten Ihre Dienste verwalten',
    ])
      assert.deepEqual(findParties(linesOf(text)), {}, text);
  });
});

describe('until when a mail wants an answer', () => {
  it('is quoted as the mail says it', () => {
    for (const text of [
      'This invitation expires in 90 days.',
      'The link is valid for 30 days',
      'By clicking on the included Link below within 30 Days, you will be able to accept.',
      'Please accept by 31 December 2027',
      'Cette invitation expire le 31/12/2027.',
      'Der Link ist 30 Tage gültig.',
      'Acepte antes del 31 de diciembre de 2027',
    ])
      assert.equal(findDeadline(linesOf(`Hello,\n${text}\nBye`)), text);
  });

  it('is not how long the administration lasts', () => {
    for (const text of [
      'Duration: 730 days',
      'Access is valid for 2 years',
      'It auto-extends by 180 days',
      '',
    ])
      assert.equal(findDeadline(linesOf(text)), undefined, text);
  });
});
