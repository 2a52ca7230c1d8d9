import assert from 'node:assert/strict';
import { findInvitations as findInParts } from '../../../../src/domain/invitations/link/find-invitations.ts';
import { plainMessage } from '../../../../src/domain/invitations/message/shown-message.ts';
import type { InvitationLink } from '../../../../src/domain/invitations/link/invitation-link.ts';
import * as examples from './examples.ts';

function findInvitations(text: string) {
  return findInParts(plainMessage(text).parts);
}

const { distributor, offer, partner, request, reseller, safeLink } = examples;

function invitationIn(text: string): InvitationLink {
  const found = findInvitations(text);
  assert.ok(found.outcome === 'found', `${JSON.stringify(found)} in ${text}`);
  assert.equal(found.invitations.length, 1);
  return found.invitations[0].link;
}

describe('findInvitations', () => {
  describe('understands every form of link', () => {
    const forms: Record<string, [link: string, means: object]> = {
      'a reseller': [
        examples.resellerLink,
        { kind: 'reseller', function: 'reseller', delegatedAdministration: 'none', partner },
      ],
      'a reseller with classic administration': [
        examples.resellerWithClassicLink,
        {
          kind: 'reseller',
          function: 'resellerAndDelegatedAdministrator',
          delegatedAdministration: 'classic',
          partner,
        },
      ],
      'a reseller, on the newer page': [
        examples.newerResellerLink,
        { kind: 'reseller', function: 'reseller', delegatedAdministration: 'none', partner },
      ],
      'an indirect reseller': [
        examples.indirectLink,
        {
          kind: 'indirectReseller',
          function: 'reseller',
          delegatedAdministration: 'none',
          partner: reseller,
          indirectProvider: distributor,
          partnerNumber: '6531449',
        },
      ],
      'an indirect reseller, on the newer page': [
        examples.newerIndirectLink,
        {
          kind: 'indirectReseller',
          function: 'reseller',
          delegatedAdministration: 'none',
          partner: reseller,
          indirectProvider: distributor,
          partnerNumber: '6531449',
        },
      ],
      'an indirect reseller known by its number alone': [
        examples.indirectWithoutResellerLink,
        {
          kind: 'indirectReseller',
          function: 'resellerAndDelegatedAdministrator',
          delegatedAdministration: 'classic',
          indirectProvider: distributor,
          partnerNumber: '601089',
        },
      ],
      'delegated administration only': [
        examples.administrationLink,
        {
          kind: 'delegatedAdministration',
          function: 'delegatedAdministrator',
          delegatedAdministration: 'classic',
          partner,
        },
      ],
      'granular administration': [
        examples.granularLink,
        {
          kind: 'granularDelegatedAdministration',
          function: 'delegatedAdministrator',
          delegatedAdministration: 'granular',
          partnerHint: request.slice(37),
          request,
        },
      ],
      'granular administration, on the new host': [
        examples.granularLinkOnNewHost,
        {
          kind: 'granularDelegatedAdministration',
          function: 'delegatedAdministrator',
          delegatedAdministration: 'granular',
          partnerHint: request.slice(37),
          request,
        },
      ],
      'the retired Store for Business': [
        examples.storeForBusinessLink,
        {
          kind: 'indirectReseller',
          portal: 'storeForBusiness',
          function: 'resellerAndDelegatedAdministrator',
          delegatedAdministration: 'classic',
          indirectProvider: distributor,
          partnerNumber: '4794019',
        },
      ],
      'a reseller of the old Office portal, which never said whether it administers': [
        examples.officePortalLink,
        {
          kind: 'reseller',
          portal: 'officePortal',
          function: 'resellerAndDelegatedAdministrator',
          delegatedAdministration: 'notStated',
          partner,
        },
      ],
      "an advisor's trial": [
        examples.trialLink,
        {
          kind: 'trialOffer',
          portal: 'officePortal',
          function: 'delegatedAdministrator',
          delegatedAdministration: 'notStated',
          offer,
          partnerNumber: '7086220',
        },
      ],
      "an advisor's purchase": [
        examples.purchaseLink,
        {
          kind: 'purchaseOffer',
          portal: 'officePortal',
          function: 'delegatedAdministrator',
          delegatedAdministration: 'notStated',
          offer,
          partnerNumber: '4227824',
        },
      ],
    };
    for (const [name, [link, means]] of Object.entries(forms)) {
      it(name, () => {
        const { link: canonical, ...rest } = invitationIn(link);
        assert.deepEqual(rest, { portal: 'adminCenter', ...means });
        assert.equal(invitationIn(canonical).link, canonical);
      });
    }
  });

  it('writes a clean link anew', () => {
    const pasted = `HTTPS://ADMIN.MICROSOFT.COM/adminportal/HOME/?utm_source=mail&PARTNERID=${partner.toUpperCase()}&invtype=RESELLERRELATIONSHIP&dap=TRUE&msppid=0#/billingaccounts/PARTNER-INVITATION`;
    assert.equal(
      invitationIn(pasted).link,
      `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=true#/BillingAccounts/partner-invitation`,
    );
    assert.equal(
      invitationIn(examples.granularLinkOnNewHost.toUpperCase()).link,
      `https://admin.cloud.microsoft/#/partners/invitation/granularAdminRelationships/${request}`,
    );
  });

  describe('finds the link in what people paste', () => {
    const link = examples.resellerWithClassicLink;
    const pastes: Record<string, string> = {
      'without its scheme': link.slice('https://'.length),
      'in angle brackets': `<${link}>`,
      'in brackets, before a full stop': `Please accept (${link}).`,
      'in quotation marks': `« ${link} », “${link}”`,
      'in a French sentence': `Bonjour, voici le lien : ${link}, merci !`,
      'behind a label': `Link:${link}`,
      'escaped for HTML': `Accept here: ${examples.htmlEscaped(link)}`,
      'escaped with numbers': link.replaceAll('&', '&#38;').replaceAll('/', '&#x2F;'),
      'escaped twice': link.replaceAll('&', '&amp;amp;'),
      'in an HTML mail': `<p>Hello,</p><a style="color:red" href="${examples.htmlEscaped(link)}">Accept</a>`,
      'in an HTML mail, in single quotes': `<a href='${link}'>Accept</a>`,
      'in an HTML mail that shows the same link': `<a href="${link}">${link}</a>`,
      'in an HTML mail that shows a part of the link': `<a href="${link}"><b>${link.slice(0, 60)}…</b></a>`,
      'in an HTML mail that was itself escaped': examples.htmlEscaped(`<a href="${link}">Accept</a>`),
      'in Markdown': `[Accept the invitation](${link})`,
      'in Markdown, as its own label': `[${link}](${link})`,
      'in Markdown that escapes ampersands': link.replaceAll('&', '\\&'),
      'wrapped by Safe Links': safeLink(link),
      'wrapped by Safe Links twice': safeLink(safeLink(link)),
      'wrapped by Safe Links and escaped': examples.htmlEscaped(safeLink(link)),
      'escaped and then wrapped by Safe Links': safeLink(examples.htmlEscaped(link)),
      'wrapped by Safe Links, in a mail that shows the original': `<a href="${safeLink(link)}" title="x">${link}</a>`,
      'in a plain mail from Outlook': `${link}<${safeLink(link)}>`,
      'in a mail encoded as quoted-printable': examples.quotedPrintable(
        `<p>Hello</p><a href="${link}">Accept</a>`,
      ),
      'in a plain mail encoded as quoted-printable': examples.quotedPrintable(
        `Please use ${link} to accept, ${link.length} letters in all.`,
      ),
      'beside links that are none of our business': `https://fabrikam.com/ https://admin.microsoft.com/ ${link} https://admin.microsoft.com/Adminportal/Home#/partners http://www.fabrikam.com:8080/terms partner@fabrikam.com`,
      'beside a logo': `<img src="https://cdn.fabrikam.com/logo.png"> ${link}`,
      'more than once': `${link}\n${link.toUpperCase()}\n${safeLink(link)}`,
    };
    for (const [name, pasted] of Object.entries(pastes)) {
      it(name, () => {
        assert.equal(invitationIn(pasted).link, link);
      });
    }
  });

  it('finds the link of a granular request that quoted-printable broke', () => {
    const mail = `Accept: ${examples.granularLink.slice(0, 67)}=\r\n${examples.granularLink.slice(67)}`;
    assert.equal(invitationIn(mail).request, request);
  });

  it('finds both invitations of a mail that sends a reseller and an administration link', () => {
    const found = findInvitations(`1. ${examples.newerResellerLink}\n2. ${examples.granularLink}\n`);
    assert.ok(found.outcome === 'found');
    assert.deepEqual(
      found.invitations.map(({ link }) => link.kind),
      ['reseller', 'granularDelegatedAdministration'],
    );
  });

  it('takes the same request on both hosts for one', () => {
    invitationIn(`${examples.granularLink} ${examples.granularLinkOnNewHost}`);
  });

  it('takes any DAP that is not false for classic administration', () => {
    for (const value of ['TRUE', '1', 'yes', 'maybe']) {
      const link = examples.resellerLink.replace('DAP=false', `DAP=${value}`);
      assert.equal(invitationIn(link).delegatedAdministration, 'classic', value);
    }
    for (const value of ['False', 'FALSE', '0', '']) {
      const link = examples.resellerLink.replace('DAP=false', `DAP=${value}`);
      assert.equal(invitationIn(link).delegatedAdministration, 'none', value);
    }
  });

  it('finds nothing where nothing is about invitations', () => {
    const texts = [
      '',
      'https://',
      'find a provider',
      'find a provider like https://www.fabrikam.com/contact in Lyon',
      'invType=ResellerRelationship',
      'I accept the partner-invitation.',
      'fabrikam.com',
      'See http://portal.officedepot.com/partner',
      'mailto:partner@fabrikam.com',
      `Read ${safeLink('https://www.fabrikam.com/')}`,
    ];
    for (const text of texts) assert.deepEqual(findInvitations(text), { outcome: 'none' }, text);
  });
});
