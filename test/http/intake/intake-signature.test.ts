import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { later, millisecondsOf } from '../../../src/domain/instant.ts';
import { bytesOf, openIntake, signedHeaders } from '../../support/desk/open-intake.ts';
import { exampleSecret } from '../../support/examples/example-intake.ts';
import { received } from '../../support/examples/invitation-examples.ts';
import { submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const minute = 60 * 1000;

describe('the signature of a submitted invitation', () => {
  let intake: Awaited<ReturnType<typeof openIntake>>;
  before(async () => {
    intake = await openIntake();
  });
  after(() => intake.close());

  const body = bytesOf(submittedReseller);
  const right = signedHeaders(body);
  const signature = right['x-desk-signature'] ?? '';
  const timestamp = right['x-desk-timestamp'] ?? '';

  it('is the hex HMAC-SHA256 of v1:{timestamp}:{raw body}', async () => {
    const seconds = millisecondsOf(received) / 1000;
    const hex = createHmac('sha256', exampleSecret)
      .update(`v1:${seconds}:${JSON.stringify(submittedReseller)}`)
      .digest('hex');
    const headers = {
      'Content-Type': 'application/json',
      'X-Desk-Timestamp': String(seconds),
      'X-Desk-Signature': `v1=${hex}`,
    };
    assert.equal((await intake.send(body, headers)).status, 202);
  });

  for (const [what, offset] of [
    ['five minutes old', -5 * minute],
    ['five minutes ahead', 5 * minute],
  ] as const) {
    it(`may be ${what}, and not a second more`, async () => {
      const atLimit = signedHeaders(body, later(received, offset));
      const beyond = signedHeaders(body, later(received, offset + Math.sign(offset) * 1000));
      assert.notEqual((await intake.send(body, atLimit)).status, 401);
      assert.equal((await intake.send(body, beyond)).status, 401);
    });
  }

  it('may be written in capitals', async () => {
    const headers = { ...right, 'x-desk-signature': signature.toUpperCase().replace('V1', 'v1') };
    assert.notEqual((await intake.send(body, headers)).status, 401);
  });

  const tampered: Record<string, Record<string, string>> = {
    'no signature': { 'x-desk-signature': '' },
    'no timestamp': { 'x-desk-timestamp': '' },
    'another signature': { 'x-desk-signature': `v1=${'0'.repeat(64)}` },
    'a signature that lacks its last digit': { 'x-desk-signature': signature.slice(0, -1) },
    'a signature with one digit more': { 'x-desk-signature': `${signature}0` },
    'a signature without its version': { 'x-desk-signature': signature.slice(3) },
    'a signature of another version': { 'x-desk-signature': signature.replace('v1', 'v2') },
    'a signature in Base64': {
      'x-desk-signature': `v1=${Buffer.from(signature.slice(3), 'hex').toString('base64')}`,
    },
    'two signatures': { 'x-desk-signature': `${signature}, ${signature}` },
    'a timestamp other than the signed one': { 'x-desk-timestamp': String(Number(timestamp) + 1) },
    'a timestamp in milliseconds': { 'x-desk-timestamp': `${timestamp}000` },
    'a timestamp in hex': { 'x-desk-timestamp': `0x${Number(timestamp).toString(16)}` },
    'a timestamp with a fraction': { 'x-desk-timestamp': `${timestamp}.0` },
    'a timestamp that is a date': { 'x-desk-timestamp': received },
    'a timestamp that is no number': { 'x-desk-timestamp': 'NaN' },
  };

  it('is refused in the same words whatever is wrong with it', async () => {
    const answers = [];
    for (const [what, change] of Object.entries(tampered)) {
      const { status, headers, body: problem } = await intake.send(body, { ...right, ...change });
      assert.equal(status, 401, what);
      assert.equal(headers.get('www-authenticate'), 'Desk-Signature');
      answers.push(JSON.stringify(problem));
    }
    const stale = await intake.send(body, signedHeaders(body, later(received, -6 * minute)));
    answers.push(JSON.stringify(stale.body));
    assert.deepEqual(
      [...new Set(answers)],
      [
        '{"title":"Unauthorized","status":401,"detail":"x-desk-timestamp and x-desk-signature do not sign this body at this time."}',
      ],
    );
  });

  it('covers the exact bytes', async () => {
    const text = JSON.stringify(submittedReseller);
    for (const changed of [
      `${text} `,
      text.replace('inv-2042', 'inv-2043'),
      text.slice(0, -1),
      '',
      `\ufeff${text}`,
    ]) {
      assert.equal((await intake.send(new TextEncoder().encode(changed), right)).status, 401, changed);
    }
    // Decoding as text replaces each invalid UTF-8 byte by U+FFFD.
    const replaced = bytesOf({ ...submittedReseller, message: '\ufffd' });
    const broken = new Uint8Array(
      Buffer.from(replaced)
        .toString('latin1')
        .replace('\u00ef\u00bf\u00bd', '\u00ff')
        .split('')
        .map((c) => c.charCodeAt(0)),
    );
    assert.equal((await intake.send(broken, signedHeaders(replaced))).status, 401);
  });

  it('is one with the desk’s own secret', async () => {
    const other = createHmac('sha256', 'another secret')
      .update(`v1:${timestamp}:`)
      .update(body)
      .digest('hex');
    assert.equal((await intake.send(body, { ...right, 'x-desk-signature': `v1=${other}` })).status, 401);
  });

  it('is checked before the body is looked at', async () => {
    for (const unsigned of ['', '{', '[]', '{"id":1}']) {
      const { status } = await intake.send(new TextEncoder().encode(unsigned), right);
      assert.equal(status, 401, unsigned);
    }
  });

  it('is wrong for a reason that the operator finds in the log', async () => {
    const faults: unknown[] = [];
    const log = { ...recordedLog(), warn: (fields: object) => faults.push(fields) };
    const logging = await openIntake({ log });
    await logging.send(body, signedHeaders(body, later(received, -6 * minute)));
    await logging.send(body, { ...right, 'x-desk-signature': 'v1=0' });
    await logging.close();
    assert.deepEqual(faults, [{ fault: 'timestamp' }, { fault: 'signature' }]);
  });
});
