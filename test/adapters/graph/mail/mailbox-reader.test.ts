import assert from 'node:assert/strict';
import { openGraphClient } from '../../../../src/adapters/graph/graph-client.ts';
import { graphMailboxReader } from '../../../../src/adapters/graph/mail/mailbox-reader.ts';
import { tenantId } from '../../../../src/domain/identifiers.ts';
import { monday } from '../../../support/examples/contact-examples.ts';
import { movingTime } from '../../../support/ports/moving-time.ts';
import { recordedLog } from '../../../support/ports/recorded-log.ts';
import { recordedMeter } from '../../../support/ports/recorded-meter.ts';
import { openScriptedGraph, type ScriptedAnswer } from '../../../support/servers/scripted-graph.ts';

const mailbox = {
  tenant: tenantId('11111111-0000-4000-8000-000000000001'),
  address: 'partners@contoso.example',
};
const since = { kind: 'since', receivedAt: monday } as const;
const refusal = (status: number, code: string): ScriptedAnswer => ({ status, body: { error: { code } } });

describe('A mailbox behind Microsoft Graph', () => {
  const close: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of close.splice(0)) await each();
  });

  async function setUp(answer: (path: string, root: string) => ScriptedAnswer) {
    let root = '';
    const graph = await openScriptedGraph(({ path }) => answer(path, root));
    ({ root } = graph);
    close.push(() => graph.close());
    const time = movingTime(monday);
    const log = recordedLog();
    const tokens = {
      token: () => Promise.resolve('token'),
      renew: () => Promise.resolve('renewed'),
      outdate: () => undefined,
    };
    const { clock, timer } = time;
    const client = openGraphClient({ root, tokens, clock, timer, meter: recordedMeter(), log });
    const reader = graphMailboxReader(client, tokens);
    const { signal } = new AbortController();
    return {
      seen: graph.seen,
      root,
      log,
      reader,
      list: (from: Parameters<typeof reader.list>[1] = since) => reader.list(mailbox, from, signal),
      message: () => reader.message(mailbox, 'AAMk/1=', signal),
    };
  }

  const page = (root: string, value: readonly object[], link = `${root}/v1.0/x?$deltatoken=1`) => ({
    body: { value, '@odata.deltaLink': link },
  });

  it('is asked for what came since, by ids that stay, and shows neither what was removed nor what only changed', async () => {
    const { list, seen, root } = await setUp((_path, at) =>
      page(at, [
        { id: 'new', receivedDateTime: '2026-11-23T08:00:00Z' },
        { id: 'marked as read', isRead: true },
        { id: 'gone', '@removed': { reason: 'deleted' } },
      ]),
    );
    assert.deepEqual(await list(), {
      kind: 'read',
      messages: [{ id: 'new', receivedAt: '2026-11-23T08:00:00.000Z' }],
      link: `${root}/v1.0/x?$deltatoken=1`,
      isLast: true,
    });
    const [{ method, path, headers } = assert.fail()] = seen;
    assert.equal(method, 'GET');
    assert.match(
      decodeURIComponent(path),
      /^\/v1\.0\/users\/partners@contoso\.example\/mailFolders\/inbox\/messages\/delta\?\$select=id,receivedDateTime&\$filter=receivedDateTime ge 2026-/,
    );
    assert.match(String(headers['prefer']), /odata\.maxpagesize=\d+.*IdType="ImmutableId"/);
  });

  it('goes on by its own links, with the same preferences, and sends no token elsewhere', async () => {
    const { list, seen, root } = await setUp((_path, at) => page(at, []));
    await list({ kind: 'link', link: `${root}/v1.0/y?$skiptoken=2` });
    assert.equal(seen[0]?.path, '/v1.0/y?$skiptoken=2');
    assert.match(String(seen[0].headers['prefer']), /ImmutableId/);
    for (const link of ['https://evil.example/v1.0/y', `${root}/elsewhere`, 'no address'])
      assert.deepEqual(await list({ kind: 'link', link }), { kind: 'notRead', why: 'unavailable' });
    assert.equal(seen.length, 1);
  });

  it('stores no link that leads elsewhere, and takes nothing that is no page for an empty one', async () => {
    for (const body of [
      { value: [], '@odata.deltaLink': 'https://evil.example/v1.0/x' },
      { value: [] },
      { '@odata.deltaLink': 'x' },
      { value: [{ receivedDateTime: '2026-11-23T08:00:00Z' }], '@odata.deltaLink': 'x' },
      [],
    ]) {
      const { list } = await setUp(() => ({ body }));
      assert.deepEqual(await list(), { kind: 'notRead', why: 'unavailable' }, JSON.stringify(body));
    }
  });

  for (const [status, code] of [
    [410, 'SyncStateNotFound'],
    [410, 'whatever'],
    [400, 'syncStateNotFound'],
    [404, 'SyncStateInvalid'],
    [410, 'resyncRequired'],
  ] as const) {
    it(`begins anew where a link is answered with ${status} ${code}`, async () => {
      const { list, root } = await setUp(() => refusal(status, code));
      assert.deepEqual(await list({ kind: 'link', link: `${root}/v1.0/y?$deltatoken=2` }), {
        kind: 'expired',
      });
      assert.equal((await list()).kind, 'notRead', 'but a list that has none does not');
    });
  }

  for (const [status, code, why] of [
    [403, 'ErrorAccessDenied', 'refused'],
    [404, 'ErrorInvalidUser', 'unsupported'],
    [401, 'InvalidAuthenticationToken', 'unavailable'],
  ] as const) {
    it(`is ${why} where it is answered with ${status} ${code}`, async () => {
      const { list } = await setUp(() => refusal(status, code));
      assert.deepEqual(await list(), { kind: 'notRead', why });
    });
  }

  it('gives a whole message as it is, byte for byte', async () => {
    const mime = Buffer.from([0x46, 0x72, 0x6f, 0x6d, 0xe9, 0xff, 0x00, 0x0d, 0x0a]);
    const { message, seen } = await setUp(() => (response) => void response.end(mime));
    assert.deepEqual(await message(), { kind: 'read', mime });
    assert.equal(seen[0]?.path, '/v1.0/users/partners%40contoso.example/messages/AAMk%2F1%3D/$value');
  });

  it('reads no more of a message than 8 MB, and knows of one that is gone', async () => {
    const large = await setUp(() => (response) => void response.end(Buffer.alloc(10 * 1024 * 1024)));
    assert.deepEqual(await large.message(), { kind: 'tooLarge' });
    assert.equal(large.seen.length, 1, 'not again');
    const gone = await setUp(() => refusal(404, 'ErrorItemNotFound'));
    assert.deepEqual(await gone.message(), { kind: 'gone' });
  });

  it('does not take a message for gone where its mailbox cannot be found for the moment', async () => {
    const answers = [
      ...['MailboxNotEnabledForRESTAPI', 'ErrorInvalidUser', 'ResourceNotFound'].map((code) =>
        refusal(404, code),
      ),
      { status: 404, body: '<html>' },
    ];
    for (const answer of answers) {
      const { message } = await setUp(() => answer);
      assert.deepEqual(await message(), { kind: 'notRead', why: 'unsupported' });
    }
  });

  it('is held back as long as Graph asks, and the reads of the directory are not', async () => {
    const { message, reader, seen } = await setUp(() => ({ status: 429, headers: { 'Retry-After': '120' } }));
    assert.deepEqual(await message(), { kind: 'notRead', why: 'unavailable' });
    assert.equal(reader.heldBack(mailbox.tenant), 120_000);
    assert.deepEqual(await message(), { kind: 'notRead', why: 'unavailable' });
    assert.equal(seen.length, 1);
  });

  it('is logged without its address, and without ids', async () => {
    const { list, message, log } = await setUp(() => refusal(403, 'ErrorAccessDenied'));
    await list();
    await message();
    assert.doesNotMatch(log.everything(), /contoso\.example|AAMk/);
  });
});
