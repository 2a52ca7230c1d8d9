import assert from 'node:assert/strict';
import { z } from 'zod';
import { sessionUpload } from '../../src/adapters/upload/session-upload.ts';
import { providerId } from '../../src/domain/identifiers.ts';
import { acceptOffers } from '../support/desk/accept-offers.ts';
import { conversation } from '../support/desk/conversation.ts';
import { resellerOffer } from '../support/examples/invitation-examples.ts';
import { openUploadSession } from '../support/servers/upload-session.ts';
import { judge } from './judge.ts';
import { readAllOf, type ExportedCase } from './read-cases.ts';

const byteOrderMark = '\ufeff';

const consentSchema = z.object({
  content: z.object({ acceptContext: z.record(z.string(), z.string()) }),
});

const partner = {
  ...resellerOffer.partner,
  id: providerId('d1d1d1d1-0f1e-4d2c-8b3a-100000000150'),
  name: { value: 'Société Générale Conseil', claimed: false },
};

/** What is wrong with an exported file, in words; empty if nothing is. */
function faultsOf(expected: ExportedCase['expect'], file: string): readonly string[] {
  const lines = file.split('\r\n').filter((line) => line !== '');
  const [header = '', ...rows] = lines;
  const faults = rows.length > 0 ? [] : ['no rows'];
  if ('inOneRow' in expected) {
    const holdsAll = rows.some((row) => expected.inOneRow.every((part) => row.includes(part)));
    return holdsAll ? faults : [...faults, `no row holds ${expected.inOneRow.join(' and ')}`];
  }
  const { separator } = expected;
  if (!file.startsWith(byteOrderMark)) faults.push('no byte-order mark');
  if (file.replaceAll('\r\n', '').includes('\n')) faults.push('a line that does not end with CRLF');
  // Every column is named, and a row holds as many fields.
  if (header.split(separator).length < 5) faults.push(`the header is not separated by “${separator}”`);
  if (rows.some((row) => row.split(separator).length < header.split(separator).length))
    faults.push(`a row is not separated by “${separator}”`);
  return faults;
}

describe('The history that people export', () => {
  let session: Awaited<ReturnType<typeof openUploadSession>>;
  beforeEach(async () => {
    session = await openUploadSession();
  });
  afterEach(() => session.close());

  /** The file that somebody gets after an invitation was authorized. */
  async function exported({ locale, say }: ExportedCase['do']['export']): Promise<string> {
    const chat = conversation({ upload: sessionUpload({ request: 30_000, file: 30_000, waits: [1] }) });
    await acceptOffers({ store: chat.store, clock: chat.time.clock }, [{ ...resellerOffer, partner }]);
    await chat.send({ type: 'message', text: say }, { locale });
    const { posted } = await chat.afterwards();
    const { content } = consentSchema.parse(posted.at(-1)?.attachments?.[0]);
    const uploadInfo = {
      uploadUrl: session.address,
      contentUrl: 'https://contoso-my.sharepoint.com/history.csv',
      name: 'history.csv',
      uniqueId: 'file-1',
      fileType: 'csv',
    };
    const value = { type: 'fileUpload', action: 'accept', context: content.acceptContext, uploadInfo };
    await chat.send({ type: 'invoke', name: 'fileConsent/invoke', replyToId: 'offer', value }, { locale });
    await chat.afterwards();
    const file = session.content().toString('utf8');
    assert.ok(file.includes(partner.id), file);
    return file;
  }

  it('is judged by its bytes', () => {
    const expected = { separator: ';', lineEnd: 'CRLF', byteOrderMark: true } as const;
    const rows = ['a;b;c;d;e', '1;2;3;4;5', ''];
    assert.deepEqual(faultsOf(expected, byteOrderMark + rows.join('\r\n')), []);
    assert.equal(faultsOf(expected, rows.join('\r\n')).length, 1);
    assert.equal(faultsOf(expected, byteOrderMark + rows.join('\r\n').replaceAll(';', ',')).length, 1);
    assert.ok(faultsOf(expected, byteOrderMark + rows.join('\n')).length > 0);
    assert.deepEqual(faultsOf({ inOneRow: ['1', '3'] }, rows.join('\r\n')), []);
    assert.equal(faultsOf({ inOneRow: ['1', 'a'] }, rows.join('\r\n')).length, 1);
  });

  for (const input of readAllOf('exported'))
    it(`${input.id}: ${input.name}`, async () => {
      judge(input.id, faultsOf(input.expect, await exported(input.do.export)));
    });
});
