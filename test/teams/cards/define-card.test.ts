import assert from 'node:assert/strict';
import { messagesIn } from '../../../src/i18n/messages.ts';
import { defineCard } from '../../../src/teams/cards/define-card.ts';
import { noticeCard } from '../../../src/teams/turn/notice-view.ts';

describe('A card', () => {
  it('is not made where its view lacks what its template binds: the error names each field', () => {
    const card = defineCard('review-due', () => ({ title: 'Review', text: 'Due', startTitle: 'Start' }));
    assert.throws(card, /card review-due binds what its view lacks: since, startData$/);
  });
});

describe('A card for many', () => {
  const messages = messagesIn('en');
  const alone = (text: string) => noticeCard(messages, { title: 'Fabrikam', text });
  const forMany = (text: string) => noticeCard.forMany(messages, { title: 'Fabrikam', text });

  it('is the one that each would be given alone', () => {
    assert.deepEqual(forMany('has left'), alone('has left'));
  });

  it('is made once for all who are told the same, and anew for those who are told something else', () => {
    const card = forMany('came');
    assert.equal(forMany('came'), card);
    assert.notDeepEqual(forMany('went'), card);
  });

  it('is not kept for ever', () => {
    const card = forMany('first');
    for (let number = 0; number < 100; number += 1) forMany(String(number));
    assert.notEqual(forMany('first'), card);
    assert.deepEqual(forMany('first'), card);
  });
});
