import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { bytesOf, openIntake, signedHeaders } from '../../support/desk/open-intake.ts';
import { received } from '../../support/examples/invitation-examples.ts';
import { submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { movingTime } from '../../support/ports/moving-time.ts';

const maxBytes = 64 * 1024;

/** A valid invitation padded with white space to this many bytes. */
function bodyOf(bytes: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(submittedReseller).padEnd(bytes));
}

describe('the size of a submitted invitation', () => {
  let intake: Awaited<ReturnType<typeof openIntake>>;
  before(async () => {
    intake = await openIntake();
  });
  after(() => intake.close());

  /** Sends a chunked body, without a content length. */
  async function sendChunks(chunks: readonly Uint8Array[]) {
    const body = Buffer.concat(chunks);
    const sent = request(intake.url, { method: 'POST', headers: signedHeaders(body) });
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
    return answerTo(sent);
  }

  async function answerTo(sent: ClientRequest) {
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: JSON.parse(await text(response)) as unknown };
  }

  it('is 64 kB at most', async () => {
    assert.equal((await intake.post(bodyOf(maxBytes))).status, 202);
    const { status, headers, body } = await intake.post(bodyOf(maxBytes + 1));
    assert.equal(status, 413);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.equal(body['detail'], 'The body is larger than 64 kB.');
  });

  it('is counted as it arrives where no content length is given', async () => {
    const kilobytes = Array.from({ length: 64 }, (_, index) =>
      bodyOf(maxBytes).subarray(index * 1024, (index + 1) * 1024),
    );
    assert.equal((await sendChunks(kilobytes)).status, 200);
    assert.equal((await sendChunks([...kilobytes, bytesOf(0)])).status, 413);
  });

  it('does not matter to how a character is cut in two', async () => {
    const bytes = bytesOf({ ...submittedReseller, id: 'cut', message: '😀é' });
    assert.equal(
      (await sendChunks(Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)))).status,
      202,
    );
  });

  it('is refused before the signature is, so that nobody has to wait for it', async () => {
    assert.equal(
      (await intake.send(bodyOf(maxBytes + 1), { 'content-type': 'application/json' })).status,
      413,
    );
  });

  it('that is announced is refused before it is sent', async () => {
    const headers = { ...signedHeaders(bodyOf(1)), 'content-length': '1000000000' };
    const sent = request(intake.url, { method: 'POST', headers });
    sent.on('error', () => undefined);
    sent.flushHeaders();
    assert.equal((await answerTo(sent)).status, 413);
    sent.destroy();
  });

  it('that never ends is cut off', async () => {
    const socket = connect(intake.port, '127.0.0.1');
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.write(
      'POST /api/invitations HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`;
    const sending = setInterval(() => socket.write(chunk.repeat(4)), 5);
    // Not `once`, which rejects on the error of a connection that is cut off during a write.
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(sending);
    assert.match(answer, /^HTTP\/1\.1 413 /);
  });

  it('that arrives too slowly times out: 408', async () => {
    const hasty = await openIntake({ timeout: 200 });
    const socket = connect(hasty.port, '127.0.0.1');
    socket.write(
      'POST /api/invitations HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );
    const answer = await text(socket);
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.match(answer, /The body did not arrive in time\./);
    await hasty.close();
  });

  it('that stops in the middle harms nobody', async () => {
    const socket = connect(intake.port, '127.0.0.1');
    socket.end(
      'POST /api/invitations HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );
    await once(socket.resume(), 'close');
    assert.equal((await intake.post({ ...submittedReseller, id: 'after' })).status, 202);
  });
});

describe('the number of submitted invitations', () => {
  it('is limited for each tenant, and one a second more comes through', async () => {
    const time = movingTime(received);
    const intake = await openIntake({ clock: time.clock });
    const post = (id: number | string, tenantId = submittedReseller.tenantId) =>
      intake.post({ ...submittedReseller, id: String(id), tenantId });

    for (let id = 0; id < 100; id += 1) assert.equal((await post(id)).status, 202);
    const { status, headers, body } = await post('one too many');
    assert.equal(status, 429);
    assert.equal(headers.get('retry-after'), '1');
    assert.equal(body['detail'], 'Too many invitations at once. Try again in 1 s.');
    assert.equal((await post('elsewhere', 'another-tenant')).status, 202);

    await time.pass(1000);
    assert.equal((await post('one too many')).status, 202);
    assert.equal((await post('yet another')).status, 429);
    await intake.close();
  });

  it('does not count what is not signed', async () => {
    const intake = await openIntake();
    for (let time = 0; time < 150; time += 1) {
      assert.equal((await intake.post(submittedReseller, { 'x-desk-signature': 'v1=0' })).status, 401);
    }
    assert.equal((await intake.post(submittedReseller)).status, 202);
    await intake.close();
  });
});
