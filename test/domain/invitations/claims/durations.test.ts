import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../../src/domain/invitations/claims/claim-lines.ts';
import { findDurations } from '../../../../src/domain/invitations/claims/find-durations.ts';

function durations(text: string): object {
  return findDurations(linesOf(text));
}

const labels = {
  en: ['Duration:', 'of Duration:', 'GDAP duration –', '**Duration:**', 'Relationship duration is'],
  fr: ['Durée :', 'Durée de la relation :', 'pour une durée de'],
  de: ['Dauer:', 'Laufzeit:', 'Die Laufzeit beträgt', 'Gültigkeitsdauer:', 'für einen Zeitraum von'],
  es: ['Duración:', 'por un período de', 'Duración de la relación:'],
  it: ['Durata:', 'per un periodo di'],
  nl: ['Duur:', 'Looptijd:', 'voor een periode van'],
  pt: ['Duração:', 'por um período de'],
};
const units = {
  en: { 1: 'days', 7: 'weeks', 30: 'months', 365: 'years' },
  fr: { 1: 'jours', 7: 'semaines', 30: 'mois', 365: 'ans' },
  de: { 1: 'Tage', 7: 'Wochen', 30: 'Monate', 365: 'Jahre' },
  es: { 1: 'días', 7: 'semanas', 30: 'meses', 365: 'años' },
  it: { 1: 'giorni', 7: 'settimane', 30: 'mesi', 365: 'anni' },
  nl: { 1: 'dagen', 7: 'weken', 30: 'maanden', 365: 'jaar' },
  pt: { 1: 'dias', 7: 'semanas', 30: 'meses', 365: 'anos' },
};
type Language = keyof typeof labels;

const language = fc.constantFrom<Language>('en', 'fr', 'de', 'es', 'it', 'nl', 'pt');
const unit = fc.constantFrom(1, 7, 30, 365);
const space = fc.constantFrom(' ', '\u00a0', '  ', '\u202f', '\n\n');
const labelled = fc
  .record({
    of: language,
    in: language,
    which: fc.nat(),
    unit,
    amount: fc.integer({ min: 1, max: 999 }),
    space,
  })
  .map(({ of, in: words, which, unit: days, amount, space: between }) => {
    const choices = labels[of];
    const label = choices[which % choices.length] ?? 'Duration:';
    // Only a label of its own has its value on another line.
    const isAlone = label.endsWith(':') && !label.includes('**');
    const gap = between === '\n\n' && !isAlone ? ' ' : between;
    const value = `${amount} ${units[words][days]}`;
    return { label, gap, value, days: amount * days };
  });

describe('how long administration lasts, as a mail says', () => {
  it('counts years, months and weeks, in the languages of the big distributors', () => {
    fc.assert(
      fc.property(labelled, ({ label, gap, value, days }) => {
        const expected = days <= 730 ? { days } : { words: value };
        assert.deepEqual(durations(`${label}${gap}${value}`), expected);
      }),
    );
  });

  const understood: Readonly<Record<string, number>> = {
    'Duration: P730D': 730,
    'Duration: P2Y': 730,
    'Duration: P24M': 720,
    'Duration: P104W': 728,
    'Duration: 365': 365,
    'Duration in days: 7': 7,
    'Duration (months): 24': 720,
    'Laufzeit in Tagen: 730': 730,
    'Durée en jours : 90': 90,
    'Duration: 730 days (2 Years)': 730,
    'Duration: 24 months / 2 years': 730,
    'Duration: 2 (two) years': 730,
    'Duration: two years': 730,
    'Durée : un an': 365,
    'Dauer: zwei Jahre': 730,
    'Durata: 6 mesi': 180,
    'Duration: 1 year and 6 months': 545,
    'Duration: 2years': 730,
    'Duration: 7\u200b30 days': 730,
    'Duration: 730 day(s)': 730,
    'Duration: 2 years from acceptance, auto-extends by 180 days': 730,
    'Duration: from 1 January 2027 to 31 December 2027': 365,
    'Durée : du 1er janvier 2027 au 31 décembre 2027': 365,
    'Laufzeit: vom 01.01.2027 bis 31.12.2027': 365,
    'Access is valid for 24 months.': 720,
    'Access expires after 730 days': 730,
    'We would administer your tenant for a period of 2 years with these roles': 730,
    '<table><tr><td><p>Duration</p></td><td><p>2 years</p></td></tr></table>': 730,
    'Duration\n2 years\nRoles:': 730,
  };
  for (const [text, days] of Object.entries(understood)) {
    it(`counts ${JSON.stringify(text)}`, () => {
      assert.deepEqual(durations(text), { days });
    });
  }

  const quotedOnly: Readonly<Record<string, string>> = {
    'Duration: 1,5 years': '1,5 years',
    'Duration: 1.5 years': '1.5 years',
    'Duration: 2 ½ years': '2 ½ years',
    'Duration: 1,095 days': '1,095 days',
    'Duration: 1 095 days': '1 095 days',
    'Duration: 3 years': '3 years',
    'Duration: 0 days': '0 days',
    'Duration: PT0S': 'PT0S',
    'Duration: 2': '2',
    'Duration: 24': '24',
    'Duration: 1-2 years': '1-2 years',
    'Duration: up to 2 years': 'up to 2 years',
    'Duration: 2 years or more': '2 years or more',
    'Duration: about 90 days': 'about 90 days',
    'Duration: 1 day. After that it goes on for 2 years.': '1 day. After that it goes on for 2 years.',
    'Durée : 30 jours. Ensuite, deux ans.': '30 jours. Ensuite, deux ans.',
    'Duration: 90 days per year': '90 days per year',
    'Duration: 30 business days': '30 business days',
    'Duration: two and a half years': 'two and a half years',
    'Duration: unlimited': 'unlimited',
    'Duration: until 31/12/2027': 'until 31/12/2027',
    'Duration: 03/04/2027 - 05/06/2027': '03/04/2027 - 05/06/2027',
    'Zugriff gültig bis 31.12.2027': 'bis 31.12.2027',
  };
  for (const [text, words] of Object.entries(quotedOnly)) {
    it(`quotes ${JSON.stringify(text)}, and guesses nothing`, () => {
      assert.deepEqual(durations(text), { words });
    });
  }

  it('takes nothing else for it: deadlines, extensions, notice, contracts, support', () => {
    for (const text of [
      'This invitation expires in 90 days',
      'The link is valid for 30 days.',
      'By clicking on the included link within 30 days you can accept.',
      'It auto-extends by 180 days',
      'Auto extend duration: 180 days',
      'Either party may end it with 30 days notice.',
      'We offer 365 days support.',
      'Subscription duration: 3 years',
      'Vertragslaufzeit: 36 Monate',
      'The duration of the contract is 3000 days',
      'Please accept until 31/12/2027',
      'Duration:\nRoles:\n* Global Reader',
    ])
      assert.deepEqual(durations(text), {}, text);
  });

  it('says what else a mail names: the longest counts', () => {
    assert.deepEqual(durations('Duration: 90 days\nDuration: 2 years\nDurée : 2 ans'), {
      days: 730,
      otherDays: [90],
    });
  });

  it('counts nothing if anything of it is not understood', () => {
    assert.deepEqual(durations('Duration: 90 days\nDuration: for ever'), { words: '90 days · ever' });
  });

  it('never counts a number that is not in the text', () => {
    const piece = fc.constantFrom(
      'Duration',
      ':',
      ' ',
      '2',
      '90',
      '.',
      ',',
      '-',
      'years',
      'days',
      'and',
      '(',
      ')',
      'not',
      'P2Y',
      '\n',
      '\t',
      'until',
      'two',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join(' ');
        const { days, otherDays = [] } = findDurations(linesOf(text));
        if (days !== undefined) assert.ok(days >= 1 && days <= 730, text);
        if (days !== undefined && !/2|two/.test(text)) assert.ok([90, ...otherDays].includes(days), text);
      }),
    );
  });
});
