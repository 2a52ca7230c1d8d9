import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findInvitations as findInParts } from '../../../../src/domain/invitations/link/find-invitations.ts';
import { plainMessage } from '../../../../src/domain/invitations/message/shown-message.ts';
import { everyLink, htmlEscaped, resellerLink, safeLink, storeForBusinessLink } from './examples.ts';

function findInvitations(text: string) {
  return findInParts(plainMessage(text).parts);
}

function linksIn(text: string) {
  const found = findInvitations(text);
  return found.outcome === 'found' ? found.invitations.map(({ link }) => link) : found;
}

/** Checks that a link is read in whatever it became, as the link that it was. */
function isReadAs(link: string, text: string): void {
  assert.deepEqual(linksIn(text), linksIn(link), text);
}

/** Those of the admin center, which have an end. */
const endedLinks = everyLink.filter((link) => link.includes('#'));
const anyLink = fc.constantFrom(...everyLink);
const afterHost = resellerLink.slice('https://admin.microsoft.com'.length);
const anyHostile = fc.constantFrom(
  `https://admin.microsoft.com.accept.example${afterHost}`,
  `https://accept.example${afterHost}`,
  `https://admin.microsoft.com@accept.example${afterHost}`,
  `https://admin.microsoft.com:8443${afterHost}`,
  `https://admin.micros0ft.com${afterHost}`,
  `http://admin.microsoft.com${afterHost}`,
  safeLink(`https://accept.example${afterHost}`),
);
const runs = { numRuns: 2000 };

/** Where the host of a link ends: it is not broken before. */
function endOfHost(link: string): number {
  return link.indexOf('/', 'https://'.length) + 1;
}

/** The link with something put in after each `width` characters, from its host on. */
function brokenAfter(link: string, width: number, between: string): string {
  const head = link.slice(0, endOfHost(link));
  const rest = link.slice(head.length).match(new RegExp(`.{1,${width}}`, 'gs')) ?? [];
  return [head + (rest[0] ?? ''), ...rest.slice(1)].join(between);
}

const lineEnds = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  ' \n',
  '\n  ',
  '\n\t',
  '\n> ',
  '\n>> ',
  '\n> > ',
  '\n| ',
  '\n\u00a0',
  '\u2028',
  '=\n',
);

describe('a link that a mail program broke over lines', () => {
  it('is read, whatever the width, the quotation marks and what stands around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...endedLinks),
        fc.integer({ min: 20, max: 90 }),
        lineEnds,
        fc.constantFrom(['', ''], ['<', '>'], ['Accept: ', '\n\nThank you'], ['Accept <', '> please']),
        (link, width, lineEnd, [before, after]) => {
          // Quoted-printable writes `=` as `=3D`, so that a link without that is not in it.
          const written = lineEnd === '=\n' ? link.replaceAll('=', '=3D') : link;
          isReadAs(link, `${before}${brokenAfter(written, width, lineEnd)}${after}`);
        },
      ),
      runs,
    );
  });

  it('is read where a mail filter wrapped it before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...endedLinks),
        fc.integer({ min: 60, max: 90 }),
        lineEnds,
        (link, width, lineEnd) => {
          if (lineEnd === '=\n') return;
          const wrapped = safeLink(link);
          // The host inside is in one piece.
          const inner = wrapped.indexOf('%2F', wrapped.indexOf('%2F%2F') + 6);
          const text = `${wrapped.slice(0, inner)}${(wrapped.slice(inner).match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(lineEnd)}`;
          isReadAs(link, text);
        },
      ),
      runs,
    );
  });

  it('does not take in the words behind it', () => {
    for (const words of ['Regards', 'and more', '&DAP=true', 'tenant/admin', '(see above)', '1234', 'Ada']) {
      for (const link of endedLinks) isReadAs(link, `${link}\n${words}`);
    }
  });

  it('is whole where its page has no fragment to end it', () => {
    const [before, after] = storeForBusinessLink.split('&DAP');
    isReadAs(storeForBusinessLink, `${before ?? ''}\n&DAP${after ?? ''}`);
    const cut = storeForBusinessLink.indexOf('94019');
    isReadAs(
      storeForBusinessLink,
      `${storeForBusinessLink.slice(0, cut)}\n${storeForBusinessLink.slice(cut)}`,
    );
  });

  it('stays a warning where it was hostile, wherever it breaks', () => {
    fc.assert(
      fc.property(anyHostile, fc.nat(), lineEnds, (link, at, lineEnd) => {
        const cut = 1 + (at % (link.length - 1));
        const text = `${link.slice(0, cut)}${lineEnd}${link.slice(cut)}`;
        assert.notEqual(findInvitations(text).outcome, 'found', text);
      }),
      runs,
    );
    fc.assert(
      fc.property(anyHostile, fc.integer({ min: 20, max: 90 }), lineEnds, (link, width, lineEnd) => {
        const text = brokenAfter(link, width, lineEnd);
        assert.equal(findInvitations(text).outcome, 'suspicious', text);
      }),
      runs,
    );
  });

  it('never has its host continued', () => {
    for (const text of [
      `https://admin.microsoft.com\n.accept.example${afterHost}`,
      `https://admin.microsoft.com.\naccept.example${afterHost}`,
      `https://admin.micro\nsoft.com${afterHost}`,
      `https://admin.cl\noud.microsoft${afterHost}`,
      `https://admin.microsoft.com\n@accept.example${afterHost}`,
      `https://admin.microsoft.com\n:8443${afterHost}`,
    ]) {
      assert.notEqual(findInvitations(text).outcome, 'found', text);
    }
  });
});

describe('a link that something is glued to', () => {
  const glued = fc.constantFrom(
    ...'.,;:!?)]}>"\'*|…。、，！？）】」』》؟؛।॥‧・’”»›“‘«~`\\^'.split(''),
    '. ',
    ').',
    '>.',
    '**',
    '__',
    '~~',
    '||',
    '}}',
    '`)',
    '\\n',
    '&gt;',
    '&quot;',
    '&nbsp;',
    '%3E',
    '%22',
    '%20',
    '。请接受',
    '），谢谢',
    '|Accept>',
    '][Accept]]',
    '[/url]',
    '</a>',
    '<br>',
  );

  it('ends where its id or its fragment ends', () => {
    fc.assert(
      fc.property(anyLink, fc.array(glued, { minLength: 1, maxLength: 3 }), (link, marks) => {
        isReadAs(link, `${link}${marks.join('')}`);
      }),
      runs,
    );
  });

  it('is read in the markup of chats and wikis', () => {
    for (const link of everyLink) {
      for (const text of [
        `<${link}|Accept the invitation>`,
        `[Accept](${link})`,
        `[Accept](<${link}>)`,
        `[Accept](${link} "title")`,
        `[Accept|${link}]`,
        `[[${link}][Accept]]`,
        `[url]${link}[/url]`,
        `[url=${link}]Accept[/url]`,
        `Open ‘${link}’ please`,
        `« ${link} »`,
        `链接：${link}。请接受`,
        `链接：${link.slice('https://'.length)}。请接受`,
        `{"url":"${link.replaceAll('/', '\\/').replaceAll('&', '\\u0026')}"}`,
      ]) {
        isReadAs(link, text);
      }
    }
  });

  it('stays a warning where it was hostile', () => {
    fc.assert(
      fc.property(anyHostile, fc.array(glued, { minLength: 1, maxLength: 3 }), (link, marks) => {
        assert.equal(findInvitations(`${link}${marks.join('')}`).outcome, 'suspicious');
      }),
      runs,
    );
    const hostile = `https://accept.example/x`;
    for (const text of [
      `<${hostile}|${resellerLink}>`,
      `<${hostile}|https://admin.microsoft.com/>`,
      `[${resellerLink}](${hostile})`,
      `[${resellerLink}|${hostile}]`,
      `[url=${hostile}]${resellerLink}[/url]`,
      `${hostile}](${resellerLink}`,
      `${hostile}|${resellerLink}`,
    ]) {
      assert.equal(findInvitations(text).outcome, 'suspicious', text);
    }
  });

  it('is not cut where another page’s address goes on', () => {
    for (const rest of [
      '/../x',
      '?partnerId=1',
      '&DAP=true',
      '/granularAdminRelationships/1',
      '%2Fx',
      '-x/y',
    ]) {
      assert.notEqual(findInvitations(`${resellerLink}${rest}`).outcome, 'found', rest);
    }
  });
});

describe('a link that was damaged', () => {
  const invisible = fc.constantFrom(
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u200e',
    '\u202a',
    '\u2066',
    '\u034f',
    '\ufe0f',
    '<wbr>',
    '&shy;',
    '&ZeroWidthSpace;',
  );

  it('is read without the invisible characters in it', () => {
    fc.assert(
      fc.property(
        anyLink,
        fc.array(fc.tuple(fc.nat(), invisible), { minLength: 1, maxLength: 4 }),
        (link, marks) => {
          let text = link;
          for (const [at, mark] of marks.toSorted(
            ([one], [other]) => (other % link.length) - (one % link.length),
          )) {
            const place = at % link.length;
            const isInHost = place > 'https://'.length && place < endOfHost(link) - 1;
            if (!isInHost) text = `${text.slice(0, place)}${mark}${text.slice(place)}`;
          }
          isReadAs(link, text);
        },
      ),
      runs,
    );
    isReadAs(resellerLink, resellerLink.replaceAll('/', '/\u200b').replaceAll('.', '.\u200b'));
    // Also between all of its letters, and where only a part of a label stands before the first.
    isReadAs(resellerLink, Array.from(resellerLink).join('\u2060'));
    isReadAs(resellerLink, resellerLink.replace('microsoft', 'mi\u200bcrosoft'));
  });

  it('is read through the escapes that programs left in it', () => {
    for (const link of everyLink) {
      for (const text of [
        link.replaceAll('=', '=3D'),
        link.replaceAll('=', '=3d'),
        `<a href=3d"${link.replaceAll('=', '=3d')}">Accept</a>`,
        `<a href="${htmlEscaped(link)}">${htmlEscaped(link).replaceAll('.', '.<wbr>')}</a>`,
        htmlEscaped(`<a href="${htmlEscaped(link)}">Accept</a>`),
        htmlEscaped(htmlEscaped(htmlEscaped(link))),
        link.replaceAll('/', '\\/'),
        link.replaceAll('&', '\\u0026').replaceAll('=', '\\u003d'),
        link.replace(/[-_#&]/g, '\\$&'),
        encodeURIComponent(link),
        encodeURIComponent(encodeURIComponent(link)),
        link.replaceAll('&', '&%20'),
        link.replace('#', '%23'),
        link.replace(/[?#&=]/g, (mark) =>
          link.includes('?') && mark === '?' ? mark : encodeURIComponent(mark),
        ),
      ]) {
        isReadAs(link, text);
      }
    }
  });

  it('stays a warning where it was hostile, or where a part of it is another site', () => {
    fc.assert(
      fc.property(anyHostile, fc.nat(), invisible, (link, at, mark) => {
        const place = at % link.length;
        const text = `${link.slice(0, place)}${mark}${link.slice(place)}`;
        assert.notEqual(findInvitations(text).outcome, 'found', text);
      }),
      runs,
    );
    for (const text of [
      `https://admin.microsoft.co\u200bm${afterHost}`,
      `https://admin.cloud\u200b.microsoft/#/partners/invitation?x`,
      `https://accept.example/\nadmin.microsoft.com${afterHost}`,
      `> https://accept.example?to=\n> admin.microsoft.com${afterHost}`,
      `https://accept.example\n/admin.microsoft.com${afterHost}`,
      `https://admin.microsoft.com\u200b.accept.example${afterHost}`,
      `<a href="https://accept.example/x">https://admin.<wbr>microsoft.com/Adminportal/Home</a>`,
      `<a href="https://accept.example/x">https://admin. microsoft.com /Adminportal/Home</a>`,
      `<a href="https://accept.example/x">admin.microsoft.com</a>`,
      `<!-- <a href="x">x</a> --> https://accept.example${afterHost}`,
    ]) {
      assert.equal(findInvitations(text).outcome, 'suspicious', text);
    }
  });

  it('warns where text and target are invitations of two partners', () => {
    const other = resellerLink.replace(/partnerId=[^&]*/, 'partnerId=11111111-2222-4333-8444-555555555555');
    assert.equal(
      findInvitations(`<a href="${htmlEscaped(other)}">${htmlEscaped(resellerLink)}</a>`).outcome,
      'suspicious',
    );
  });
});
