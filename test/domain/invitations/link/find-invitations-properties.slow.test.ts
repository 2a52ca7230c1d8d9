import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findInvitations as findInParts } from '../../../../src/domain/invitations/link/find-invitations.ts';
import { plainMessage } from '../../../../src/domain/invitations/message/shown-message.ts';
import { trustedHosts } from '../../../../src/domain/invitations/link/trusted-host.ts';
import { everyLink, htmlEscaped, quotedPrintable, resellerLink, safeLink } from './examples.ts';

function findInvitations(text: string) {
  return findInParts(plainMessage(text).parts);
}

function linksIn(text: string) {
  const found = findInvitations(text);
  return found.outcome === 'found' ? found.invitations.map(({ link }) => link) : found;
}

const afterHost = resellerLink.slice('https://admin.microsoft.com'.length);
const anyLink = fc.constantFrom(...everyLink);

/** Fragments of links and mails, concatenated in any order: most bugs are where they meet. */
const piece = fc.oneof(
  anyLink,
  fc.constantFrom(
    'https://',
    'HTTP:',
    '//',
    '@',
    ':443',
    '\\',
    '?',
    '#',
    '&',
    '&amp;',
    '%',
    '%2F',
    '=\r\n',
    '=3D',
  ),
  fc.constantFrom(
    '<a href="',
    '">',
    '</a>',
    '](',
    '<',
    '.',
    ' ',
    '\u200b',
    '\u202e',
    '\ud800',
    '\0',
    'xn--',
    '[',
  ),
  fc.constantFrom('url=', 'invType=', 'partnerId=', '#/partners/invitation', 'evil.example', ...trustedHosts),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const mess = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** The text with each letter in upper or lower case, cycling through `cases`. */
function withCases(text: string, cases: readonly boolean[]): string {
  return Array.from(text, (letter, index) =>
    cases[index % cases.length] ? letter.toUpperCase() : letter.toLowerCase(),
  ).join('');
}

describe('findInvitations, whatever the text', () => {
  it('never throws, and writes only links of the list, that it understands the same again', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const found = findInvitations(text);
        if (found.outcome !== 'found') return;
        for (const invitation of found.invitations) {
          const { link } = invitation;
          const url = new URL(link.link);
          assert.equal(url.origin, `https://${url.hostname}`);
          assert.equal(url.username, '');
          assert.ok(trustedHosts.includes(url.hostname), link.link);
          assert.deepEqual(findInvitations(link.link), {
            outcome: 'found',
            invitations: [{ link, wrappedBy: [] }],
          });
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('never accepts a host that is not on its list, but accuses none of Microsoft’s', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc
        .tuple(fc.constantFrom(...trustedHosts), fc.domain())
        .map(([trusted, domain]) => `${trusted}.${domain}`),
      fc
        .tuple(fc.domain(), fc.constantFrom(...trustedHosts))
        .map(([domain, trusted]) => `${domain}.${trusted}`),
      fc
        .tuple(fc.constantFrom(...trustedHosts), fc.domain())
        .map(([trusted, domain]) => `${trusted}@${domain}`),
      fc
        .tuple(fc.constantFrom(...trustedHosts), fc.nat(70_000))
        .map(([trusted, port]) => `${trusted}:${port}`),
    );
    fc.assert(
      fc.property(host, fc.nat(3), (name, wrappers) => {
        let address = `https://${name}${afterHost}`;
        for (let wrapper = 0; wrapper < wrappers; wrapper += 1) address = safeLink(address);
        const right = trustedHosts.some((trusted) => name.endsWith(`.${trusted}`)) ? 'notice' : 'suspicious';
        assert.equal(findInvitations(address).outcome, right, address);
      }),
    );
  });

  it('shows one short line without control characters', () => {
    fc.assert(
      fc.property(mess, fc.string({ unit: 'grapheme' }), (text, partner) => {
        const found = findInvitations(
          `${text} ${resellerLink.replace(/partnerId=[^&]*/, `partnerId=${encodeURIComponent(partner)}`)}`,
        );
        assert.notEqual(found.outcome, 'none');
        if (found.outcome === 'suspicious')
          assert.match(found.shown, /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]{0,100}$/u);
      }),
    );
  });

  it('finds the same invitation in upper and lower case, wrapped, escaped and encoded', () => {
    const cases = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
    const wrappings = fc.array(fc.constantFrom(safeLink, htmlEscaped), { maxLength: 3 });
    const around = fc.constantFrom(
      (link: string) => link,
      (link: string) => `<${link}>`,
      (link: string) => `Accept (${link}).`,
      (link: string) => `<a href="${link}">Accept</a>`,
      (link: string) => quotedPrintable(`<p>Hello</p><a href="${link}">Accept</a>`),
    );
    fc.assert(
      fc.property(anyLink, cases, wrappings, around, (link, letters, wraps, place) => {
        const enough = wraps.filter((wrap, index) => wrap === safeLink || wraps.indexOf(wrap) === index);
        const pasted = place(enough.reduce((text, wrap) => wrap(text), withCases(link, letters)));
        assert.deepEqual(linksIn(pasted), linksIn(link), pasted);
      }),
    );
  });
});
