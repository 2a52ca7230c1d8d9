import type { CommandName } from '../../i18n/lexicon/lexicon.ts';
import type { DirectoryTerms } from './directory-terms.ts';
import type { Meaning } from './meaning.ts';
import { PhraseBook } from './phrase-book.ts';
import { withoutCourtesy } from './politeness.ts';
import { spellingCandidates } from './spelling-candidates.ts';
import { lexicons, foldedWords } from './words.ts';

/** What each command means; its phrases are in the lexicons. */
const commands: Readonly<Record<CommandName, Meaning>> = {
  help: { kind: 'help' },
  greeting: { kind: 'greeting' },
  speakEnglish: { kind: 'language', language: 'en' },
  speakFrench: { kind: 'language', language: 'fr' },
  myRequests: { kind: 'myRequests' },
  invitations: { kind: 'invitations', which: 'pending' },
  decidedInvitations: { kind: 'invitations', which: 'decided' },
  partners: { kind: 'partners', onlyDelegated: false },
  delegatedPartners: { kind: 'partners', onlyDelegated: true },
  reviewPartners: { kind: 'reviewPartners' },
  changes: { kind: 'changes' },
  setup: { kind: 'setup' },
  history: { kind: 'history', partner: '' },
  exportHistory: { kind: 'exportHistory', format: 'excel' },
  exportHistoryForEnglishExcel: { kind: 'exportHistory', format: 'excel-en' },
  exportHistoryForFrenchExcel: { kind: 'exportHistory', format: 'excel-fr' },
  exportHistoryAsPlainCsv: { kind: 'exportHistory', format: 'csv' },
  exportHistoryAsJsonLines: { kind: 'exportHistory', format: 'jsonl' },
  notifyHere: { kind: 'notifyHere' },
  stopNotifying: { kind: 'stopNotifying' },
};

const book = new PhraseBook<Meaning>();
const greetings = new PhraseBook<Meaning>();
for (const lexicon of lexicons) {
  for (const [name, meaning] of Object.entries(commands) as [CommandName, Meaning][]) {
    for (const phrase of lexicon.commands[name]) book.add(withoutCourtesy(foldedWords(phrase)), meaning);
  }
  for (const phrase of lexicon.commands.greeting) greetings.add(foldedWords(phrase), commands.greeting);
}

/** The command that the words form as a whole, ignoring politeness and a leading greeting. */
export function commandIn(words: readonly string[], terms: DirectoryTerms): Meaning | undefined {
  const greeting = greetings.longest(words, 0)?.length ?? 0;
  return commandOf(words, terms) ?? (greeting > 0 ? commandOf(words.slice(greeting), terms) : undefined);
}

function commandOf(words: readonly string[], terms: DirectoryTerms): Meaning | undefined {
  const said = withoutCourtesy(words);
  return book.whole(
    said,
    spellingCandidates(terms, said, () => false),
  )[0];
}
