import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contactFields, type ContactProblem } from '../../../src/domain/contact-problem.ts';
import {
  prefillContactForm,
  readContactForm,
  type ContactForm,
} from '../../../src/domain/contact/contact-form.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { contactDetails, filledForm, megan } from '../../support/examples/contact-examples.ts';

function isInvalid(error: unknown): error is DomainError<'contact-form-invalid'> {
  return error instanceof DomainError && error.code === 'contact-form-invalid';
}

function problemsOf(form: ContactForm): readonly ContactProblem[] {
  try {
    readContactForm(form);
    return [];
  } catch (error) {
    if (!isInvalid(error)) throw error;
    return error.parameters.problems;
  }
}

describe('contact form', () => {
  it('becomes the details of a request', () => {
    assert.deepEqual(readContactForm(filledForm), contactDetails);
  });

  it('needs every field but phone, industry and products', () => {
    assert.deepEqual(problemsOf({}), [
      { field: 'organizationName', problem: 'required' },
      { field: 'country', problem: 'required' },
      { field: 'city', problem: 'required' },
      { field: 'contactName', problem: 'required' },
      { field: 'email', problem: 'required' },
      { field: 'preferredLanguage', problem: 'required' },
      { field: 'organizationSize', problem: 'required' },
      { field: 'needs', problem: 'required' },
      { field: 'consent', problem: 'consentMissing' },
    ]);
    const { phone, industry, products, ...rest } = filledForm;
    assert.deepEqual(problemsOf(rest), []);
    assert.deepEqual(problemsOf({ ...filledForm, phone: ' ', industry: '', products: '\t' }), []);
  });

  it('counts white space and invisible characters as nothing', () => {
    for (const nothing of ['', ' ', '\u00a0', '\u200b', '\r\n\t', '\u202e']) {
      assert.deepEqual(problemsOf({ ...filledForm, city: nothing }), [
        { field: 'city', problem: 'required' },
      ]);
    }
  });

  it('says which answers are too long, and what the limit is', () => {
    const limits = {
      organizationName: 256,
      city: 128,
      contactName: 256,
      phone: 64,
      industry: 128,
      products: 512,
      needs: 2000,
    };
    for (const [field, limit] of Object.entries(limits)) {
      assert.deepEqual(problemsOf({ ...filledForm, [field]: '1'.repeat(limit) }), []);
      assert.deepEqual(problemsOf({ ...filledForm, [field]: '1'.repeat(limit + 1) }), [
        { field, problem: 'tooLong', limit },
      ]);
    }
    assert.deepEqual(problemsOf({ ...filledForm, email: `a@${'b.'.repeat(200)}example` }), [
      { field: 'email', problem: 'tooLong', limit: 254 },
    ]);
  });

  it('takes e-mail addresses that mail can go to, and no others', () => {
    const right = [
      'a@b.example',
      "o'neil+x@mail.contoso.example",
      'A.B@CONTOSO.EXAMPLE',
      ' a@b.example ',
      'zoé@b.example',
    ];
    assert.deepEqual(
      right.map((email) => problemsOf({ ...filledForm, email })),
      [[], [], [], [], [{ field: 'email', problem: 'notAnEmail' }]],
    );
    const wrong = [
      'a',
      '@b.example',
      'a@',
      'a@b',
      'a@b..example',
      '.a@b.example',
      'a..b@c.example',
      'a@-b.example',
      'a b@c.example',
      'a@b.example, c@d.example',
      '<a@b.example>',
      'A <a@b.example>',
      'a@b.example\r\nBcc: c@d.example',
      'a@b.example\u2028x',
      'a@[127.0.0.1]',
      'a@127.0.0.1',
      '"a b"@c.example',
      'a@b@c.example',
      `${'a'.repeat(65)}@b.example`,
    ];
    for (const email of wrong) {
      assert.deepEqual(
        problemsOf({ ...filledForm, email }),
        [{ field: 'email', problem: 'notAnEmail' }],
        email,
      );
    }
  });

  it('keeps an e-mail domain in its ASCII form', () => {
    assert.equal(
      readContactForm({ ...filledForm, email: 'zoe@Société.example' }).email,
      'zoe@xn--socit-esab.example',
    );
  });

  it('takes only countries, languages and sizes that there are', () => {
    for (const field of ['country', 'preferredLanguage', 'organizationSize']) {
      assert.deepEqual(problemsOf({ ...filledForm, [field]: 'XX' }), [{ field, problem: 'notAChoice' }]);
    }
    assert.equal(readContactForm({ ...filledForm, country: 'fr' }).country, 'FR');
  });

  it('takes any way to write a phone number', () => {
    for (const phone of ['+33 (0)4.00-00', '112', 'ext. 1234', '٠١٢٣'])
      assert.deepEqual(problemsOf({ ...filledForm, phone }), []);
    assert.deepEqual(problemsOf({ ...filledForm, phone: 'call me' }), [
      { field: 'phone', problem: 'notAPhoneNumber' },
    ]);
  });

  it('takes consent only where it was given', () => {
    for (const consent of [undefined, 'false', false, '', 'yes', 1, ['true']]) {
      assert.deepEqual(problemsOf({ ...filledForm, consent }), [
        { field: 'consent', problem: 'consentMissing' },
      ]);
    }
    assert.deepEqual(problemsOf({ ...filledForm, consent: true }), []);
  });

  it('makes one line of what was asked as one line, and keeps the lines of the needs', () => {
    const messy = ' a\r\nb\u2028 c\0\u202ed ';
    const { city, needs } = readContactForm({ ...filledForm, city: messy, needs: messy });
    assert.equal(city, 'a b c d');
    assert.equal(needs, 'a\nb\n cd');
  });

  it('is either taken or told what is wrong, whatever comes', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.anything());
    const form = fc.record(Object.fromEntries(contactFields.map((field) => [field, anything])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(form, (typed) => {
        problemsOf({ ...filledForm, ...typed });
      }),
    );
  });
});

describe('contact form as it opens', () => {
  it('holds the name that the channel knows', () => {
    assert.deepEqual(prefillContactForm(undefined, megan), { contactName: 'Megan Bowen' });
    assert.deepEqual(prefillContactForm(undefined, { ...megan, name: '' }), {});
  });

  it('holds the last answers, but not the needs', () => {
    const { needs, ...lastContactDetails } = contactDetails;
    assert.deepEqual(prefillContactForm({ id: megan.person, lastContactDetails }, megan), lastContactDetails);
  });
});
