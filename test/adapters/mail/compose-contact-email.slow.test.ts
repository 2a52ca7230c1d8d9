import assert from 'node:assert/strict';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { composeContactEmail } from '../../../src/adapters/mail/compose-contact-email.ts';
import { readContactForm } from '../../../src/domain/contact/contact-form.ts';
import { filledForm, exampleRequest } from '../../support/examples/contact-examples.ts';

const from = { name: 'Partner Desk', address: 'desk@desk.example' };
const headers = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
];

describe('contact e-mail', () => {
  it('has the intended headers and no others, whatever the form says', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 128 }),
      fc.string({
        unit: fc.constantFrom(
          '\r',
          '\n',
          '\u2028',
          '\0',
          '<',
          '>',
          ',',
          ':',
          ';',
          '"',
          '\\',
          '=?',
          '?=',
          '@',
          '(',
          'a',
          'é',
          ' ',
        ),
        minLength: 1,
        maxLength: 30,
      }),
    );
    const typed = fc.record({
      organizationName: text,
      contactName: text,
      city: text,
      needs: text,
      email: fc.oneof(fc.emailAddress(), text),
      preferredLanguage: fc.constantFrom('en', 'fr'),
    });
    await fc.assert(
      fc.asyncProperty(typed, async (answers) => {
        const details = detailsOf({ ...filledForm, ...answers });
        fc.pre(details !== undefined);
        const request = exampleRequest({ details, profileAddress: details.email }, []);
        for (const delivery of request.deliveries) {
          const options = composeContactEmail({ request, delivery }, from);
          assert.ok(options, 'a form that was accepted makes an e-mail');
          const message = await simpleParser(await new MailComposer(options).compile().build());
          assert.deepEqual(message.headerLines.map(({ key }) => key).sort(), headers);
          assert.equal(message.from?.value.length, 1);
          for (const field of [message.to, message.replyTo]) {
            const mailboxes = [field ?? []].flat().flatMap(({ value }) => value);
            assert.deepEqual(mailboxes, [
              { name: details.contactName.replaceAll('=?', '= ?'), address: details.email },
            ]);
          }
        }
      }),
    );
  });
});

function detailsOf(form: typeof filledForm) {
  try {
    return readContactForm(form);
  } catch {
    return undefined;
  }
}
