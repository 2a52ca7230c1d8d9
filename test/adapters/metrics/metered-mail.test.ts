import assert from 'node:assert/strict';
import { meteredMail } from '../../../src/adapters/metrics/metered-mail.ts';
import { MailError } from '../../../src/application/ports/mail.ts';
import { exampleRequest } from '../../support/examples/contact-examples.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';
import { recordingMail, type Answer } from '../../support/ports/recording-mail.ts';

describe('the count of e-mails', () => {
  const request = exampleRequest({}, []);
  const [delivery] = request.deliveries;
  assert.ok(delivery);

  for (const [answer, outcome] of [
    ['accepted', 'done'],
    ['refused', 'refused'],
    ['out of order', 'failed'],
    ['silent', 'timeout'],
  ] as const satisfies readonly (readonly [Answer, string])[]) {
    it(`has one call that is ${outcome} where the server is ${answer}`, async () => {
      const [mail, meter] = [recordingMail(), recordedMeter()];
      mail.answer(() => answer);
      const abort = new AbortController();
      setImmediate(() => {
        abort.abort();
      });
      const sent = meteredMail(mail, meter).send({ request, delivery }, abort.signal);
      if (answer === 'accepted' || answer === 'refused') await sent;
      else await assert.rejects(sent, MailError);
      assert.deepEqual(
        meter.events.map((event) => event.kind === 'call' && event.outcome),
        [outcome],
      );
    });
  }

  it('has the retries', async () => {
    const meter = recordedMeter();
    const { state } = delivery;
    assert.ok(state.kind === 'waiting');
    const again = { ...delivery, state: { ...state, attempts: 2 } };
    await meteredMail(recordingMail(), meter).send(
      { request, delivery: again },
      new AbortController().signal,
    );
    assert.deepEqual(meter.events[0], { kind: 'retry', of: 'mail' });
  });
});
