import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMail } from '../../../src/adapters/mail/create-mail.ts';
import { MailError } from '../../../src/application/ports/mail.ts';
import { later } from '../../../src/domain/instant.ts';
import { mailContract } from '../../contracts/mail.ts';
import { exampleRequest, monday } from '../../support/examples/contact-examples.ts';

const sender = 'Partner Desk <desk@desk.example>';
const signal = new AbortController().signal;

async function openOutbox() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'outbox-'));
  const folder = join(dataDirectory, 'outbox');
  return {
    dataDirectory,
    folder,
    mail: createMail('outbox', { sender, dataDirectory }),
    async arrived() {
      const names = await readdir(folder).catch(() => []);
      return Promise.all(names.map((name) => readFile(join(folder, name))));
    },
    close: () => rm(dataDirectory, { recursive: true, force: true }),
  };
}

mailContract('outbox', openOutbox);

describe('outbox', () => {
  let outbox: Awaited<ReturnType<typeof openOutbox>>;
  beforeEach(async () => {
    outbox = await openOutbox();
  });
  afterEach(() => outbox.close());

  it('has one file an e-mail, named so that they sort by time and are found by reference', async () => {
    const requests = [
      exampleRequest({ requestedAt: later(monday, 86_400_000), reference: 'PD-0000-0002' }, []),
      exampleRequest({ reference: 'PD-0000-0001' }),
    ];
    for (const request of requests) {
      for (const delivery of request.deliveries) await outbox.mail.send({ request, delivery }, signal);
    }
    assert.deepEqual((await readdir(outbox.folder)).sort(), [
      '20261123T090000000Z-PD-0000-0001-letter-1.eml',
      '20261123T090000000Z-PD-0000-0001-letter-2.eml',
      '20261123T090000000Z-PD-0000-0001-letter-3.eml',
      '20261124T090000000Z-PD-0000-0002-letter-1.eml',
    ]);
  });

  it('replaces the file of an e-mail that is written again', async () => {
    const request = exampleRequest({}, []);
    for (const delivery of [...request.deliveries, ...request.deliveries]) {
      await outbox.mail.send({ request, delivery }, signal);
    }
    assert.equal((await readdir(outbox.folder)).length, 1);
  });

  it('is readable by nobody else', async () => {
    const request = exampleRequest({}, []);
    for (const delivery of request.deliveries) await outbox.mail.send({ request, delivery }, signal);
    const [name = ''] = await readdir(outbox.folder);
    assert.equal((await stat(outbox.folder)).mode & 0o777, 0o700);
    assert.equal((await stat(join(outbox.folder, name))).mode & 0o777, 0o600);
  });

  it('reports a failure that is worth a retry when it cannot be written', async () => {
    await writeFile(outbox.folder, 'a file where the folder should be');
    const request = exampleRequest({}, []);
    for (const delivery of request.deliveries) {
      await assert.rejects(outbox.mail.send({ request, delivery }, signal), MailError);
    }
  });

  it('refuses to start with an invalid sender', () => {
    for (const wrong of ['', 'Partner Desk', 'a@b.example, c@d.example', 'x: a@b.example;', 'desk@']) {
      assert.throws(
        () => createMail('outbox', { sender: wrong, dataDirectory: outbox.dataDirectory }),
        /sender/,
      );
    }
  });
});
