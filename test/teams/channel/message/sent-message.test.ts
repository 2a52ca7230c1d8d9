import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textOfMessage } from '../../../../src/domain/invitations/message/message-text.ts';
import { readHtml } from '../../../../src/domain/invitations/message/read-html.ts';
import type { ShownMessage } from '../../../../src/domain/invitations/message/shown-message.ts';
import { activitySchema } from '../../../../src/teams/channel/activity-schema.ts';
import { handedOverMessage, sentMessage } from '../../../../src/teams/channel/message/sent-message.ts';
import { typedText } from '../../../../src/teams/channel/typed-text.ts';
import { messageToDesk } from '../../../support/desk/message-to-desk.ts';

const page = 'https://page.example/a?b=1&c=2';

function sent(fields: object): ShownMessage {
  const activity = activitySchema.parse({ ...messageToDesk('http://127.0.0.1:1/', ''), ...fields });
  return sentMessage(activity, typedText(activity));
}

function words(message: ShownMessage): readonly string[] {
  return textOfMessage(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function targets({ parts }: ShownMessage): readonly string[] {
  return parts.flatMap(({ kind, text }) =>
    kind === 'html' ? readHtml(text).hyperlinks.map(({ target }) => target) : [],
  );
}

describe('A message in a chat', () => {
  it('is what was typed, and its HTML', () => {
    const message = sent({
      text: 'Review this',
      attachments: [
        { contentType: 'text/html; charset=utf-8', content: `<p>Review <a href="${page}">this</a></p>` },
      ],
    });
    assert.deepEqual(words(message), ['Review this', 'Review this']);
    assert.deepEqual(targets(message), [page]);
  });

  it('does not hold the mention of the desk, in no part', () => {
    const mention = '<at id="0">Partner Desk</at>';
    const message = sent({
      text: '<at>Partner Desk</at> partners',
      entities: [
        {
          type: 'mention',
          text: '<at>Partner Desk</at>',
          mentioned: { id: '28:desk', name: 'Partner Desk' },
        },
      ],
      attachments: [
        { contentType: 'text/html', content: `<p>${mention} partners</p>` },
        {
          contentType: 'text/html',
          content:
            '<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Partner Desk</span> partners</p>',
        },
      ],
    });
    assert.deepEqual(words(message), ['partners', 'partners', 'partners']);
  });

  it('holds what it quotes and forwards, without an address that a preview cuts off', () => {
    const quote = (preview: string) =>
      `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="8:orgid:x">Ada</strong><span itemprop="time" itemid="1"></span><p itemprop="preview">${preview}</p></blockquote>`;
    const message = sent({
      text: '<quoted messageId="1"/>\nYes',
      entities: [{ type: 'quotedReply', preview: 'Quoted https://cut.exam…' }],
      attachments: [
        {
          contentType: 'text/html',
          content: `${quote('Look: https://cut.example/abc...')}${quote(`Whole: ${page}`)}<blockquote itemtype="http://schema.skype.com/Forward"><p>Forwarded</p></blockquote><p>Yes</p>`,
        },
      ],
    });
    const text = words(message);
    for (const line of ['Yes', 'Quoted', 'Look:', 'Forwarded']) assert.ok(text.includes(line), line);
    assert.ok(text.some((line) => line.startsWith('Whole: https://page.example')));
    assert.ok(!text.some((line) => line.includes('cut.exam')));
  });

  it('holds code, and the words of pictures, but no placeholders or files', () => {
    const message = sent({
      text: '',
      attachments: [
        {
          contentType: 'text/html',
          content: `<p>One <img alt="😀" itemtype="http://schema.skype.com/Emoji" src="https://picture.example"></p><codeblock class=""><code>${page.replace('&', '&amp;')}</code></codeblock><attachment id="x"></attachment>`,
        },
        { contentType: 'image/png', contentUrl: 'https://picture.example/1' },
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          contentUrl: 'https://contoso.sharepoint.com/x.eml',
          name: 'x.eml',
          content: { downloadUrl: 'https://contoso.sharepoint.com/download', fileType: 'eml' },
        },
      ],
    });
    assert.deepEqual(words(message), ['One  😀', page]);
    assert.deepEqual(targets(message), []);
  });

  it('holds the message that is forwarded with it, and its cards', () => {
    const message = sent({
      text: '',
      attachments: [
        {
          contentType: 'forwardedMessageReference',
          content: JSON.stringify({
            originalMessageContent: `<p><a href="${page}">Accept</a></p>`,
            originalMessageSender: { user: { displayName: 'Ada' } },
            attachments: [
              {
                contentType: 'application/vnd.microsoft.card.thumbnail',
                content: JSON.stringify({ title: 'Card' }),
              },
              {
                contentType: 'messageReference',
                content: { messagePreview: 'Preview', attachments: [null, 7] },
              },
            ],
          }),
        },
      ],
    });
    assert.deepEqual(words(message), ['Accept', 'Card', 'Preview']);
    assert.deepEqual(targets(message), [page]);
  });

  it('is read with twenty attachments at most', () => {
    const attachments = Array.from({ length: 100 }, (_, at) => ({
      contentType: 'text/plain',
      content: `part ${at}`,
    }));
    assert.equal(words(sent({ text: '', attachments })).length, 20);
  });
});

describe('A message that is handed over', () => {
  const payloads: readonly (readonly [string, unknown, readonly string[], readonly string[]])[] = [
    [
      'with a subject, and text',
      {
        subject: 'Offer',
        body: { contentType: 'text', content: 'a < b & c' },
        linkToMessage: 'https://teams.microsoft.com/l/message/x',
      },
      ['Offer', 'a < b & c'],
      [],
    ],
    ['as HTML', { body: { contentType: 'html', content: `<a href="${page}">x</a>` } }, ['x'], [page]],
    ['as HTML without tags', { body: { contentType: 'html', content: 'a &amp; b' } }, ['a & b'], []],
    ['of a kind that is not said', { body: { content: `<a href='${page}'>x</a>` } }, ['x'], [page]],
    [
      'with a file, which is a link',
      { attachments: [{ contentType: 'reference', contentUrl: page, name: 'admin.microsoft.com.eml' }] },
      [],
      [page],
    ],
    ['without a body', {}, [], []],
    ['whose body is null', { body: null, attachments: null }, [], []],
    ['whose body is a number', { body: 7, attachments: {} }, [], []],
    ['whose body is a list', { body: ['x'], attachments: [[], 'x', { contentType: 7 }] }, [], []],
    ['whose content is null', { body: { contentType: 'html', content: null } }, [], []],
    ['that is a text', 'x', [], []],
    ['that is null', null, [], []],
    ['that is absent', undefined, [], []],
  ];
  for (const [what, payload, said, opened] of payloads) {
    it(`${what}, is read as people see it`, () => {
      const message = handedOverMessage(payload);
      assert.deepEqual(words(message), said);
      assert.deepEqual(targets(message), opened);
    });
  }

  // As large as an activity may be. Each takes hours, or the stack, where the time is not linear in its length.
  for (const [what, filler] of [
    ['one long word', 'x'],
    ['mentions that do not end', '<at '],
    ['mentions of spans that do not end', '<span itemtype="'],
    ['previews', '<p itemprop="preview">x…'],
    ['links in Markdown that do not end', '[a](https:'],
    ['brackets', '['],
  ] as const) {
    it(`is read to its end where it is ${what}`, () => {
      const text = `${filler.repeat(250_000 / filler.length)}…`;
      const attachments = [
        { contentType: 'messageReference', content: { messagePreview: text } },
        { contentType: 'text/html', content: `<p itemprop="preview">${text}` },
        { contentType: 'card', content: { text } },
        { contentType: 'card', content: text },
      ];
      assert.ok(handedOverMessage({ body: { content: text }, attachments }).parts.length >= 4);
    });
  }

  it('is read whatever it is', () => {
    const types = fc.constantFrom(
      'text/html',
      'messageReference',
      'forwardedMessageReference',
      'reference',
      'application/vnd.microsoft.card.adaptive',
      'application/vnd.microsoft.card.hero',
      'x',
    );
    const content = fc.oneof(fc.json(), fc.jsonValue(), fc.constant('{"attachments":['), fc.string());
    const attachment = fc.record(
      { contentType: types, content, contentUrl: fc.jsonValue(), name: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const payload = fc.record(
      {
        body: fc.jsonValue(),
        subject: fc.jsonValue(),
        attachments: fc.oneof(fc.array(attachment), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(payload, (any) => {
        for (const { text } of handedOverMessage(any).parts) assert.equal(typeof text, 'string');
        sent({ text: 'x', attachments: any.attachments });
      }),
    );
  });
});
