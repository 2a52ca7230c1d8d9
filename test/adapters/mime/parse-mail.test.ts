import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMail } from '../../../src/adapters/mime/parse-mail.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { findInvitations } from '../../../src/domain/invitations/link/find-invitations.ts';
import { textOfMessage } from '../../../src/domain/invitations/message/message-text.ts';
import { resellerLinkOf } from '../../support/examples/example-mails.ts';

const head = 'From: Ada Lovelace <Ada@Fabrikam.example>\r\nSubject: Hello\r\n';

function bytes(...lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

async function read(...lines: readonly string[]) {
  return parseMail(bytes(...lines), 'anybody');
}

async function isNoMail(file: Uint8Array): Promise<void> {
  await assert.rejects(
    parseMail(file, 'anybody'),
    (error) => error instanceof DomainError && error.code === 'unreadable-mail',
  );
}

const textOfParts = (parts: readonly { readonly text: string }[]) =>
  parts.reduce((sum, { text }) => sum + text.length, 0);

describe('A mail', () => {
  it('is read as text and as HTML, where it has both', async () => {
    const { parts } = await read(
      `${head}Content-Type: multipart/alternative; boundary=b`,
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'As text',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>As <b>HTML</b></p>',
      '--b--',
    );
    assert.deepEqual(
      parts.map(({ kind, text }) => [kind, text.trim()]),
      [
        ['html', '<p>As <b>HTML</b></p>'],
        ['plain', 'As text'],
      ],
    );
  });

  const encodings: readonly (readonly [string, string, string, Buffer])[] = [
    [
      'windows-1252',
      '8bit',
      'Société – “x”',
      Buffer.from('536f6369e974e920962093789 4'.replace(' ', ''), 'hex'),
    ],
    ['iso-8859-15', 'quoted-printable', 'Prix : 5 €', Buffer.from('Prix : 5=20=A4')],
    [
      'utf-8',
      'quoted-printable',
      'a=b, é, and one long line',
      Buffer.from('a=3Db, =C3=A9, and one=\r\n long line'),
    ],
    ['utf-8', 'base64', 'Grüße', Buffer.from(Buffer.from('Grüße').toString('base64'))],
    ['utf-16le', 'base64', 'Grüße', Buffer.from(Buffer.from('Grüße', 'utf16le').toString('base64'))],
    ['shift_jis', '8bit', 'パートナー', Buffer.from('8370815b8367 8369815b'.replace(' ', ''), 'hex')],
    ['no-such-charset', '7bit', 'plain', Buffer.from('plain')],
  ];
  for (const [charset, transfer, text, body] of encodings) {
    it(`is read in ${charset}, ${transfer}`, async () => {
      const headers = `${head}Content-Type: text/plain; charset="${charset}"\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`;
      const message = await parseMail(Buffer.concat([Buffer.from(headers), body]), 'anybody');
      assert.equal(textOfMessage(message).trim(), text);
    });
  }

  it('is read with the mails that are attached to it, and no other attachment', async () => {
    const message = await read(
      `${head}Content-Type: multipart/mixed; boundary=b`,
      '',
      '--b',
      '',
      'See the attached.',
      '--b',
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment; filename="Invitation.eml"',
      '',
      'From: partner@other.example',
      'Subject: Invitation',
      'Content-Type: text/html',
      '',
      '<p>Please accept</p>',
      '--b',
      'Content-Type: application/octet-stream; name="Older.eml"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment',
      '',
      Buffer.from('From: x@y.example\r\nSubject: s\r\n\r\nOlder words').toString('base64'),
      '--b',
      'Content-Type: text/calendar',
      '',
      'BEGIN:VCALENDAR',
      '--b',
      'Content-Type: application/pdf; name=x.pdf',
      '',
      '%PDF',
      '--b',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      '',
      'TNEF',
      '--b--',
    );
    const text = textOfMessage(message);
    for (const words of ['See the attached.', 'Please accept', 'Older words'])
      assert.ok(text.includes(words), words);
    for (const words of ['VCALENDAR', 'PDF', 'TNEF']) assert.ok(!text.includes(words), words);
    assert.equal(message.mail?.from, 'ada@fabrikam.example');
  });

  it('says whom it is from, and what its topmost header says of that', async () => {
    const { mail } = await read(
      'ARC-Authentication-Results: i=1; mx.example; dmarc=pass; spf=pass',
      'Authentication-Results: mx.example;',
      '\tspf=pass smtp.mailfrom=fabrikam.example;',
      ' dmarc=fail (p=reject)',
      'Authentication-Results: old.example; dkim=pass; dmarc=pass',
      'From: =?utf-8?Q?Soci=C3=A9t=C3=A9=0A=E2=80=AE_X?= <BILLING@Fabrikam.example>',
      '',
      'x',
    );
    assert.deepEqual(mail, {
      from: 'billing@fabrikam.example',
      fromName: 'Société X',
      results: { spf: 'pass', dmarc: 'fail' },
      headersBy: 'anybody',
    });
  });

  const severalSenders: readonly (readonly [string, readonly string[]])[] = [
    ['two headers', ['From: First <first@a.example>', 'From: Second <second@b.example>']],
    ['two addresses', ['From: First <first@a.example>, second@b.example']],
    ['a group', ['From: Us: first@a.example, second@b.example;']],
    ['two addresses in brackets', ['From: <first@a.example> <second@b.example>']],
  ];
  for (const [how, lines] of severalSenders) {
    it(`is from nobody where it names several: ${how}`, async () => {
      const { mail } = await read(
        'Authentication-Results: mx.example; dmarc=pass',
        ...lines,
        'Subject: x',
        '',
        'x',
      );
      assert.deepEqual(mail, { results: { dmarc: 'pass' }, headersBy: 'anybody' });
    });
  }

  const oneSender: readonly (readonly [string, string | undefined])[] = [
    ['"Lovelace, Ada <x>" <ada@fabrikam.example>', 'Lovelace, Ada <x>'],
    ['ada@other.example <ada@fabrikam.example>', 'ada@other.example'],
    ['Us: ada@fabrikam.example;', undefined],
  ];
  for (const [stated, fromName] of oneSender) {
    it(`is from one sender: ${stated}`, async () => {
      const { mail } = await read(`From: ${stated}`, 'Subject: x', '', 'x');
      assert.equal(mail?.from, 'ada@fabrikam.example');
      assert.equal(mail.fromName, fromName);
    });
  }

  it('may say neither', async () => {
    const { mail } = await read('Subject: draft', 'X-Unsent: 1', '', 'x');
    assert.deepEqual(mail, { results: {}, headersBy: 'anybody' });
  });

  it('is read as an editor saved it: with a byte order mark, blank lines, as UTF-16, or with CR alone', async () => {
    const text = `${head}\r\nwords`;
    const saved = [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\r\n\n${text.replaceAll('\r\n', '\n')}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      Buffer.from(text.replaceAll('\r\n', '\r')),
    ];
    for (const file of saved) {
      const message = await parseMail(file, 'anybody');
      assert.equal(textOfMessage(message).trim(), 'words');
      assert.equal(message.mail?.from, 'ada@fabrikam.example');
    }
  });

  it('is cut where it is longer than mails are, between words', async () => {
    const { parts } = await read(head, 'seven7 '.repeat(200_000));
    assert.deepEqual(
      parts.map(({ text }) => [text.length < 300_001, text.endsWith('seven7 ')]),
      [[true, true]],
    );
  });

  it('holds no more than that together with the mails attached to it, which strangers would have the desk read', async () => {
    const attached = `--b\r\nContent-Type: message/rfc822\r\n\r\n${head}Content-Type: text/html\r\n\r\n${'<p>a '.repeat(40_000)}\r\n`;
    const { parts } = await read(
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${attached.repeat(8)}--b--`,
    );
    assert.equal(parts.length, 2);
    assert.ok(textOfParts(parts) <= 300_000);
  });

  it('of many lines does not keep others waiting: while it is read, something else is done', async () => {
    const reading = read(head, ...Array.from({ length: 50_000 }, () => 'line'));
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const { parts } = await reading;
    clearInterval(ticking);
    assert.equal(parts[0]?.text.split('\n').length, 50_001);
    // Nothing else ran meanwhile where the mail was read in this thread.
    assert.ok(turns > 10, String(turns));
  });

  it('nested without end is read to a bound', async () => {
    let inner = 'From: a@b.example\r\nSubject: s\r\n\r\ninnermost';
    for (let depth = 0; depth < 200; depth += 1) {
      const type = `message/rfc822\r\nContent-Disposition: ${depth % 2 === 0 ? 'attachment' : 'inline'}`;
      inner = `${head}Content-Type: ${type}\r\n\r\n${inner}`;
    }
    assert.ok(!textOfMessage(await parseMail(Buffer.from(inner), 'anybody')).includes('innermost'));
  });
});

describe('However a mail holds it, an invitation', () => {
  const body = (link: string) =>
    `<html><body><p>Please <a href="${link.replaceAll('&', '&amp;')}">review</a> – merci.</p></body></html>`;
  const quotedPrintable = (content: Buffer) =>
    [...content]
      .map(
        (byte, at) => `${at % 24 === 23 ? '=\r\n' : ''}=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      .join('');
  const base64 = (content: Buffer) => content.toString('base64').replace(/.{76}/g, '$&\r\n');
  const parts: readonly ((html: string) => string)[] = [
    (html) => `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${html}`,
    (html) =>
      `Content-Type: text/html; charset=UTF-8\r\nContent-Transfer-Encoding: Quoted-Printable\r\n\r\n${quotedPrintable(Buffer.from(html))}`,
    (html) =>
      `Content-Type: text/html;\r\n charset="utf-16"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(html, 'utf16le'))}`,
    (html) =>
      `Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(html.replace('–', '-'), 'latin1'))}`,
  ];
  const text = 'Content-Type: text/plain\r\n\r\nSee the HTML version.';
  const containers: readonly ((part: string, boundary: string) => string)[] = [
    (part, b) =>
      `Content-Type: multipart/alternative; boundary="${b}"\r\n\r\n--${b}\r\n${text}\r\n--${b}\r\n${part}\r\n--${b}--\r\n`,
    (part, b) =>
      `Content-Type: multipart/mixed;\r\n\tboundary=${b}\r\n\r\npreamble\r\n--${b}\r\n${part}\r\n--${b}\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--${b}--\r\n`,
    (part, b) =>
      `Content-Type: multipart/signed; boundary=${b}\r\n\r\n--${b}\r\n${part}\r\n--${b}\r\nContent-Type: application/pkcs7-signature\r\n\r\nx\r\n--${b}--`,
    (part, b) =>
      `Content-Type: multipart/mixed; boundary=${b}\r\n\r\n--${b}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${head}${part}\r\n--${b}--`,
    (part, b) => `Content-Type: multipart/mixed; boundary=${b}\r\n\r\n--${b}\r\n${part}\r\n`,
  ];
  const built = fc
    .tuple(fc.uuid(), fc.constantFrom(...parts), fc.array(fc.constantFrom(...containers), { maxLength: 3 }))
    .map(([partner, part, around]) =>
      around.reduce(
        (inner, container, at) => container(inner, `boundary_${at}`),
        part(body(resellerLinkOf(partner))),
      ),
    );

  it('is found', async () => {
    await fc.assert(
      fc.asyncProperty(built, fc.boolean(), async (mail, withLineFeeds) => {
        const whole = `${head}${mail}`;
        const file = Buffer.from(withLineFeeds ? whole.replaceAll('\r\n', '\n') : whole);
        const message = await parseMail(file, 'anybody');
        assert.equal(findInvitations(message.parts).outcome, 'found', whole);
      }),
    );
  });
});

describe('What is no mail', () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['an empty file', new Uint8Array()],
    ['blank lines', Buffer.from('\n'.repeat(100))],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type: /Catalog >>')],
    ['a web page', Buffer.from('<!doctype html>\n<html>\n<title>From: x</title>\n<p>Subject: y</p>')],
    ['an Outlook file (.msg)', Buffer.from('d0cf11e0a1b11ae1000000000000000000000000', 'hex')],
    ['words', Buffer.from('Please accept: https://admin.microsoft.com/')],
    ['parts nested deeper than mails nest', Buffer.from(nestedParts(300))],
    ['ten million empty lines', Buffer.from(`${head}\r\n${'\n'.repeat(10_000_000)}`)],
    [
      'parts without end',
      Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(1_000_000)}`),
    ],
    [
      'mails attached to mails without end',
      Buffer.from(`${head}${'Content-Type: message/rfc822\r\n\r\nFrom: a\r\n'.repeat(100_000)}\r\nx`),
    ],
    ['headers longer than mails have', Buffer.from(`${head}${`X: ${'x'.repeat(1000)}\r\n`.repeat(600)}`)],
  ];
  for (const [what, file] of files) {
    it(`${what}: is refused`, async () => {
      await isNoMail(file);
    });
  }

  it('random bytes, also behind a mail’s headers, are read or refused', async () => {
    const heads = fc.constantFrom(
      '',
      head,
      `${head}Content-Type: multipart/mixed; boundary=-\r\n\r\n---\r\n`,
    );
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        await parseMail(Buffer.concat([Buffer.from(start), rest]), 'mailbox').catch((error: unknown) => {
          assert.ok(error instanceof DomainError);
        });
      }),
    );
  });
});

function nestedParts(depth: number): string {
  const openings = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  return `${head}${openings.join('')}\r\nwords`;
}
