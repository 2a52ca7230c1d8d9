import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldText } from '../../src/domain/fold-text.ts';

describe('foldText', () => {
  it('makes case, accents, ligatures and kinds of apostrophe alike', () => {
    assert.equal(foldText('Montréal'), 'montreal');
    assert.equal(foldText('ŒUVRE et Straße'), 'oeuvre et strasse');
    assert.equal(foldText('L’Haÿ-les-Roses'), "l'hay-les-roses");
    assert.equal(foldText('ŁÓDŹ'), 'lodz');
    assert.equal(foldText('İstanbul'), 'istanbul');
    assert.equal(foldText('Ｆａｂｒｉｋａｍ'), 'fabrikam');
  });

  it('takes composed and decomposed letters for the same', () => {
    assert.equal(foldText('Montre\u0301al'), foldText('Montr\u00e9al'));
    assert.equal(foldText('서울'), foldText('서울'.normalize('NFD')));
  });

  it('keeps what is no accent', () => {
    assert.equal(foldText('दिल्ली'), 'दिल्ली');
    assert.equal(foldText('東京 365'), '東京 365');
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.equal(foldText(foldText(text)), foldText(text));
      }),
    );
  });
});
