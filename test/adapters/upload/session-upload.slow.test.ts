import assert from 'node:assert/strict';
import { sessionUpload } from '../../../src/adapters/upload/session-upload.ts';
import { openUploadSession } from '../../support/servers/upload-session.ts';

const kibibytes320 = 320 * 1024;
const timeout = { request: 20_000, file: 20_000, waits: [1, 1, 1] };

describe('Uploading a file to a session', () => {
  let session: Awaited<ReturnType<typeof openUploadSession>>;

  beforeEach(async () => {
    session = await openUploadSession();
  });
  afterEach(() => session.close());

  const upload = (
    file: Buffer,
    { bytes = file.length, signal = new AbortController().signal, request = timeout.request } = {},
  ) =>
    sessionUpload({ ...timeout, request }).send(
      { address: session.address, bytes, content: inParts(file) },
      signal,
    );

  for (const length of [1, 10 * kibibytes320, 10 * kibibytes320 + 1, 25 * kibibytes320 + 7]) {
    it(`sends ${length} bytes in parts that are multiples of 320 KiB, the last aside`, async () => {
      const file = fileOf(length);
      await upload(file);
      assert.ok(session.content().equals(file));
      assert.ok(session.parts.slice(0, -1).every((part) => part.length % kibibytes320 === 0));
      assert.ok(session.parts.every(({ total }) => total === length));
    });
  }

  for (const [what, behaviour] of [
    ['is busy', 429],
    ['fails', 503],
    ['does not answer', 'hang'],
    ['breaks the connection once it has taken a part', 'cut'],
  ] as const) {
    it(`goes on where the session ${what} now and then`, async () => {
      session.behaveAs((times) => (times % 2 === 1 ? behaviour : 'take'));
      const file = fileOf(15 * kibibytes320);
      await upload(file, { request: behaviour === 'hang' ? 1000 : timeout.request });
      assert.ok(session.content().equals(file));
    });
  }

  it('gives up after some tries, or at once where the session refuses', async () => {
    session.behaveAs(() => 503);
    await assert.rejects(upload(fileOf(10)), { name: 'UploadError' });
    assert.equal(session.parts.length, 4);
    session.behaveAs(() => 404);
    await assert.rejects(upload(fileOf(10)), { name: 'UploadError' });
    assert.equal(session.parts.length, 5);
  });

  it('follows no redirect: the file goes nowhere but where it was accepted', async () => {
    session.behaveAs(() => 302);
    await assert.rejects(upload(fileOf(10)), { name: 'UploadError' });
    assert.equal(session.content().length, 0);
    assert.equal(session.parts.length, 4);
  });

  it('ends when it is cancelled, and when it times out', async () => {
    session.behaveAs(() => 'hang');
    const cancelled = new AbortController();
    const ended = upload(fileOf(10), { signal: cancelled.signal });
    cancelled.abort();
    await assert.rejects(ended, { name: 'UploadError' });
    const hasty = sessionUpload({ ...timeout, request: 10_000, file: 50 });
    const file = { address: session.address, bytes: 10, content: inParts(fileOf(10)) };
    await assert.rejects(hasty.send(file, new AbortController().signal), { name: 'UploadError' });
  });

  it('fails where a file is longer or shorter than announced', async () => {
    for (const bytes of [9, 11]) await assert.rejects(upload(fileOf(10), { bytes }), { name: 'UploadError' });
  });
});

function fileOf(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => index % 251));
}

/** In parts of odd lengths. */
async function* inParts(file: Buffer): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let start = 0; start < file.length; start += 77_777) yield file.subarray(start, start + 77_777);
}
