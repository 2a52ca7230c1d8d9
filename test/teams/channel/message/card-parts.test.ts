import assert from 'node:assert/strict';
import { readHtml } from '../../../../src/domain/invitations/message/read-html.ts';
import { cardParts } from '../../../../src/teams/channel/message/card-parts.ts';

const opened = 'https://opened.example/x?a=1&b=2';

/** What a card shows, line by line, and what it opens under which words. */
function read(card: object) {
  const parts = cardParts(card);
  const html = parts.filter(({ kind }) => kind === 'html').map(({ text }) => text);
  return {
    lines: parts.filter(({ kind }) => kind === 'plain').flatMap(({ text }) => text.split('\n')),
    links: readHtml(html.join('\n')).hyperlinks.map(({ target, label }) => [label, target]),
  };
}

describe('A card', () => {
  const cards: readonly (readonly [string, object, readonly string[], readonly (readonly string[])[]])[] = [
    [
      'Adaptive, with a button deep within',
      {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        body: [
          { type: 'Container', items: [{ type: 'TextBlock', text: 'New mail' }] },
          {
            type: 'ColumnSet',
            columns: [
              {
                items: [
                  { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Open', url: opened }] },
                ],
              },
            ],
          },
          { type: 'Image', url: 'https://picture.example/x.png', altText: 'A picture' },
        ],
        actions: [
          { type: 'Action.ShowCard', title: 'More', card: { body: [{ type: 'TextBlock', text: 'Within' }] } },
        ],
      },
      ['New mail', 'Open', 'More', 'Within'],
      [['Open', opened]],
    ],
    [
      'with links in its text',
      { type: 'TextBlock', text: `See [the offer](${opened}) and [that](https://b.example/(x)).` },
      ['See the offer and that.'],
      [
        ['the offer', opened],
        ['that', 'https://b.example/(x)'],
      ],
    ],
    [
      'whose text or picture can be pressed',
      {
        body: [
          {
            type: 'RichTextBlock',
            inlines: [
              'Words',
              {
                type: 'TextRun',
                text: 'here',
                selectAction: { type: 'Action.OpenUrl', title: 'Hint', url: opened },
              },
            ],
          },
          {
            type: 'Image',
            url: 'https://picture.example',
            selectAction: { type: 'Action.OpenUrl', url: 'https://c.example' },
          },
        ],
      },
      ['Words', 'here', 'Hint'],
      [
        ['here', opened],
        ['', 'https://c.example'],
      ],
    ],
    [
      'with facts',
      {
        type: 'FactSet',
        facts: [
          { title: 'Partner:', value: 'Fabrikam' },
          { title: 'Page', value: opened },
        ],
      },
      ['Partner: Fabrikam', 'Partner:', 'Fabrikam', 'Page'],
      [['Page', opened]],
    ],
    [
      'of the hero kind',
      {
        title: 'Fabrikam',
        text: `<a href="${opened}">HTML</a>`,
        images: [{ url: 'https://picture.example', tap: { type: 'openUrl', value: 'https://d.example' } }],
        buttons: [{ type: 'openUrl', title: 'Accept', value: opened }],
      },
      ['Fabrikam', 'Accept'],
      [
        ['HTML', opened],
        ['', 'https://d.example'],
        ['Accept', opened],
      ],
    ],
    [
      'of a Microsoft 365 connector',
      {
        '@type': 'MessageCard',
        '@context': 'https://schema.org/extensions',
        summary: 'Sum',
        sections: [{ activityTitle: 'Ada', facts: [{ name: 'Role', value: 'Reader' }] }],
        potentialAction: [
          { '@type': 'OpenUri', name: 'View', targets: [{ os: 'default', uri: opened }] },
          { '@type': 'ViewAction', name: 'Old', target: [opened] },
        ],
      },
      ['Sum', 'Ada', 'Role: Reader', 'Role', 'Reader', 'View', 'Old'],
      [
        ['View', opened],
        ['Old', opened],
      ],
    ],
    ['with data of its own', { data: { text: 'unseen', url: opened }, msteams: { url: opened } }, [], []],
  ];
  for (const [what, card, lines, links] of cards) {
    it(`${what}: is read as people see it`, () => {
      assert.deepEqual(read(card), { lines, links });
    });
  }

  it('without end is read to a bound', () => {
    let deep: object = { text: 'innermost' };
    for (let depth = 0; depth < 10_000; depth += 1) deep = depth % 2 === 0 ? [deep] : { items: deep };
    assert.deepEqual(read({ items: [deep, { text: 'beside' }] }).lines, ['beside']);
    const many = Array.from({ length: 300_000 }, () => ({ text: 'x' }));
    assert.ok(read({ items: many }).lines.length < 20_001);
  });
});
