import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findInvitations as findInParts } from '../../../../src/domain/invitations/link/find-invitations.ts';
import { plainMessage } from '../../../../src/domain/invitations/message/shown-message.ts';
import { everyLink, htmlEscaped, partner, resellerLink } from './examples.ts';
import { opaqueLinks, rewriters } from './rewritten.ts';

function findInvitations(text: string) {
  return findInParts(plainMessage(text).parts);
}

function linksIn(text: string) {
  const found = findInvitations(text);
  return found.outcome === 'found' ? found.invitations.map(({ link }) => link) : found;
}

const afterHost = resellerLink.slice('https://admin.microsoft.com'.length);
const onHost = (host: string): string => `https://${host}${afterHost}`;

/** Addresses that open something else than the admin center. */
const hostile: Readonly<Record<string, string>> = {
  'a host that imitates it': onHost('admin.microsoft.com.accept.example'),
  'another host': onHost('accept.example'),
  'user information': onHost('admin.microsoft.com@accept.example'),
  'a port': onHost('admin.microsoft.com:8443'),
  'letters that look alike': onHost('admin.micr\u043esoft.com'),
  'no https': resellerLink.replace('https:', 'http:'),
  'a redirect': `https://accept.example/?to=${encodeURIComponent(resellerLink)}`,
};

describe('a link that a mail filter rewrote', () => {
  for (const [name, wrap] of Object.entries(rewriters)) {
    it(`is read as the link inside: ${name}`, () => {
      for (const link of everyLink) assert.deepEqual(linksIn(wrap(link)), linksIn(link), wrap(link));
    });

    it(`warns of what is inside: ${name}`, () => {
      for (const [what, address] of Object.entries(hostile)) {
        assert.equal(findInvitations(wrap(address)).outcome, 'suspicious', `${what}: ${wrap(address)}`);
      }
    });

    it(`warns of a site that imitates the filter, and of tricks around it: ${name}`, () => {
      const link = wrap(resellerLink);
      const [, host = ''] = /^https:\/\/([^/:]+)/.exec(link) ?? [];
      for (const trick of [
        link.replace(host, `${host}.accept.example`),
        link.replace(host, `${host}@accept.example`),
        link.replace(host, `x${host.replaceAll('.', '-')}.example`),
        link.replace('https:', 'http:'),
        link.replace(/^(https:\/\/[^/:]+)(?::443)?/, '$1:8443'),
      ]) {
        assert.equal(findInvitations(trick).outcome, 'suspicious', trick);
      }
      assert.notEqual(findInvitations(link.replace(host, `accept.example/${host}`)).outcome, 'found');
    });
  }

  it('names the services, outermost first', () => {
    const link = rewriters['Safe Links']?.(rewriters['Proofpoint v2']?.(resellerLink) ?? '') ?? '';
    const found = findInvitations(link);
    assert.ok(found.outcome === 'found');
    assert.deepEqual(found.invitations[0].wrappedBy, ['Microsoft Safe Links', 'Proofpoint']);
    const warned = findInvitations(
      rewriters['Barracuda']?.(onHost('admin.microsoft.com.accept.example')) ?? '',
    );
    assert.deepEqual(warned, {
      outcome: 'suspicious',
      reason: 'lookAlikeHost',
      shown: 'admin.microsoft.com.accept.example',
      wrappedBy: ['Barracuda'],
    });
  });

  it('is read however services nest, and warns as well', () => {
    // What was not escaped cannot be told from what it stands in.
    const escaping = Object.entries(rewriters).filter(([name]) => name !== 'Symantec, not escaped');
    const wraps = fc.array(fc.constantFrom(...escaping.map(([, wrap]) => wrap)), {
      minLength: 1,
      maxLength: 3,
    });
    const nested = (address: string, by: readonly ((inner: string) => string)[]): string =>
      by.reduce((inner, wrap) => wrap(inner), address);
    fc.assert(
      fc.property(fc.constantFrom(...everyLink), wraps, fc.boolean(), (link, by, isHtml) => {
        // What was in capitals is lost to a filter that writes all in lower case.
        const wrapped = nested(link, by);
        const pasted = isHtml ? `<a href="${htmlEscaped(wrapped)}">Accept</a>` : wrapped;
        const found = findInvitations(pasted);
        const lost = by.some((wrap, index) => index > 0 && wrap === rewriters['Trend Micro']);
        if (!lost) assert.deepEqual(linksIn(pasted), linksIn(link), `${found.outcome}: ${pasted}`);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(hostile)), wraps, (address, by) => {
        assert.notEqual(findInvitations(nested(address, by)).outcome, 'found', nested(address, by));
      }),
      { numRuns: 1000 },
    );
  });

  it('is no invitation if it says two things, or not what its service would write', () => {
    for (const link of [
      `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(resellerLink)}&a=https%3A%2F%2Faccept.example`,
      `https://urldefense.com/v3/__${resellerLink}`,
      `https://urldefense.com/v3/__${resellerLink.replace('?', '*')}__;!!a!b$`,
      `https://protect.checkpoint.com/v2/${resellerLink}`,
    ]) {
      assert.equal(findInvitations(link).outcome, 'suspicious', link);
    }
  });
});

describe('a link whose target only its service knows', () => {
  for (const [name, link] of Object.entries(opaqueLinks)) {
    it(`is neither an invitation nor an attack: ${name}`, () => {
      const found = findInvitations(`Accept: ${link}`);
      assert.ok(found.outcome === 'notice', JSON.stringify(found));
      assert.equal(found.notice.kind, 'hiddenTarget');
      assert.equal(found.notice.service, name.split(',')[0]);
    });
  }

  it('is what a mail filter put in the place of an address that the text still shows', () => {
    const filtered = `<a href="${opaqueLinks['Mimecast'] ?? ''}">${htmlEscaped(resellerLink)}</a>`;
    assert.equal(findInvitations(filtered).outcome, 'notice');
    const shortened = `<a href="${opaqueLinks['bit.ly'] ?? ''}">${htmlEscaped(resellerLink)}</a>`;
    assert.equal(findInvitations(shortened).outcome, 'suspicious');
  });

  it('says less than an invitation beside it', () => {
    assert.equal(findInvitations(`${opaqueLinks['Mimecast'] ?? ''} ${resellerLink}`).outcome, 'found');
  });
});

describe('a FortiMail appliance of whoever owns the host', () => {
  const wrap = (address: string): string =>
    `https://fm.contoso.example/fmlurlsvc/?fewReq=:B:JVE3PDk0&url=${encodeURIComponent(address)}`;

  it('gets a word around a genuine link, and a warning around another', () => {
    const found = findInvitations(wrap(resellerLink));
    assert.deepEqual(found, {
      outcome: 'notice',
      notice: { kind: 'unknownFilter', host: 'fm.contoso.example' },
    });
    const warned = findInvitations(wrap(onHost('accept.example')));
    assert.ok(warned.outcome === 'suspicious');
    assert.equal(warned.shown, 'accept.example');
  });
});

describe('a page of Microsoft’s that is no invitation', () => {
  const pages: Readonly<Record<string, string>> = {
    'https://admin.microsoft.com/Adminportal/Home#/partners': 'partnersPage',
    'https://admin.microsoft.com/AdminPortal/Home?source=applauncher#/partners': 'partnersPage',
    'https://admin.cloud.microsoft/?#/partners': 'partnersPage',
    'https://portal.office365.us/AdminPortal/Home#/Settings/partners': 'partnersPage',
    'https://portal.partner.microsoftonline.cn/adminportal/home#/partners/': 'partnersPage',
    'https://go.microsoft.com/fwlink/p/?linkid=2074649': 'partnersPage',
    'https://go.microsoft.com/fwlink/?LinkId=2116573': 'microsoftRedirect',
    'https://admin.microsoft.com/': 'microsoftPage',
    'https://admin.microsoft.com/Adminportal/Home#/users': 'microsoftPage',
    'https://admin.exchange.microsoft.com/#/mailboxes': 'microsoftPage',
    'https://partner.microsoft.com/dashboard': 'microsoftPage',
    'https://entra.microsoft.com/': 'microsoftPage',
    'https://portal.azure.com/#home': 'microsoftPage',
    'https://learn.microsoft.com/en-us/partner-center/': 'microsoftPage',
    'https://signup.microsoft.com/': 'microsoftPage',
    'https://login.microsoftonline.com/': 'microsoftPage',
    [onHost('www.microsoft.com')]: 'microsoftPage',
    [onHost('partner.microsoft.com')]: 'microsoftPage',
    'https://www.fabrikam.com/contact': 'elsewhere',
    'www.fabrikam.com': 'elsewhere',
    'https://forms.office.com/r/AbCdEf': 'elsewhere',
    'https://contoso.sharepoint.com/sites/x': 'elsewhere',
  };
  for (const [link, kind] of Object.entries(pages)) {
    it(`is said to be one: ${link.slice(0, 90)}`, () => {
      const found = findInvitations(link);
      assert.ok(found.outcome === 'notice', JSON.stringify(found));
      assert.equal(found.notice.kind, kind);
    });
  }

  it('warns if it hides another address', () => {
    for (const link of [
      'https://login.microsoftonline.com/common/oauth2/authorize?client_id=1&redirect_uri=https%3A%2F%2Faccept.example%2F',
      'https://login.live.com/logout.srf?ru=//accept.example/x',
      `https://www.microsoft.com/redirect?url=${encodeURIComponent(onHost('accept.example'))}`,
    ]) {
      const found = findInvitations(link);
      assert.ok(found.outcome === 'suspicious', link);
      assert.deepEqual([found.reason, found.shown], ['wrapped', 'accept.example']);
    }
  });

  it('is no reason to warn of what anybody publishes there', () => {
    const found = findInvitations(
      `https://forms.office.com/r/x?invType=ResellerRelationship&partnerId=${partner}`,
    );
    assert.equal(found.outcome, 'suspicious');
  });
});

describe('an invitation of another cloud', () => {
  for (const [host, cloud] of [
    ['portal.office365.us', 'gccHigh'],
    ['portal.apps.mil', 'dod'],
    ['portal.partner.microsoftonline.cn', 'china'],
  ] as const) {
    it(`is read, and keeps its host: ${host}`, () => {
      const found = findInvitations(onHost(host));
      assert.ok(found.outcome === 'found');
      const [{ link }] = found.invitations;
      assert.equal(link.cloud, cloud);
      assert.equal(link.link, onHost(host));
    });
  }

  it('is read with a language in its path', () => {
    for (const language of ['fr-fr', 'en-us', 'zh-hant-tw']) {
      const link = resellerLink.replace('/Adminportal', `/${language}/Adminportal`);
      assert.deepEqual(linksIn(link), linksIn(resellerLink));
    }
    assert.deepEqual(linksIn(resellerLink.replace('/Home?', '/?')), linksIn(resellerLink));
  });
});
