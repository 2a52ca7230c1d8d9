import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsAddressOrLink, plainName } from '../../../src/domain/contact/plain-name.ts';

describe('a name', () => {
  for (const name of [
    'Contoso',
    'Contoso S.A.R.L.',
    'A.C.M.E. Ltd.',
    'J. P. Morgan',
    'J.Smith',
    'St. Gallen',
    'Fabrikam Co. Ltd',
    'Dupré & Fils',
    'O’Neill (Lyon)',
    '3.14 Studio',
    'Groupe 2.0',
    '株式会社コントソ',
    'شرکت نمونه\u200cها',
    'Zoë Müller-Straße',
    '+33 4.00.00.00.00',
    'R&D: Azure/Teams',
    'Data: the firm',
    'Tel: 04 00 00 00 00',
  ]) {
    it(`may be “${name}”`, () => {
      assert.equal(holdsAddressOrLink(name), false);
      assert.equal(plainName(name), name);
    });
  }

  for (const name of [
    'http://evil.example',
    'HTTPS://EVIL.EXAMPLE',
    'hxxp://evil',
    'http:evil',
    'ftp://evil',
    'mailto:someone',
    'javascript:alert(1)',
    'hxxps[:]//evil',
    '\\\\evil\\share',
    '//evil/a',
    '1.2.3.4',
    '[2001:db8::1]',
    '<a href=//evil>x</a>',
    'www.evil',
    'www2.evil',
    'Your prize: evil.com',
    'evil.com/login',
    'evil.co.uk',
    'bit.ly/3xY',
    't.co/a',
    'x.com',
    'Contoso.com',
    'someone@evil.example',
    'someone＠evil.example',
    'someone(at)evil',
    'someone [at] evil',
    '@everyone',
    'evil．com',
    'evil。com',
    'evil｡com',
    'evil․com',
    'evil[.]com',
    'evil(.)com',
    'evil (dot) com',
    'evil [point] com',
    'e\u200bvil.c\u200bom',
    'evil\u200c.\u200dcom',
    'evil\u00ad.com',
    'evil\u202e.com',
    'evil.\ufe0fcom',
    'evil\u{e0061}.com',
    'ｅｖｉｌ．ｃｏｍ',
    'еvil.com',
    'xn--vil-8cd.com',
    'évil.fr',
    'пример.рф',
    '例え.テスト',
  ]) {
    it(`may not be “${JSON.stringify(name)}”`, () => {
      assert.equal(holdsAddressOrLink(name), true);
      assert.equal(plainName(name), '');
    });
  }

  it('holds no domain whatever stands around it or hides in it', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/);
    const hidden = fc.constantFrom('', '\u200b', '\u200d', '\u2060', '\u00ad', '\ufe0f', '\u061c');
    const around = fc.constantFrom('', ' ', '(', '“', '/', ', ', ' – ');
    const ending = fc.constantFrom('com', 'ly', 'example', 'fr', 'xyz');
    fc.assert(
      fc.property(label, hidden, hidden, ending, around, (name, before, after, end, beside) => {
        assert.ok(holdsAddressOrLink(`Contoso${beside || ' '}${name}${before}.${after}${end}${beside}`));
      }),
    );
  });
});
