import assert from 'node:assert/strict';
import { findInvitations as findInParts } from '../../../../src/domain/invitations/link/find-invitations.ts';
import { plainMessage } from '../../../../src/domain/invitations/message/shown-message.ts';
import type { SuspicionReason } from '../../../../src/domain/invitations/link/suspicion.ts';
import * as examples from './examples.ts';

function findInvitations(text: string) {
  return findInParts(plainMessage(text).parts);
}

const { partner, resellerLink, granularLink, safeLink } = examples;
const afterHost = resellerLink.slice('https://admin.microsoft.com'.length);
const onHost = (host: string): string => `https://${host}${afterHost}`;
const withPartner = (id: string): string => resellerLink.replace(partner, id);
const withRequest = (id: string): string => granularLink.replace(examples.request, id);

type Example = readonly [text: string, reason: SuspicionReason, shown: string];

const hostile: Record<string, readonly Example[]> = {
  'hosts that imitate Microsoft': [
    [onHost('admin.microsoft.com.evil.example'), 'lookAlikeHost', 'admin.microsoft.com.evil.example'],
    ['https://admin.microsoft.com.evil.example/sign-in', 'lookAlikeHost', 'admin.microsoft.com.evil.example'],
    [onHost('admin-microsoft.com'), 'lookAlikeHost', 'admin-microsoft.com'],
    [onHost('adminmicrosoft.com'), 'lookAlikeHost', 'adminmicrosoft.com'],
    [onHost('admin.microsoft.co'), 'lookAlikeHost', 'admin.microsoft.co'],
    [onHost('admin.rnicrosoft.com'), 'lookAlikeHost', 'admin.rnicrosoft.com'],
    [onHost('admin.micros0ft.com'), 'lookAlikeHost', 'admin.micros0ft.com'],
    [onHost('admin.mlcrosoft.com'), 'lookAlikeHost', 'admin.mlcrosoft.com'],
    [onHost('admin.microsoft.com.'), 'lookAlikeHost', 'admin.microsoft.com.'],
    [onHost('admin.cloud.microsoft.example'), 'lookAlikeHost', 'admin.cloud.microsoft.example'],
    [onHost('businessstore.microsoft.com.example'), 'lookAlikeHost', 'businessstore.microsoft.com.example'],
    [onHost('portal-office.com'), 'lookAlikeHost', 'portal-office.com'],
    [
      safeLink(onHost('admin.microsoft.com.evil.example')),
      'lookAlikeHost',
      'admin.microsoft.com.evil.example',
    ],
    [`admin.microsoft.com.evil.example${afterHost}`, 'lookAlikeHost', 'admin.microsoft.com.evil.example'],
  ],
  'letters that look alike': [
    [onHost('admin.micr\u043esoft.com'), 'lookAlikeLetters', 'admin.xn--micrsoft-qbh.com'],
    [onHost('admin.xn--micrsoft-qbh.com'), 'lookAlikeLetters', 'admin.xn--micrsoft-qbh.com'],
    ['https://\u0430dmin.microsoft.com/', 'lookAlikeLetters', 'xn--dmin-43d.microsoft.com'],
    [onHost('admin.m\u00edcrosoft.com'), 'lookAlikeLetters', 'admin.xn--mcrosoft-c2a.com'],
    [onHost('admin.microso\u0192t.com'), 'lookAlikeLetters', 'admin.xn--microsot-x9b.com'],
    [onHost('\uff41dmin.microsoft.com'), 'lookAlikeLetters', 'admin.microsoft.com'],
    [onHost('admin\u3002microsoft\u3002com'), 'lookAlikeLetters', 'admin.microsoft.com'],
    [onHost('admin%2Emicrosoft.com'), 'lookAlikeLetters', 'admin.microsoft.com'],
  ],
  'other hosts': [
    [onHost('evil.example'), 'otherHost', 'evil.example'],
    [onHost('203.0.113.7'), 'otherHost', '203.0.113.7'],
    [onHost('[2001:db8::1]'), 'otherHost', '[2001:db8::1]'],
    [onHost('xn--bcher-kva.example'), 'otherHost', 'xn--bcher-kva.example'],
    [`https://evil.example\\@admin.microsoft.com${afterHost}`, 'wrapped', 'evil.example'],
    [`https://evil.example/%69nvType=x&partnerId=${partner}`, 'otherHost', 'evil.example'],
    [safeLink(onHost('evil.example')), 'otherHost', 'evil.example'],
    [safeLink(safeLink(onHost('evil.example'))), 'otherHost', 'evil.example'],
    [`<a href="${onHost('evil.example').replaceAll('&', '&amp;')}">Accept</a>`, 'otherHost', 'evil.example'],
    [`//evil.example${afterHost}`, 'otherHost', 'evil.example'],
  ],
  'invitations behind another site': [
    [`https://evil.example/?url=${encodeURIComponent(resellerLink)}`, 'wrapped', 'evil.example'],
    [`https://evil.example/${resellerLink}`, 'wrapped', 'evil.example'],
    [`evil.example/?to=${resellerLink}`, 'wrapped', 'evil.example'],
    [`https://evil.example/#${resellerLink}`, 'wrapped', 'evil.example'],
    [safeLink(`https://evil.example/?url=${encodeURIComponent(resellerLink)}`), 'wrapped', 'evil.example'],
    [
      `https://x.safelinks.protection.outlook.com.evil.example/?url=${encodeURIComponent(resellerLink)}`,
      'lookAlikeFilter',
      'x.safelinks.protection.outlook.com.evil.example',
    ],
    [safeLink(resellerLink).replace('https:', 'http:'), 'wrapped', 'eur01.safelinks.protection.outlook.com'],
    [
      safeLink(resellerLink).replace('.com/', '.com:8443/'),
      'wrapped',
      'eur01.safelinks.protection.outlook.com',
    ],
    [
      safeLink(safeLink(safeLink(safeLink(safeLink(safeLink(resellerLink)))))),
      'wrapped',
      'eur01.safelinks.protection.outlook.com',
    ],
  ],
  'a name before the host': [
    [`https://admin.microsoft.com@evil.example${afterHost}`, 'userInfo', 'evil.example'],
    [`https://admin.microsoft.com:443@evil.example${afterHost}`, 'userInfo', 'evil.example'],
    [`https://admin%40x@admin.microsoft.com${afterHost}`, 'userInfo', 'admin.microsoft.com'],
    [`https://@admin.microsoft.com${afterHost}`, 'userInfo', 'admin.microsoft.com'],
    [safeLink(`https://admin.microsoft.com@evil.example${afterHost}`), 'userInfo', 'evil.example'],
  ],
  'a port': [
    [onHost('admin.microsoft.com:8443'), 'port', 'admin.microsoft.com:8443'],
    [onHost('admin.microsoft.com:443'), 'port', 'admin.microsoft.com:443'],
    [onHost('admin.microsoft.com:'), 'port', 'admin.microsoft.com:'],
    [onHost('admin.microsoft.com:99999'), 'port', 'admin.microsoft.com:99999'],
    [`admin.microsoft.com:8443${afterHost}`, 'port', 'admin.microsoft.com:8443'],
  ],
  'no https': [
    [resellerLink.replace('https:', 'http:'), 'notHttps', 'http://admin.microsoft.com'],
    [granularLink.replace('https:', 'HTTP:'), 'notHttps', 'http://admin.microsoft.com'],
    [resellerLink.replace('https:', 'ftp:'), 'notHttps', 'ftp://admin.microsoft.com'],
    [resellerLink.replace('https:', 'xhttps:'), 'notHttps', 'xhttps://admin.microsoft.com'],
    [safeLink(resellerLink.replace('https:', 'http:')), 'notHttps', 'http://admin.microsoft.com'],
  ],
  'a text that names another address than it opens': [
    [`<a href="https://evil.example/x">${resellerLink}</a>`, 'disguised', 'evil.example'],
    [`<a href="https://evil.example/x"><b>${resellerLink}</b></a>`, 'disguised', 'evil.example'],
    [`<a href='https://evil.example/'>Accept: ${resellerLink}</a>`, 'disguised', 'evil.example'],
    [`<a href="${safeLink('https://evil.example/')}">${resellerLink}</a>`, 'disguised', 'evil.example'],
    [`<a href="https://evil.example/">https://admin.microsoft.com/</a>`, 'disguised', 'evil.example'],
    [`[${resellerLink}](https://evil.example/)`, 'disguised', 'evil.example'],
    [`${resellerLink}<https://evil.example/>`, 'disguised', 'evil.example'],
  ],
  'no or malformed ids': [
    [withPartner(''), 'noPartner', 'partnerId'],
    [resellerLink.replace('partnerId', 'partner'), 'noPartner', 'partnerId'],
    ['https://admin.microsoft.com/Adminportal/Home#/partners/invitation', 'noPartner', 'partnerId'],
    [withPartner('fabrikam.com'), 'malformedPartner', 'fabrikam.com'],
    [withPartner(partner.slice(1)), 'malformedPartner', partner.slice(1)],
    [withPartner(`{${partner}}`), 'malformedPartner', `{${partner}}`],
    [withPartner(partner.replaceAll('-', '')), 'malformedPartner', partner.replaceAll('-', '')],
    [withPartner(`${partner}%00`), 'malformedPartner', partner],
    [withPartner('x'.repeat(5000)), 'malformedPartner', `${'x'.repeat(99)}…`],
    [
      withPartner('00000000-0000-0000-0000-000000000000'),
      'malformedPartner',
      '00000000-0000-0000-0000-000000000000',
    ],
    [examples.indirectLink.replace(examples.reseller, 'none'), 'malformedPartner', 'none'],
    [withRequest(''), 'noPartner', 'granularAdminRelationships'],
    [withRequest(partner), 'malformedPartner', partner],
    [withRequest(`${partner}_${partner}`), 'malformedPartner', `${partner}_${partner}`],
    [withRequest(`${examples.request}?partnerId=1`), 'malformedPartner', `${examples.request}?partnerId=1`],
    [examples.officePortalLink.replace(`&id=${partner}`, ''), 'noPartner', 'id'],
    [examples.trialLink.replace(examples.offer, '12'), 'malformedPartner', '12'],
  ],
  'the same parameter twice': [
    [resellerLink.replace('&msppId', `&partnerId=${examples.reseller}&msppId`), 'contradiction', 'partnerId'],
    [resellerLink.replace('&DAP=false', '&DAP=false&dap=true'), 'contradiction', 'dap'],
  ],
  'pages that are not known': [
    [resellerLink.replace('ResellerRelationship', 'Owner'), 'unknownRoute', 'Owner'],
    [resellerLink.replace('invType=ResellerRelationship&', ''), 'unknownRoute', 'invType'],
    [
      resellerLink.replace('/Adminportal/Home', '/redirect'),
      'unknownRoute',
      'admin.microsoft.com/redirect#/BillingAccounts/partner-invitation',
    ],
    [
      `${resellerLink}/../evil`,
      'unknownRoute',
      'admin.microsoft.com/Adminportal/Home#/BillingAccounts/partner-invitation/../evil',
    ],
    [
      onHost('portal.office.com'),
      'unknownRoute',
      'portal.office.com/Adminportal/Home#/BillingAccounts/partner-invitation',
    ],
    [
      `https://admin.microsoft.com\\@evil.example/?invType=Administration&partnerId=${partner}`,
      'unknownRoute',
      'admin.microsoft.com/@evil.example/',
    ],
    [examples.trialLink.replace('Trial', 'Gift'), 'unknownRoute', 'Gift'],
  ],
};

describe('findInvitations warns of', () => {
  for (const [name, links] of Object.entries(hostile)) {
    describe(name, () => {
      for (const [text, reason, shown] of links) {
        it(text.slice(0, 140), () => {
          const { wrappedBy: _, ...found } = { wrappedBy: [], ...findInvitations(text) };
          assert.deepEqual(found, { outcome: 'suspicious', reason, shown });
        });
      }
    });
  }

  it('a good link beside a bad one', () => {
    const found = findInvitations(`${resellerLink} ${onHost('evil.example')} ${granularLink}`);
    assert.deepEqual(found, { outcome: 'suspicious', reason: 'otherHost', shown: 'evil.example' });
  });

  it('the worst of several', () => {
    const found = findInvitations(
      `${withPartner('')} ${onHost('evil.example')} ${onHost('admin.micros0ft.com')}`,
    );
    assert.deepEqual(found, { outcome: 'suspicious', reason: 'lookAlikeHost', shown: 'admin.micros0ft.com' });
  });

  it('what is wrong without repeating characters that turn the text around', () => {
    const found = findInvitations(withPartner('%E2%80%AEmoc.live%0A%0D'));
    assert.deepEqual(found, { outcome: 'suspicious', reason: 'malformedPartner', shown: 'moc.live' });
  });
});
