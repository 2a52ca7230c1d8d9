import assert from 'node:assert/strict';
import { readHtml } from '../../../../src/domain/invitations/message/read-html.ts';

describe('readHtml', () => {
  it('shows a line for each block, row and line break, and cells apart', () => {
    const { text } = readHtml(
      '<p>Dear\n  all,</p><table><tr><td>Duration</td><td>2 years</td></tr></table>One<br>two',
    );
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    assert.deepEqual(
      lines.map((line) => line.trim()),
      ['Dear all,', 'Duration\t\t2 years', 'One', 'two'],
    );
  });

  it('begins the items of a list with a bullet', () => {
    assert.match(
      readHtml('<ul><li>Directory Readers<li>Global Reader</ul>').text,
      /• Directory Readers\s+• Global Reader/,
    );
  });

  it('keeps an item beside its bullet, and no gaps between items or rows', () => {
    const items = readHtml(
      '<ul>\n<li>\n<p>Directory Readers</p>\n</li>\n<li><p>Global Reader</p></li></ul>',
    ).text;
    assert.match(items, /• Directory Readers\s*\n• Global Reader/);
    const lines = readHtml(
      '<div>One</div>\n<div>Two</div><table><tr><td>A</td></tr> <tr><td>B</td></tr></table>',
    ).text;
    assert.deepEqual(lines.trim().replace(/\t/g, '').split('\n'), ['One', 'Two', '', 'A', 'B']);
  });

  it('says where hyperlinks lead, and what they are called', () => {
    assert.deepEqual(
      readHtml('<a HREF="https://a.example/?x=1&amp;y=2">Click <b>here</b><wbr>!</a>').hyperlinks,
      [{ target: 'https://a.example/?x=1&y=2', label: 'Click here!' }],
    );
  });

  it('ends a hyperlink where the next begins, and where the text ends', () => {
    assert.deepEqual(readHtml('<a href="https://a.example">One <a href="https://b.example">two').hyperlinks, [
      { target: 'https://a.example', label: 'One' },
      { target: 'https://b.example', label: 'two' },
    ]);
  });

  it('reads the buttons that Outlook draws, and maps on images', () => {
    const html =
      '<v:roundrect href="https://a.example">Accept</v:roundrect><map><area href="https://b.example"></map>';
    assert.deepEqual(
      readHtml(html).hyperlinks.map(({ target }) => target),
      ['https://a.example', 'https://b.example'],
    );
  });

  it('leaves out what nobody sees', () => {
    const html =
      '<title>T</title><style>p{}</style><script>s</script><!-- c --><template>t</template><p>Seen</p>';
    assert.equal(readHtml(html).text.trim(), 'Seen');
  });

  it('shows the rest where an element that is not shown is closed twice', () => {
    assert.equal(readHtml('</script></style>Seen<script>no</script> too').text.trim(), 'Seen too');
  });
});
