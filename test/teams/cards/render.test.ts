import assert from 'node:assert/strict';
import { messagesIn } from '../../../src/i18n/messages.ts';
import { noticeView } from '../../../src/teams/cards/notice-view.ts';
import { render, renderForMany } from '../../../src/teams/cards/render.ts';

describe('A card for many', () => {
  const view = (text: string) => noticeView(messagesIn('en'), { title: 'Fabrikam', text });

  it('is the one that each would be given alone', () => {
    assert.deepEqual(renderForMany('notice', view('has left')), render('notice', view('has left')));
  });

  it('is made once for all who are told the same, and anew for those who are told something else', () => {
    const card = renderForMany('notice', view('came'));
    assert.equal(renderForMany('notice', view('came')), card);
    assert.notDeepEqual(renderForMany('notice', view('went')), card);
  });

  it('is not kept for ever', () => {
    const card = renderForMany('notice', view('first'));
    for (let number = 0; number < 100; number += 1) renderForMany('notice', view(String(number)));
    assert.notEqual(renderForMany('notice', view('first')), card);
    assert.deepEqual(renderForMany('notice', view('first')), card);
  });
});
