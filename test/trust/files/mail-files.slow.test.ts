import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { cardsIn, textOf } from '../../support/cards/card-text.ts';
import { startDesk, type DeskProcess } from '../../support/desk/built-desk.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { fileFrom, mailOf, resellerLinkOf } from '../../support/examples/example-mails.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { openChannel } from '../../support/servers/channel.ts';
import {
  endlessFile,
  failingFiles,
  openFileServer,
  withFile,
  type FileBehaviour,
} from '../../support/servers/file-server.ts';

const genuine = mailOf({ link: resellerLinkOf('3b33e682-00c3-41ee-9dd2-a548adf56438') });

const unavailable = /The file could not be downloaded in time/;
const silence: FileBehaviour = () => undefined;
const halfOfIt: FileBehaviour = (_request, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write(genuine.slice(0, 100));
};
const bomb = withFile(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' });

/** What the server of the file does, and what the person reads. */
const trouble: readonly (readonly [string, FileBehaviour, RegExp])[] = [
  ...failingFiles.map(([what, behaviour]) => [what, behaviour, unavailable] as const),
  ['sends what becomes large when it is unpacked', bomb, unavailable],
  ['never ends', endlessFile, /larger than 10 MB/],
  ['never answers', silence, unavailable],
  ['stops half-way', halfOfIt, unavailable],
  [
    'sends noise',
    withFile(Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))),
    /no mail/,
  ],
  [
    'sends more lines than a mail has',
    withFile(`From: a@b.example\r\nSubject: s\r\n\r\n${'\n'.repeat(5_000_000)}`),
    /no mail/,
  ],
  [
    'sends a mail of many lines',
    withFile(`From: a@b.example\r\nSubject: s\r\n\r\n${'words\n'.repeat(100_000)}`),
    /no partner invitation/,
  ],
  ['sends parts without end', withFile(nested(5000)), /no mail/],
];

describe('A built desk that is sent a file', function () {
  const folder = temporaryFolder();
  let channel: Awaited<ReturnType<typeof openChannel>>;
  let files: Awaited<ReturnType<typeof openFileServer>>;
  let desk: DeskProcess;

  beforeEach(async () => {
    [channel, files] = await Promise.all([openChannel(), openFileServer(withFile(genuine))]);
    desk = startDesk(join(folder(), 'data'), { LOG_LEVEL: 'debug' });
  });
  afterEach(async () => {
    await desk.kill();
    await Promise.all([channel.close(), files.close()]);
  });

  async function send(address: string): Promise<string> {
    channel.posted.splice(0);
    const message = { ...messageToDesk(channel.serviceUrl, ''), attachments: [fileFrom(address, 'x.eml')] };
    const response = await fetch(`${await desk.listening}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    assert.equal(response.status, 200);
    const cards = channel.posted.flatMap(({ activity }) => cardsIn([JSON.stringify(activity)]));
    return cards.map((card) => textOf(card)).join('\n');
  }

  it('reads the mail, whatever went wrong before, and says nothing of it in the log', async () => {
    for (const [what, behaviour, words] of trouble) {
      files.behaveAs(behaviour);
      assert.match(await send(files.address), words, what);
    }
    files.behaveAs(withFile(genuine));
    assert.match(await send('https://contoso.sharepoint.com/x'), /does not lie in Microsoft 365/);
    assert.match(await send(files.address), /Accept Partner Invitation.*sales@fabrikam\.example/s);
    assert.ok(files.requests.every(({ url }) => url?.startsWith('/download.aspx')));
    const log = desk.lines.join('\n');
    for (const secret of ['tempauth', 'fabrikam.example', 'x.eml']) assert.ok(!log.includes(secret), secret);
    assert.ok(!log.includes('a turn failed'));
    assert.equal(await desk.stop(), 0);
  });
});

/** A mail of parts within parts. */
function nested(depth: number): string {
  const parts = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  return `From: a@b.example\r\nSubject: s\r\n${parts.join('')}\r\nwords`;
}
