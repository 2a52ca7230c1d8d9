import assert from 'node:assert/strict';
import { findInvitations } from '../../../../src/domain/invitations/link/find-invitations.ts';
import { resellerLink, safeLink } from './examples.ts';

/** Longer than the largest body that the desk accepts. */
const length = 1_000_000;

const filled = (unit: string): string => unit.repeat(Math.ceil(length / unit.length));

/** Texts for which a careless pattern would take time that grows with the square of their length: hours. */
const hostile: Readonly<Record<string, string>> = {
  'one word': filled('a'),
  'one address': `https://admin.microsoft.com/${filled('a')}`,
  'one host': `https://${filled('a.')}`,
  'one fragment': `${resellerLink}${filled('.')}x`,
  'one query': `https://admin.microsoft.com/Adminportal/Home?${filled('invType=')}`,
  'one label': `[${filled('a')}](https://accept.example/)`,
  'broken lines': `${resellerLink.slice(0, 70)}\n${filled('a\n')}`,
  'short addresses': filled('a.b/c\n'),
  'short addresses with schemes': filled('https://a.b/c\nx\n'),
  'joints of Markdown': filled(']('),
  'open brackets': filled('[['),
  'labels and targets': filled('[x](https://a.b/c)'),
  'open angle brackets': filled('<https://a.b/c'),
  bars: filled('<https://a.b/c|'),
  'tags that do not end': filled('<a href='),
  tags: filled('<a href="https://a.b/c">x</a>'),
  'escapes of escapes': `&${filled('amp;')}`,
  'percent-escapes': `https://admin.microsoft.com/Adminportal/Home?invType=${filled('%25')}`,
  'an escaped address': `https%3A%2F%2F${filled('%25')}`,
  'invisible characters': `https://admin.microsoft.com/${filled('\u200b')}`,
  'invisible characters in a host': `https://${filled('a\u200b.')}`,
  'quoted-printable': filled('=3D'),
  'ends of lines': filled('=\n'),
  'marks of quotations': filled('\n> > > > '),
  spaces: filled(' '),
  slashes: filled('/'),
  wrappers: filled(`${safeLink(resellerLink)}\n`),
  'Proofpoint’s marks': `https://urldefense.com/v3/__https://a.b/${filled('*')}__;${filled('A')}!!x$`,
  'Proofpoint’s ends': `https://urldefense.com/v3/__${filled('__;')}`,
  'Check Point’s ends': `https://url.avanan.click/v2/${filled('___')}`,
  parameters: `https://eur01.safelinks.protection.outlook.com/?${filled('url=a&')}`,
  'a hidden address': `https://login.microsoftonline.com/?${filled('https:/')}`,
};

describe('a text as long as the desk accepts', () => {
  for (const [what, text] of Object.entries(hostile)) {
    it(`is read to its end: ${what}`, () => {
      for (const kind of ['plain', 'html'] as const) assert.ok(findInvitations([{ kind, text }]).outcome);
    });
  }
});
