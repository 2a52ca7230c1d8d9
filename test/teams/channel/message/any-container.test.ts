import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findInvitations } from '../../../../src/domain/invitations/link/find-invitations.ts';
import { activitySchema } from '../../../../src/teams/channel/activity-schema.ts';
import { handedOverMessage, sentMessage } from '../../../../src/teams/channel/message/sent-message.ts';
import { messageToDesk } from '../../../support/desk/message-to-desk.ts';
import { resellerLinkOf } from '../../../support/examples/example-mails.ts';

/** A hyperlink: what it opens, and the words that show it. */
interface Shown {
  readonly target: string;
  readonly label: string;
}
type Attachment = Readonly<Record<string, unknown>>;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const anchors: readonly ((shown: Shown) => string)[] = [
  ({ target, label }) =>
    `<a href="${escaped(target)}" rel="noreferrer noopener" target="_blank">${escaped(label)}</a>`,
  ({ target, label }) => `<A HREF='${escaped(target)}'><span style="x"><b>${escaped(label)}</b></span></A>`,
  ({ target, label }) =>
    `<a title="x"\n href="${escaped(target)}" itemid="1">${escaped(label)}<img alt="😀"></a>`,
];
const blocks: readonly ((html: string) => string)[] = [
  (html) => `<p>${html}</p>`,
  (html) => `<div><div>Hello,<br>${html}</div>&nbsp;</div>`,
  (html) => `<table><tbody><tr><td>One</td><td>${html}</td></tr></tbody></table>`,
  (html) => `<ul><li>One</li><li>${html}</li></ul>`,
  (html) => `<blockquote itemtype="http://schema.skype.com/Forward"><p>${html}</p></blockquote>`,
  (html) =>
    `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri">Ada</strong><p itemprop="preview">${html}</p></blockquote><p>see above</p>`,
  (html) => `<p><at id="0">Partner Desk</at> ${html}</p><attachment id="1"></attachment>`,
];

const openUrl = ({ target, label }: Shown) => ({ type: 'Action.OpenUrl', title: label, url: target });
const cards: readonly ((shown: Shown) => object)[] = [
  (shown) => ({ type: 'AdaptiveCard', actions: [openUrl(shown)] }),
  (shown) => ({
    body: [{ type: 'ColumnSet', columns: [{ items: [{ type: 'ActionSet', actions: [openUrl(shown)] }] }] }],
  }),
  (shown) => ({ actions: [{ type: 'Action.ShowCard', title: 'More', card: { actions: [openUrl(shown)] } }] }),
  ({ target, label }) => ({ body: [{ type: 'TextBlock', text: `Please [${label}](${target}).` }] }),
  ({ target, label }) => ({
    body: [
      {
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text: label, selectAction: { type: 'Action.OpenUrl', url: target } }],
      },
    ],
  }),
  ({ target, label }) => ({ title: 'Hero', buttons: [{ type: 'openUrl', title: label, value: target }] }),
  ({ target, label }) => ({
    '@type': 'MessageCard',
    potentialAction: [{ '@type': 'OpenUri', name: label, targets: [{ os: 'default', uri: target }] }],
  }),
  (shown) => ({ title: 'Hero', text: anchors[0]?.(shown) }),
];

const html = (shown: fc.Arbitrary<Shown>) =>
  fc
    .tuple(
      shown,
      fc.constantFrom(...anchors),
      fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 4 }),
    )
    .map(([one, anchor, around]) => around.reduce((text, block) => block(text), anchor(one)));

/** One attachment that holds a hyperlink, in every way in which a message does. */
const attachmentOf = (shown: fc.Arbitrary<Shown>): fc.Arbitrary<Attachment> =>
  fc.oneof(
    html(shown).map((content) => ({ contentType: 'text/html', content })),
    fc.tuple(html(shown), fc.boolean()).map(([originalMessageContent, asText]) => ({
      contentType: 'forwardedMessageReference',
      content: asText ? JSON.stringify({ originalMessageContent }) : { originalMessageContent },
    })),
    html(shown).map((messagePreview) => ({
      contentType: 'messageReference',
      content: JSON.stringify({ messageId: '1', messagePreview }),
    })),
    fc.tuple(shown, fc.constantFrom(...cards), fc.boolean()).map(([one, card, asText]) => ({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: asText ? JSON.stringify(card(one)) : card(one),
    })),
  );

/** The attachment alone, or within messages that forward it. */
const anyAttachment = (shown: fc.Arbitrary<Shown>) =>
  fc.tuple(attachmentOf(shown), fc.integer({ min: 0, max: 2 })).map(([attachment, times]) => {
    let outer = attachment;
    for (let time = 0; time < times; time += 1) {
      const content = JSON.stringify({ originalMessageContent: '<p>x</p>', attachments: [outer] });
      outer = { contentType: 'forwardedMessageReference', content };
    }
    return outer;
  });

const genuine = fc.uuid().map(resellerLinkOf);
const forged = fc
  .tuple(
    genuine,
    fc.constantFrom('microsoft.com.evil.example', 'micros0ft.com', 'microsoft.com@evil.example'),
  )
  .map(([link, host]) => link.replace('microsoft.com', host));
const words = fc.constantFrom('Accept', 'Click to review and accept', 'Microsoft 365 admin center', '');

function assertOutcome(shown: fc.Arbitrary<Shown>, expected: string): void {
  fc.assert(
    fc.property(anyAttachment(shown), (attachment) => {
      const activity = activitySchema.parse({
        ...messageToDesk('http://127.0.0.1:1/', ''),
        attachments: [attachment],
      });
      const body = { contentType: 'html', content: '<attachment id="1"></attachment>' };
      for (const { parts } of [
        sentMessage(activity, ''),
        handedOverMessage({ body, attachments: [attachment] }),
      ])
        assert.equal(findInvitations(parts).outcome, expected, JSON.stringify(attachment));
    }),
    { numRuns: 300 },
  );
}

describe('However a message holds it', () => {
  it('an invitation is found', () => {
    assertOutcome(fc.record({ target: genuine, label: words }), 'found');
    assertOutcome(
      genuine.map((link) => ({ target: link, label: link })),
      'found',
    );
  });

  it('a forged one is warned of', () => {
    assertOutcome(fc.record({ target: forged, label: words }), 'suspicious');
  });

  it('another site behind the words of a genuine one is warned of', () => {
    assertOutcome(
      genuine.map((label) => ({ target: 'https://sign-in.fabrikam.example/x', label })),
      'suspicious',
    );
  });
});
