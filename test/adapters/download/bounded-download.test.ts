import assert from 'node:assert/strict';
import { boundedDownload } from '../../../src/adapters/download/bounded-download.ts';
import { DownloadError, maxDownload } from '../../../src/application/ports/file-download.ts';
import { until } from '../../support/processes/until.ts';
import { endlessFile, failingFiles, openFileServer, withFile } from '../../support/servers/file-server.ts';

describe('Downloading a file', () => {
  let server: Awaited<ReturnType<typeof openFileServer>>;

  beforeEach(async () => {
    server = await openFileServer(withFile('content'));
  });
  afterEach(() => server.close());

  async function read(timeout?: number, count = 1) {
    const results: (string | DownloadError)[] = [];
    for await (const file of boundedDownload(timeout).read(
      Array.from({ length: count }, () => server.address),
    ))
      results.push(file instanceof DownloadError ? file : Buffer.from(file).toString());
    return results;
  }

  it('asks for it as it is, and says nothing of the desk', async () => {
    assert.deepEqual(await read(undefined, 2), ['content', 'content']);
    const [request] = server.requests;
    assert.ok(request?.method === 'GET');
    assert.equal(request.headers['accept-encoding'], 'identity');
    for (const header of ['authorization', 'cookie', 'referer'])
      assert.equal(request.headers[header], undefined);
  });

  it('takes the largest file, and none that is larger', async () => {
    server.behaveAs(withFile(Buffer.alloc(maxDownload)));
    assert.equal(String((await read())[0]).length, maxDownload);
    server.behaveAs(withFile(Buffer.alloc(maxDownload + 1), { 'transfer-encoding': 'chunked' }));
    assert.equal(reason(await read()), 'tooLarge');
  });

  it('does not begin with a file that is announced as larger', async () => {
    server.behaveAs((_request, response) => {
      response.writeHead(200, { 'content-length': String(maxDownload + 1) });
      response.flushHeaders();
    });
    assert.equal(reason(await read()), 'tooLarge');
    await until(async () => (await server.connections()) === 0);
  });

  it('stops reading what has no end, and ends the connection', async () => {
    server.behaveAs(endlessFile);
    assert.equal(reason(await read()), 'tooLarge');
    await until(async () => (await server.connections()) === 0);
  });

  for (const [what, behaviour] of failingFiles) {
    it(`fails where the server ${what}, and reads the next one`, async () => {
      let times = 0;
      server.behaveAs((request, response) => {
        times += 1;
        (times === 1 ? behaviour : withFile('content'))(request, response);
      });
      const [first, second] = await read(undefined, 2);
      assert.ok(first instanceof DownloadError && first.reason === 'failed');
      assert.ok(!first.message.includes('secret') && !first.message.includes('127.0.0.1'));
      assert.equal(second, 'content');
      assert.ok(server.requests.every(({ url }) => url?.startsWith('/download.aspx')));
    });
  }

  for (const [what, says] of [
    ['never answers', undefined],
    ['stops half-way', 'From: a'],
  ] as const) {
    it(`gives up where the server ${what}: one time for all files`, async () => {
      server.behaveAs((_request, response) => {
        if (says === undefined) return;
        response.writeHead(200);
        response.write(says);
      });
      const results = await read(50, 3);
      assert.deepEqual(
        results.map((result) => result instanceof DownloadError && result.message),
        Array.from({ length: 3 }, () => 'the download timed out'),
      );
      assert.equal(server.requests.length, 1);
    });
  }
});

function reason([result]: readonly (string | DownloadError)[]): string {
  assert.ok(result instanceof DownloadError);
  return result.reason;
}
