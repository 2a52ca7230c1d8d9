import assert from 'node:assert/strict';
import type { DomainErrorCode, DomainErrorParameters } from '../../src/domain/domain-error.ts';
import { languages } from '../../src/domain/language.ts';
import { messagesIn } from '../../src/i18n/messages.ts';
import { adele, received } from '../support/examples/invitation-examples.ts';

/** Example parameters by code, and what the message must say about them. */
type Examples = {
  readonly [Code in DomainErrorCode]?: readonly (readonly [DomainErrorParameters[Code], RegExp])[];
};

const nobody = { person: adele.person, name: '' };
const roles = ['globalAdministrator', 'billingAdministrator'] as const;

const examples: Examples = {
  'too-many-providers': [[{ max: 20, chosen: 21 }, /\b21\b.*\b20\b/]],
  'contact-limit-reached': [
    [
      { limit: 'requestsPerHour', max: 1, left: 0, until: received },
      /\b1\s(?:contact request|demande) .*2026/,
    ],
    [
      { limit: 'requestsPerHour', max: 10, left: 0, until: received },
      /\b10\s(?:contact requests|demandes) .*2026/,
    ],
    [{ limit: 'emailsPerDay', max: 30, left: 2, until: received }, /\b30\s.*\b2\b.*(?:fewer|moins).*2026/],
    [{ limit: 'tenantEmailsPerDay', max: 300, left: 0, until: received }, /organi[sz]ation.*\b300\s.*2026/],
  ],
  'too-many-chats': [[{ max: 500 }, /\b500\s/]],
  'file-too-large': [[{ megabytes: 10 }, /\b10\s(?:MB|Mo)\b/]],
  'invitation-already-decided': [
    [{ decision: { kind: 'cancelled', by: adele, at: received } }, /Adele Vance .*2026/],
    [{ decision: { kind: 'cancelled', by: nobody, at: received } }, /^(?:Another|Un autre) .*2026/],
    [{ decision: { kind: 'lapsed', at: received } }, /(?:lapsed|expiré) .*2026/],
    [{ decision: { kind: 'withdrawn', at: received } }, /(?:withdrew|retiré) .*2026/],
  ],
  'too-many-pending': [
    [{ limit: 'person', max: 20, until: received }, /^(?:You pasted|Vous avez collé) 20 .*2026/],
    [{ limit: 'tenant', max: 200, until: received }, /organisation (?:has|a) 200 .*2026/],
  ],
  'not-allowed': [[{ roles }, /(?:Global Administrator or Billing Administrator|général ou .*facturation)/]],
  'role-not-active': [
    [
      { eligible: roles.slice(0, 1) },
      /(?:Global Administrator\. Activate|administrateur général\. Activez)/i,
    ],
  ],
  'administrators-only': [
    [{ roles }, /(?:Global Administrator or Billing Administrator|général ou .*facturation)/],
  ],
  'guest-refused': [
    [{ maySearch: false, roles }, /(?:for the people of this|réservé).*(?:Global Administrator|général)/],
    [
      { maySearch: true, roles },
      /(?:search for providers|chercher|rechercher).*(?:Global Administrator|général)/,
    ],
  ],
  'person-too-fast': [
    [{ seconds: 1 }, /\b1\s(?:second|seconde)\b/],
    [{ seconds: 40 }, /\b40\s(?:seconds|secondes)\b/],
  ],
  'tenant-too-fast': [
    [{ seconds: 1 }, /\b1\s(?:second|seconde)\b/],
    [{ seconds: 40 }, /\b40\s(?:seconds|secondes)\b/],
  ],
};

for (const language of languages) {
  describe(`The message of an error, in ${language}`, () => {
    const { errors, format } = messagesIn(language);
    const written: string[] = [];

    function read(code: DomainErrorCode, parameters: unknown): string {
      const text = String(Reflect.apply(errors[code], undefined, [parameters, format]));
      assert.match(text, /^\p{Lu}.*[.]$/u, code);
      assert.doesNotMatch(text, /undefined|\[object|\$\{/, code);
      return text;
    }

    for (const code of Object.keys(errors) as DomainErrorCode[]) {
      it(`says what is wrong in sentences: ${code}`, () => {
        const given = examples[code] ?? [[{ problems: [] }, /./] as const];
        for (const [parameters, expected] of given) {
          const text = read(code, parameters);
          assert.match(text, expected);
          written.push(text);
        }
      });
    }

    it('is another for every code', () => {
      assert.ok(written.length >= Object.keys(errors).length);
      assert.equal(new Set(written).size, written.length);
    });
  });
}
