/** Letters that Unicode does not decompose, but that people type as these. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const undecomposed = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** Combining accents. The vowel signs of Indic scripts and kana's voicing marks are letters, and stay. */
const accents = /[\u0300-\u036f\u064b-\u0655]/g;
const apostrophes = /[\u2018\u2019\u02bc`]/g;
/** Often typed as an apostrophe; NFKD would decompose it to a space and an accent. */
const acute = /\u00b4/g;
const beyondAscii = /[^\0-\x5f\x61-\x7f]/;

/**
 * Folds case, accents, ligatures and kinds of apostrophe, for comparison: `Île-d’Œuf` and `ile-d'oeuf` fold to the
 * same. Spaces and punctuation stay. Idempotent.
 */
export function foldText(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  const letters = text.replace(acute, "'").normalize('NFKD').toLowerCase();
  const bare = letters.replace(accents, '').replace(apostrophes, "'");
  if (!beyondAscii.test(bare)) return bare;
  return bare.replace(undecomposed, (letter) => plainLetters[letter] ?? letter).normalize('NFC');
}
