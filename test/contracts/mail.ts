import assert from 'node:assert/strict';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { MailError, type ContactEmail, type Mail } from '../../src/application/ports/mail.ts';
import type { ContactRequest } from '../../src/domain/contact/contact-request.ts';
import {
  contactDetails,
  exampleProvider,
  exampleRequest,
  fabrikam,
} from '../support/examples/contact-examples.ts';

/** A mail that sends from `Partner Desk <desk@desk.example>`, and where what it sends arrives. */
export interface MailUnderTest {
  readonly mail: Mail;
  arrived(): Promise<readonly Buffer[]>;
  close(): Promise<void>;
}

/** The guarantees for senders and recipients, however e-mails are sent. */
export function mailContract(name: string, open: () => Promise<MailUnderTest>): void {
  describe(`mail: ${name}`, () => {
    let opened: MailUnderTest;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    async function send(email: ContactEmail, signal = new AbortController().signal) {
      return await opened.mail.send(email, signal);
    }
    async function arrived(): Promise<ParsedMail[]> {
      return await Promise.all((await opened.arrived()).map((message) => simpleParser(message)));
    }
    async function sendAndRead(email: ContactEmail): Promise<ParsedMail> {
      assert.equal(await send(email), 'accepted');
      const [message, ...others] = await arrived();
      assert.ok(message && others.length === 0, 'exactly one message arrives');
      return message;
    }

    it('brings the provider every answer, from the desk, to be answered to the requester', async () => {
      const message = await sendAndRead(toProvider(exampleRequest()));
      assert.equal(message.from?.text, '"Partner Desk" <desk@desk.example>');
      assert.deepEqual(mailboxes(message.to), [{ name: 'Fabrikam', address: 'sales@fabrikam.example' }]);
      assert.deepEqual(mailboxes(message.replyTo), [
        { name: 'Megan Bowen', address: 'megan@contoso.example' },
      ]);
      assert.equal(message.subject, 'Contoso asks you to get in touch (PD-7F3K-9Q2M)');
      assert.equal(message.messageId, '<letter-1@desk.example>');
      assert.equal(message.date?.toISOString(), '2026-11-23T09:00:00.000Z');
      assert.equal(message.headers.get('content-language'), 'en');
      assert.equal(message.headers.has('auto-submitted'), false);
      const answers = [
        'Reference: PD-7F3K-9Q2M',
        'Organisation: Contoso',
        'Location: Lyon, France',
        'Size: 51 to 250 people',
        'Industry: Education',
        'Contact: Megan Bowen',
        'E-mail: megan@contoso.example',
        'Phone: +33 4 00 00 00 00',
        'Preferred language: English',
        'Products of interest: Azure, Teams',
        'Business needs:',
        'Move 200 mailboxes.',
        'Before spring.',
      ];
      assert.deepEqual(
        linesOf(message).filter((line) => answers.includes(line)),
        answers,
      );
    });

    it('brings the requester a copy that says to whom the request went', async () => {
      const message = await sendAndRead(copyOf(exampleRequest()));
      assert.deepEqual(mailboxes(message.to), [{ name: 'Megan Bowen', address: 'megan@contoso.example' }]);
      assert.equal(message.subject, 'Copy of your request to Fabrikam and Northwind Traders (PD-7F3K-9Q2M)');
      assert.equal(message.headers.get('auto-submitted'), 'auto-generated');
      assert.ok(linesOf(message).includes('Reference: PD-7F3K-9Q2M'));
      assert.match(message.text ?? '', /request that you sent to Fabrikam and Northwind Traders/);
      assert.match(message.text ?? '', /Move 200 mailboxes\.\nBefore spring\./);
    });

    it('does not tell one provider which others were asked', async () => {
      const message = await sendAndRead(toProvider(exampleRequest()));
      assert.doesNotMatch(
        `${message.text ?? ''}${String(message.html)}${message.subject ?? ''}`,
        /Northwind/,
      );
    });

    it('writes to the provider in the language asked for, and the copy in the requester’s', async () => {
      const request = exampleRequest({
        language: 'en',
        details: { ...contactDetails, preferredLanguage: 'fr', contactName: 'Zoé Dupré', city: 'Évry' },
      });
      const message = await sendAndRead(toProvider(request));
      assert.equal(message.headers.get('content-language'), 'fr');
      assert.equal(message.subject, 'Demande de contact de Contoso (PD-7F3K-9Q2M)');
      assert.deepEqual(mailboxes(message.replyTo), [{ name: 'Zoé Dupré', address: 'megan@contoso.example' }]);
      assert.ok(linesOf(message).includes('Localisation\u00a0: Évry (France)'));
      assert.ok(linesOf(message).includes('Effectif\u00a0: 51 à 250 personnes'));
      await send(copyOf(request));
      const copy = (await arrived()).find(({ messageId }) => messageId === '<letter-3@desk.example>');
      assert.equal(copy?.headers.get('content-language'), 'en');
    });

    it('leaves out what was not answered', async () => {
      const { phone, industry, products, ...answered } = contactDetails;
      const message = await sendAndRead(toProvider(exampleRequest({ details: answered })));
      assert.doesNotMatch(message.text ?? '', /Phone|Industry|Products/);
    });

    it('shows what was typed as text, never as markup', async () => {
      const needs = '<script>alert(1)</script> & <img src="https://evil.example/x.png">';
      const organizationName = "</title><b onload='x'>Contoso";
      const message = await sendAndRead(
        toProvider(exampleRequest({ details: { ...contactDetails, needs, organizationName } })),
      );
      assert.ok(linesOf(message).includes(needs));
      assert.doesNotMatch(String(message.html), /<script|<img|<b |onload='/);
      assert.ok(
        String(message.html).includes('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img src=&quot;'),
      );
    });

    for (const [what, text] of Object.entries(hostile)) {
      it(`makes no header of ${what} in names`, async () => {
        const details = { ...contactDetails, organizationName: text, contactName: text };
        const plain = await headerNames(sendAndRead(toProvider(exampleRequest())));
        await opened.close();
        opened = await open();
        const message = await sendAndRead(
          toProvider(exampleRequest({ details }, [{ ...fabrikam, name: text }])),
        );
        assert.deepEqual(await headerNames(Promise.resolve(message)), plain);
        const shown = [...mailboxes(message.to), ...mailboxes(message.replyTo)].map(({ name }) => name);
        assert.doesNotMatch([...shown, message.subject].join(), /[\p{Cc}\p{Zl}\p{Zp}]/u);
        assert.deepEqual(
          mailboxes(message.to).map(({ address }) => address),
          ['sales@fabrikam.example'],
        );
        assert.deepEqual(
          mailboxes(message.replyTo).map(({ address }) => address),
          ['megan@contoso.example'],
        );
      });

      it(`sends nothing to or for an address with ${what}`, async () => {
        const email = `megan@contoso.example${text}`;
        const provider = exampleProvider('Fabrikam', { email });
        assert.equal(await send(toProvider(exampleRequest({}, [provider]))), 'refused');
        assert.equal(await send(toProvider(exampleRequest({ profileAddress: email }))), 'refused');
        assert.deepEqual(await arrived(), []);
      });
    }

    it('keeps names as people write them', async () => {
      const names = ['Dupré, Zoé', '"The" Firm', 'Łukasz <admin>', '株式会社コントソ'];
      for (const name of names) {
        await send(toProvider(exampleRequest({ details: { ...contactDetails, contactName: name } })));
        const all = (await arrived()).flatMap(({ replyTo }) => mailboxes(replyTo));
        assert.ok(
          all.some((mailbox) => mailbox.name === name),
          `${name} arrives as it is`,
        );
        assert.ok(all.every(({ address }) => address === 'megan@contoso.example'));
      }
    });

    it('sends a copy to the profile of the requester and to no other address', async () => {
      const { deliveries, ...request } = exampleRequest({ profileAddress: 'adele@contoso.example' });
      const typed = { kind: 'requester', name: 'Adele', email: 'victim@elsewhere.example' } as const;
      const [first] = deliveries;
      assert.ok(first);
      const delivery = { ...first, recipient: typed };
      assert.equal(await send({ request: { ...request, deliveries: [delivery] }, delivery }), 'refused');
      assert.deepEqual(await arrived(), []);
    });

    it('names no address for replies but that of the profile, whatever was typed', async () => {
      const details = { ...contactDetails, email: 'victim@elsewhere.example' };
      await send(toProvider(exampleRequest({ details })));
      const { profileAddress, ...withoutProfile } = exampleRequest({ details, reference: 'PD-ZZZZ-ZZZZ' });
      assert.equal(profileAddress, 'megan@contoso.example');
      await send(toProvider(withoutProfile));
      const [known, unknown] = await arrived();
      assert.deepEqual(
        mailboxes(known?.replyTo).map(({ address }) => address),
        ['megan@contoso.example'],
      );
      assert.match(known?.text ?? '', /reply goes straight to Megan Bowen/);
      assert.equal(unknown?.replyTo, undefined);
      assert.match(unknown?.text ?? '', /write to Megan Bowen at the e-mail address above/);
    });

    it('leaves out a name that holds an address or a link', async () => {
      for (const [reference, contactName] of [
        ['PD-0000-0001', 'a@b.example'],
        ['PD-0000-0002', 'Megan, see bit.ly/x'],
      ] as const) {
        const email = toProvider(exampleRequest({ reference, details: { ...contactDetails, contactName } }));
        assert.equal(await send(email), 'accepted');
      }
      const names = (await arrived()).flatMap(({ replyTo }) => mailboxes(replyTo)).map(({ name }) => name);
      assert.deepEqual(names, ['', '']);
    });

    it('shows an encoded word that was typed as it was typed, but for a space', async () => {
      const contactName = '=?utf-8?q?Bill=20Gates?=';
      const message = await sendAndRead(
        toProvider(exampleRequest({ details: { ...contactDetails, contactName } })),
      );
      assert.deepEqual(
        mailboxes(message.replyTo).map(({ name }) => name),
        ['= ?utf-8?q?Bill=20Gates?='],
      );
    });

    it('reaches a domain that is not written in ASCII', async () => {
      const provider = exampleProvider('Société', { email: 'contact@société.example' });
      assert.equal(await send(toProvider(exampleRequest({}, [provider]))), 'accepted');
      const [message = ''] = await opened.arrived();
      assert.match(message.toString(), /^To: .*<contact@xn--socit-esab\.example>\r$/m);
    });

    it('gives a resent e-mail the same Message-ID', async () => {
      const email = toProvider(exampleRequest());
      await send(email);
      await send(email);
      assert.deepEqual(
        new Set((await arrived()).map(({ messageId }) => messageId)),
        new Set(['<letter-1@desk.example>']),
      );
    });

    it('sends nothing that was cancelled before', async () => {
      await assert.rejects(send(toProvider(exampleRequest()), AbortSignal.abort()), MailError);
      assert.deepEqual(await arrived(), []);
    });
  });
}

const hostile = {
  'a line end': 'x\r\nBcc: thief@evil.example',
  'a bare carriage return': 'x\rBcc: thief@evil.example',
  'a bare line feed': 'x\nBcc: thief@evil.example',
  'an empty line': 'x\r\n\r\nAnother body',
  'Unicode line ends': 'x\u2028Bcc: thief@evil.example\u2029\u0085Cc: thief@evil.example',
  'a comma and an address': 'x, thief@evil.example',
  'angle brackets': 'x <thief@evil.example>',
  'quotes and a group': '"x": thief@evil.example;',
  'a null character': 'x\0 thief@evil.example',
};

function toProvider(request: ContactRequest): ContactEmail {
  const [delivery] = request.deliveries;
  assert.ok(delivery);
  return { request, delivery };
}

function copyOf(request: ContactRequest): ContactEmail {
  const delivery = request.deliveries.find(({ recipient }) => recipient.kind === 'requester');
  assert.ok(delivery);
  return { request, delivery };
}

function mailboxes(field: AddressObject | AddressObject[] | undefined) {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ name, address }) => ({ name, address })));
}

function linesOf({ text }: ParsedMail): string[] {
  return (text ?? '').split('\n');
}

async function headerNames(message: Promise<ParsedMail>): Promise<string[]> {
  const { headerLines } = await message;
  return headerLines
    .map(({ key }) => key)
    .filter((key) => key !== 'received')
    .sort();
}
